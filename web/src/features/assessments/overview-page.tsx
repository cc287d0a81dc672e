import { useParams } from "react-router";
import { useLiveData } from "../../data/use-live-data.ts";
import { AppLink } from "../../ui/app-link.tsx";
import { InsetText } from "../../ui/banners.tsx";
import { Page } from "../../ui/page.tsx";
import { ASSESSMENT_STATUS } from "../../ui/status-words.ts";
import { Tag } from "../../ui/tag.tsx";
import { type Task, TaskList } from "../../ui/task-list.tsx";
import { Timeline, type TimelineEvent } from "../../ui/timeline.tsx";
import { ActionButtons } from "./action-buttons.tsx";
import { Signatures } from "./deciding/signatures.tsx";
import { MoveNotice } from "./moving/move-notice.tsx";
import { OverviewFacts } from "./overview-facts.tsx";
import { OverviewQuery } from "./queries.ts";
import { FindingsSummary } from "./reading/findings-summary.tsx";
import { RevisionsList } from "./review/revisions-list.tsx";
import type { Overview } from "./types.ts";
import { SECTION_STATUS } from "./words.ts";

type SectionState = Overview["sections"][number];

const progress = ({ answered, required, status }: SectionState): string | null =>
  required > 0 && (status === "IN_PROGRESS" || status === "NOT_STARTED")
    ? `${answered} of ${required} answered`
    : null;

const isOpen = ({ status }: SectionState) => status !== "CANNOT_START_YET" && status !== "NOT_REQUIRED";

/** Whoever may only read reads the whole at once. */
const addressOf = (assessment: Overview, section: SectionState): string =>
  !assessment.availableActions.includes("EDIT")
    ? `/assessments/${assessment.reference}/check`
    : `/assessments/${assessment.reference}/${section.key}`;

const openComments = ({ commentCounts }: Overview, { key }: SectionState): string | null => {
  const open = commentCounts
    .filter(({ section }) => section === key)
    .reduce((sum, each) => sum + each.open, 0);
  if (open === 0) return null;
  return open === 1 ? "1 open comment" : `${open} open comments`;
};

const hintOf = (assessment: Overview, section: SectionState): string | null =>
  [progress(section), openComments(assessment, section)].filter((words) => words !== null).join(", ") || null;

const tasksOf = (assessment: Overview): Task[] =>
  assessment.sections.map((section) => ({
    key: section.key,
    title: section.title,
    hint: hintOf(assessment, section),
    to: isOpen(section) ? addressOf(assessment, section) : null,
    status: SECTION_STATUS[section.status],
  }));

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
  const status = ASSESSMENT_STATUS[assessment.status];
  return (
    <Page
      title={assessment.title}
      caption={assessment.reference}
      crumbs={[
        { to: "/", words: "Home" },
        { to: "/assessments", words: "Assessments" },
      ]}
    >
      <p className="govuk-body">
        <Tag colour={status.colour}>{status.words}</Tag>
      </p>
      {assessment.changesRequestedBecause ? (
        <ChangesRequested assessment={assessment} reason={assessment.changesRequestedBecause} />
      ) : null}
      <MoveNotice assessment={assessment} />
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <h2 className="govuk-heading-m">Tasks</h2>
          <TaskList tasks={tasksOf(assessment)} />
          <CommentsLink assessment={assessment} />
          <ActionButtons assessment={assessment} />
          <Signatures signatures={assessment.signatures} />
          <FindingsSummary assessment={assessment} />
        </div>
        <div className="govuk-grid-column-one-third">
          <OverviewFacts assessment={assessment} />
          <RevisionsList assessment={assessment} />
          <h2 className="govuk-heading-m">What happened</h2>
          <Timeline events={eventsOf(assessment)} />
        </div>
      </div>
    </Page>
  );
};
