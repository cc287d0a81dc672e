import type { ResultOf } from "gql.tada";
import { useLiveData } from "../../data/use-live-data.ts";
import { AppLink } from "../../ui/app-link.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { formatDate } from "../../ui/format/dates.ts";
import { Page } from "../../ui/page.tsx";
import { ASSESSMENT_STATUS } from "../../ui/status-words.ts";
import { type Task, TaskList } from "../../ui/task-list.tsx";
import { HomeQuery } from "./queries.ts";

type Home = ResultOf<typeof HomeQuery>;

const draftTask = ({ node }: Home["drafts"]["edges"][number]): Task => ({
  key: node.id,
  title: node.title,
  hint: (
    <>
      {node.reference}, started {formatDate(node.startedOn)}
      {node.changesRequestedBecause ? (
        <span className="app-block">Asked for: {node.changesRequestedBecause}</span>
      ) : null}
    </>
  ),
  to: `/assessments/${node.reference}`,
  status: ASSESSMENT_STATUS[node.status],
});

const waitingTask = ({ node }: Home["waiting"]["edges"][number]): Task => ({
  key: node.id,
  title: node.title,
  hint: `${node.reference}, ${node.department.name}`,
  to: `/assessments/${node.reference}`,
  status: ASSESSMENT_STATUS[node.status],
});

const TaskGroup = ({
  heading,
  tasks,
  none,
  total,
}: {
  heading: string;
  tasks: Task[];
  none: string;
  total: number;
}) => (
  <section>
    <h2 className="govuk-heading-m">{heading}</h2>
    {tasks.length > 0 ? <TaskList tasks={tasks} /> : <p className="govuk-body">{none}</p>}
    {total > tasks.length ? (
      <p className="govuk-body">
        Showing {tasks.length} of {total}. <AppLink to="/assessments?show=mine">See all of them</AppLink>
      </p>
    ) : null}
  </section>
);

const ELSEWHERE = [
  {
    to: "/performance",
    words: "Performance",
    about: "Figures, targets and ratings, as reported to committees",
  },
  {
    to: "/strategies",
    words: "Strategies",
    about: "Plans, their outcomes and the figures that show how they go",
  },
  { to: "/assessments", words: "Assessments", about: "Every assessment that you may see" },
] as const;

export const HomePage = () => {
  const { viewer, drafts, waiting } = useLiveData(HomeQuery, {});
  return (
    <Page
      title="What waits for you"
      caption={viewer ? `${viewer.user.name}, ${viewer.user.jobTitle}` : undefined}
    >
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <TaskGroup
            heading="Waiting for your review or signature"
            tasks={waiting.edges.map(waitingTask)}
            total={waiting.totalCount}
            none="Nothing waits for your review."
          />
          <TaskGroup
            heading="Your drafts"
            tasks={drafts.edges.map(draftTask)}
            total={drafts.totalCount}
            none="You have no drafts."
          />
          {viewer?.canStartAssessment ? (
            <ButtonLink to="/assessments/new" variant={drafts.totalCount > 0 ? "secondary" : "primary"}>
              Start an assessment
            </ButtonLink>
          ) : null}
        </div>
        <div className="govuk-grid-column-one-third">
          <h2 className="govuk-heading-m">Look things up</h2>
          <ul className="govuk-list govuk-list--spaced">
            {ELSEWHERE.map(({ to, words, about }) => (
              <li key={to}>
                <AppLink to={to}>{words}</AppLink>
                <span className="govuk-hint app-block">{about}</span>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Page>
  );
};
