import { AppLink } from "../../../ui/app-link.tsx";
import { Mark } from "../../../ui/mark.tsx";
import { Table } from "../../../ui/table.tsx";
import { judgementOf, type Metric, QUARTILE } from "../words.ts";

type Result = Metric["results"][number];

const suggested = ({ rating }: Result): string | null => rating.suggested ?? rating.suggestedComparison;
const judged = ({ rating }: Result): string | null => rating.judged ?? rating.comparison;

/** Where an officer judged otherwise than the software suggested, both are shown. */
const RatingCell = ({ result }: { result: Result }) => {
  const proposal = suggested(result);
  const differs = proposal !== null && judged(result) !== null && proposal !== judged(result);
  return (
    <>
      <Mark {...judgementOf(result.rating.effective)} />
      {differs ? (
        <span className="govuk-hint app-block">Suggested: {judgementOf(proposal).words}</span>
      ) : null}
      <span className="govuk-hint app-block">{result.rating.reason}</span>
    </>
  );
};

const dashboardAddress = (result: Result, organisation: string): string =>
  `/performance?${new URLSearchParams({ organisation, period: result.edition.period.code })}`;

export const MetricRatings = ({ metric, organisation }: { metric: Metric; organisation: string }) =>
  metric.results.length === 0 ? null : (
    <Table
      caption="How it was rated"
      rows={metric.results}
      rowKey={(result) => `${result.edition.period.code} ${result.position}`}
      columns={[
        {
          key: "edition",
          heading: "Dashboard",
          rowHeading: true,
          cell: (result) => (
            <AppLink to={dashboardAddress(result, organisation)}>{result.edition.period.label}</AppLink>
          ),
        },
        { key: "current", heading: "Figure", cell: (result) => result.current?.display ?? "No figure" },
        {
          key: "yardstick",
          heading: "Target or benchmark",
          cell: (result) =>
            result.target?.display ?? result.benchmark?.display ?? <span className="app-quiet">None</span>,
        },
        { key: "rating", heading: "Rating", cell: (result) => <RatingCell result={result} /> },
        {
          key: "quartile",
          heading: "Quartile",
          cell: (result) =>
            result.quartile ? QUARTILE[result.quartile] : <span className="app-quiet">None</span>,
        },
      ]}
    />
  );
