import type { ResultOf } from "gql.tada";
import type { EvidenceSearchQuery } from "./queries.ts";

type Found = ResultOf<typeof EvidenceSearchQuery>;
type Node = Found["figures"]["edges"][number]["node"];
export type FoundFigure = Extract<Node, { __typename: "Observation" }>;
export type FoundElement = Extract<
  Found["elements"]["edges"][number]["node"],
  { __typename: "StrategyElement" }
>;

export type FoundAction = Extract<
  Found["actions"]["edges"][number]["node"],
  { __typename: "DeliveryAction" }
>;

/** Something that a search found and somebody looks at. Plain, so that the browser can keep it with the note about it. */
export type Chosen =
  | { kind: "FIGURE"; id: string; title: string; metric: string; organisation: string; period: string }
  | { kind: "ELEMENT" | "ACTION"; id: string; title: string };

export const chooseFigure = ({ id, metric, organisation, period }: FoundFigure): Chosen => ({
  kind: "FIGURE",
  id,
  title: metric.title,
  metric: metric.code,
  organisation: organisation.code,
  period: period.code,
});

export const chooseElement = ({ id, title }: FoundElement): Chosen => ({ kind: "ELEMENT", id, title });

export const chooseAction = ({ id, title }: FoundAction): Chosen => ({ kind: "ACTION", id, title });

export const figuresIn = (list: Found["figures"]): FoundFigure[] =>
  list.edges.flatMap(({ node }) => (node.__typename === "Observation" ? [node] : []));

export const elementsIn = (list: Found["elements"]): FoundElement[] =>
  list.edges.flatMap(({ node }) => (node.__typename === "StrategyElement" ? [node] : []));

export const actionsIn = (list: Found["actions"]): FoundAction[] =>
  list.edges.flatMap(({ node }) => (node.__typename === "DeliveryAction" ? [node] : []));

/** What was found, in one sentence for the ear. */
export const countWords = ({ figures, groups, elements, actions }: Found): string => {
  const counted = [
    [figures.totalCount, "figure", "figures"],
    [groups.totalCount, "figure of a group", "figures of groups"],
    [elements.totalCount, "part of a plan", "parts of plans"],
    [actions.totalCount, "delivery action", "delivery actions"],
  ] as const;
  const words = counted
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`);
  return words.length === 0 ? "Nothing was found. Try fewer or other words" : `Found: ${words.join(", ")}`;
};
