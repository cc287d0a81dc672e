import { useParams } from "react-router";
import { useLiveData } from "../../data/use-live-data.ts";
import { AppLink } from "../../ui/app-link.tsx";
import { InsetText } from "../../ui/banners.tsx";
import { Page } from "../../ui/page.tsx";
import { Timeline, type TimelineEvent } from "../../ui/timeline.tsx";
import { ActionButtons } from "./action-buttons.tsx";
import { Signatures } from "./deciding/signatures.tsx";
import { EvidenceSummary } from "./evidence/evidence-summary.tsx";
import { KeptLink } from "./kept/kept-link.tsx";
import { MoveNotice } from "./moving/move-notice.tsx";
import { OverviewFacts } from "./overview-facts.tsx";
import { OverviewQuery } from "./queries.ts";
import { AssessmentDownloads } from "./reading/assessment-downloads.tsx";
import { FindingsSummary } from "./reading/findings-summary.tsx";
import { StatusLine } from "./reading/status-line.tsx";
import { RevisionsList } from "./review/revisions-list.tsx";
import { Tasks } from "./tasks.tsx";
import type { Overview } from "./types.ts";
import { ActionsInForce } from "./watching/actions-in-force.tsx";
import { ReviewCauses } from "./watching/review-causes.tsx";

const eventsOf = ({ history }: Overview): TimelineEvent[] =>
  history.edges
    .map(({ node }) => ({
      id: node.id,
      title: node.label,
      by: node.actor?.name ?? null,
      at: node.at,
      detail: node.reason ? <p className="govuk-body app-text">{node.reason}</p> : null,
    }))
    .toSorted((left, right) => right.at.localeCompare(left.at));

const ChangesRequested = ({ assessment, reason }: { assessment: Overview; reason: string }) => {
  const waiting = sum(assessment, "unanswered");
  return (
    <InsetText>
      <h2 className="govuk-heading-s">The chair asked for changes</h2>
      <p className="govuk-body app-text">{reason}</p>
      {waiting > 0 ? (
        <p className="govuk-body">
          <AppLink to={`/assessments/${assessment.reference}/comments?show=open`}>
            {waiting === 1 ? "One point needs an answer" : `${waiting} points need an answer`}
          </AppLink>{" "}
          before it can be submitted again.
        </p>
      ) : null}
    </InsetText>
  );
};

const sum = ({ commentCounts }: Overview, count: "open" | "resolved" | "unanswered"): number =>
  commentCounts.reduce((total, each) => total + each[count], 0);

/** The way to all that is said, for those who may say or read something. */
const CommentsLink = ({ assessment }: { assessment: Overview }) => {
  const [open, resolved] = [sum(assessment, "open"), sum(assessment, "resolved")];
  if (open + resolved === 0 && !assessment.availableActions.includes("COMMENT")) return null;
  const counted = [open > 0 ? `${open} open` : null, resolved > 0 ? `${resolved} resolved` : null];
  const words = counted.filter((each) => each !== null).join(", ");
  return (
    <p className="govuk-body">
      <AppLink to={`/assessments/${assessment.reference}/comments`}>Comments</AppLink>
      {words ? `: ${words}` : ""}
    </p>
  );
};

/** One assessment: what is to do, by whom, and what happened so far. */
export const OverviewPage = () => {
  const { reference = "" } = useParams();
  const { assessment } = useLiveData(OverviewQuery, { reference });
  if (!assessment) return null;
  return (
    <Page
      title={assessment.title}
      caption={assessment.reference}
      crumbs={[
        { to: "/", words: "Home" },
        { to: "/assessments", words: "Assessments" },
      ]}
    >
      <StatusLine assessment={assessment} />
      {assessment.changesRequestedBecause ? (
        <ChangesRequested assessment={assessment} reason={assessment.changesRequestedBecause} />
      ) : null}
      <ReviewCauses assessment={assessment} />
      <MoveNotice assessment={assessment} />
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <Tasks assessment={assessment} />
          <KeptLink assessment={assessment} />
          <CommentsLink assessment={assessment} />
          <ActionButtons assessment={assessment} />
          <ActionsInForce assessment={assessment} />
          <Signatures signatures={assessment.signatures} />
          <EvidenceSummary assessment={assessment} />
          <FindingsSummary assessment={assessment} />
        </div>
        <div className="govuk-grid-column-one-third">
          <OverviewFacts assessment={assessment} />
          <RevisionsList assessment={assessment} />
          <AssessmentDownloads
            reference={assessment.reference}
            withFindings={assessment.findings.length > 0}
          />
          <h2 className="govuk-heading-m">What happened</h2>
          <Timeline events={eventsOf(assessment)} />
        </div>
      </div>
    </Page>
  );
};
