import type { ResultOf } from "gql.tada";
import { formatDate } from "../../ui/format/dates.ts";
import type { TagColour } from "../../ui/tag.tsx";
import type { Task } from "../../ui/task-list.tsx";
import type { HomeQuery } from "./queries.ts";

export type Home = ResultOf<typeof HomeQuery>;

/** How far ahead the home page looks. */
const LOOK_AHEAD_DAYS = 30;
const DAY_MS = 86_400_000;

/** The last day that the home page looks at: 30 days from an ISO date on. */
export const lookAheadFrom = (today: string): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) + LOOK_AHEAD_DAYS * DAY_MS).toISOString().slice(0, 10);

type Status = Task["status"];
const OVERDUE: Status = { words: "Overdue", colour: "red" satisfies TagColour };
const due = (on: string, today: string): Status =>
  on < today ? OVERDUE : { words: `Due ${formatDate(on)}`, colour: "blue" };

/** Actions of the reader's improvement plans that are due by then, the late ones first as the server has them. */
export const actionTasks = ({ actions }: Pick<Home, "actions">, today: string): Task[] =>
  actions.edges.map(({ node }) => ({
    key: node.id,
    title: node.action,
    hint: `${node.assessment?.title ?? ""}${node.officer ? `, ${node.officer}` : ""}`,
    to: `/actions/${encodeURIComponent(node.id)}`,
    status: node.dueInForce ? due(node.dueInForce, today) : { words: "No date", colour: null },
  }));

/** Signed assessments of the reader's whose review is due by then. */
export const reviewTasks = ({ signed }: Pick<Home, "signed">, today: string): Task[] =>
  signed.edges.flatMap(({ node }) =>
    node.reviewDueOn !== null && node.reviewDueOn <= lookAheadFrom(today)
      ? [
          {
            key: node.id,
            title: node.title,
            hint: `${node.reference}, to be reviewed`,
            to: `/assessments/${node.reference}`,
            status: due(node.reviewDueOn, today),
          },
        ]
      : [],
  );

const STAGES: Record<NonNullable<Home["awaitedResults"][number]["stage"]>, Status> = {
  OVERDUE,
  DUE_SOON: { words: "Expected now", colour: "blue" },
};

/** Results that the reader records, or that their assessments cite. */
export const resultTasks = ({ awaitedResults }: Pick<Home, "awaitedResults">): Task[] =>
  awaitedResults.map(({ observation, expectedOn, stage, assessments }) => ({
    key: observation.id,
    title: `${observation.metric.code} ${observation.metric.title}`,
    hint: [
      `${observation.organisation.name}, ${observation.period.label}, expected ${expectedOn}`,
      ...assessments.map(({ title }) => `cited in ${title}`),
    ].join("; "),
    to: `/performance/metrics/${encodeURIComponent(observation.metric.code)}`,
    status: stage ? STAGES[stage] : { words: `Expected ${expectedOn}`, colour: null },
  }));

/** Signed assessments of the reader's under which the evidence has changed. */
export const shaken = ({ signed }: Pick<Home, "signed">) =>
  signed.edges.map(({ node }) => node).filter(({ changedEvidenceCount }) => changedEvidenceCount > 0);
