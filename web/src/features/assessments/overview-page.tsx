import { useParams } from "react-router";
import { useLiveData } from "../../data/use-live-data.ts";
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

const tasksOf = (assessment: Overview): Task[] =>
  assessment.sections.map((section) => ({
    key: section.key,
    title: section.title,
    hint: progress(section),
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
        <ChangesRequested reason={assessment.changesRequestedBecause} />
      ) : null}
      <MoveNotice assessment={assessment} />
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <h2 className="govuk-heading-m">Tasks</h2>
          <TaskList tasks={tasksOf(assessment)} />
          <ActionButtons assessment={assessment} />
          <Signatures signatures={assessment.signatures} />
          <FindingsSummary assessment={assessment} />
        </div>
        <div className="govuk-grid-column-one-third">
          <OverviewFacts assessment={assessment} />
          <h2 className="govuk-heading-m">What happened</h2>
          <Timeline events={eventsOf(assessment)} />
        </div>
      </div>
    </Page>
  );
};
