import { ACTION_STATUS_WORDS } from "@due-regard/domain/strategies/vocabulary";
import type { ResultOf } from "gql.tada";
import { useQuery } from "urql";
import { AppLink } from "../../../../ui/app-link.tsx";
import { formatDate } from "../../../../ui/format/dates.ts";
import { SummaryList } from "../../../../ui/summary-list.tsx";
import { ElementQuery } from "./queries.ts";

type Element = Extract<NonNullable<ResultOf<typeof ElementQuery>["node"]>, { __typename: "StrategyElement" }>;
type Action = Element["strategy"]["actions"]["edges"][number]["node"];

export const ELEMENT_KINDS: Record<Element["kind"], string> = {
  LAYER: "Layer",
  OUTCOME: "Outcome",
  SUPPORTING_OUTCOME: "Supporting outcome",
  PRIORITY: "Priority",
  PRINCIPLE: "Principle",
};

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul className="govuk-list govuk-list--bullet govuk-!-margin-bottom-0">
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);

const actionWords = ({ title, responsible, status, duePrinted }: Action): string =>
  `${title} (${[responsible, duePrinted && `due ${duePrinted}`, ACTION_STATUS_WORDS[status].toLowerCase()].filter(Boolean).join(", ")})`;

const listRow = (label: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : [{ key: label, label, value: <Lines lines={lines} /> }];

const rowsOf = (element: Element) => {
  const { strategy } = element;
  const actions = strategy.actions.edges.map(({ node }) => node);
  return [
    { key: "kind", label: "Kind", value: ELEMENT_KINDS[element.kind] },
    {
      key: "plan",
      label: "Plan",
      value: `${strategy.title}, ${formatDate(strategy.startsOn)} to ${formatDate(strategy.endsOn)}`,
    },
    ...(element.text ? [{ key: "text", label: "What it says", value: element.text }] : []),
    ...listRow("What was found", element.found),
    ...listRow("What will be done", element.willDo),
    ...listRow("How success will be known", element.howWeWillKnow),
    ...listRow(
      "Delivery actions",
      actions.filter((action) => action.element?.id === element.id).map(actionWords),
    ),
    ...listRow("Doubts", element.doubts),
  ];
};

/** What a plan says in one place, and what is being done about it, before it is cited. */
export const ElementPreview = ({ id }: { id: string }) => {
  const [{ data, fetching }] = useQuery({ query: ElementQuery, variables: { id } });
  const element = data?.node?.__typename === "StrategyElement" ? data.node : null;
  if (fetching && !data) return <p className="govuk-body">Fetching what the plan says…</p>;
  if (!element) {
    return <p className="govuk-body">This can&rsquo;t be shown now. Go back and choose it again.</p>;
  }
  return (
    <>
      <SummaryList rows={rowsOf(element)} />
      <p className="govuk-body">
        <AppLink to={`/strategies/${element.strategy.slug}`}>Open the plan</AppLink>
      </p>
    </>
  );
};
