import type { ResultOf } from "gql.tada";
import { useQuery } from "urql";
import { AppLink } from "../../../../ui/app-link.tsx";
import { formatDate, formatDay } from "../../../../ui/format/dates.ts";
import { ACTION_STATUS } from "../../../../ui/status-words.ts";
import { SummaryList } from "../../../../ui/summary-list.tsx";
import { Tag } from "../../../../ui/tag.tsx";
import { ELEMENT_KINDS } from "./element-preview.tsx";
import { DeliveryActionQuery } from "./queries.ts";

type Action = Extract<
  NonNullable<ResultOf<typeof DeliveryActionQuery>["node"]>,
  { __typename: "DeliveryAction" }
>;

const rowsOf = (action: Action) => {
  const { strategy, status, element, metric, duePrinted, doubts } = action;
  const told = action.progress.at(-1);
  const rows = [
    {
      label: "Plan",
      value: `${strategy.title}, ${formatDate(strategy.startsOn)} to ${formatDate(strategy.endsOn)}`,
    },
    { label: "Reference", value: action.reference },
    { label: "Responsible", value: action.responsible },
    { label: "Due", value: duePrinted ?? "No date given" },
    {
      label: "Status",
      value: <Tag colour={ACTION_STATUS[status].colour}>{ACTION_STATUS[status].words}</Tag>,
    },
    { label: "Last told", value: told && `${told.text} (${formatDay(told.recordedAt)})` },
    { label: "Serves", value: element && `${element.title} (${ELEMENT_KINDS[element.kind].toLowerCase()})` },
    { label: "Measured by", value: metric?.title },
    { label: "Doubts", value: doubts.join(" ") },
  ];
  return rows.flatMap(({ label, value }) => (value ? [{ key: label, label, value }] : []));
};

/** What a plan says will be done and how it gets on, before it is cited. */
export const ActionPreview = ({ id }: { id: string }) => {
  const [{ data, fetching }] = useQuery({ query: DeliveryActionQuery, variables: { id } });
  const action = data?.node?.__typename === "DeliveryAction" ? data.node : null;
  if (fetching && !data) return <p className="govuk-body">Fetching the action…</p>;
  if (!action) {
    return <p className="govuk-body">This can&rsquo;t be shown now. Go back and choose it again.</p>;
  }
  return (
    <>
      <SummaryList rows={rowsOf(action)} />
      <p className="govuk-body">
        <AppLink to={`/strategies/${action.strategy.slug}`}>Open the plan</AppLink>
      </p>
    </>
  );
};
