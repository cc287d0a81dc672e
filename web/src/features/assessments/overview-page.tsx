import { useParams } from "react-router";
import { useLiveData } from "../../data/use-live-data.ts";
import { InsetText } from "../../ui/banners.tsx";
import { Page } from "../../ui/page.tsx";
import { Timeline, type TimelineEvent } from "../../ui/timeline.tsx";
import { ActionButtons } from "./action-buttons.tsx";
import { Signatures } from "./deciding/signatures.tsx";
import { MoveNotice } from "./moving/move-notice.tsx";
import { OverviewFacts } from "./overview-facts.tsx";
import { OverviewQuery } from "./queries.ts";
import { AssessmentDownloads } from "./reading/assessment-downloads.tsx";
import { FindingsSummary } from "./reading/findings-summary.tsx";
import { StatusLine } from "./reading/status-line.tsx";
import { Tasks } from "./tasks.tsx";
import type { Overview } from "./types.ts";

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

const ChangesRequested = ({ reason }: { reason: string }) => (
  <InsetText>
    <h2 className="govuk-heading-s">The chair asked for changes</h2>
    <p className="govuk-body app-text">{reason}</p>
  </InsetText>
);

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
        <ChangesRequested reason={assessment.changesRequestedBecause} />
      ) : null}
      <MoveNotice assessment={assessment} />
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <Tasks assessment={assessment} />
          <ActionButtons assessment={assessment} />
          <Signatures signatures={assessment.signatures} />
          <FindingsSummary assessment={assessment} />
        </div>
        <div className="govuk-grid-column-one-third">
          <OverviewFacts assessment={assessment} />
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
