import { AppLink } from "../../../ui/app-link.tsx";
import { formatDate, formatDay } from "../../../ui/format/dates.ts";
import { Mark } from "../../../ui/mark.tsx";
import { type Column, GroupedTable } from "../../../ui/table.tsx";
import { judgementOf, type Metric } from "../words.ts";
import { useResultEditing } from "./result-editing.tsx";
import type { Result } from "./types.ts";

const suggested = ({ rating }: Result): string | null => rating.suggested ?? rating.suggestedComparison;
const judged = ({ rating }: Result): string | null => rating.judged ?? rating.comparison;

const quiet = (words: string) => <span className="app-quiet">{words}</span>;

/** An officer may also have judged that there is nothing to judge; the reason is then theirs as well. */
const isJudged = ({ rating }: Result): boolean => rating.judgedAt !== null;

const Suggested = ({ result }: { result: Result }) => (
  <>
    {suggested(result) === null ? quiet("Nothing suggested") : <Mark {...judgementOf(suggested(result))} />}
    <span className="govuk-hint app-block">{result.rating.suggestedReason}</span>
  </>
);

const Judged = ({ result }: { result: Result }) => {
  const { judgedBy, judgedAt, reason } = result.rating;
  const who = judgedBy && judgedAt ? `${judgedBy.name}, ${formatDay(judgedAt)}` : null;
  return (
    <>
      {judged(result) === null ? quiet("No judgement") : <Mark {...judgementOf(judged(result))} />}
      {who ? <span className="govuk-hint app-block">{who}</span> : null}
      {isJudged(result) ? <span className="govuk-hint app-block">{reason}</span> : null}
    </>
  );
};

const dashboardAddress = (result: Result, organisation: string): string =>
  `/performance?${new URLSearchParams({ organisation, period: result.edition.period.code })}`;

interface MetricRatingsProps {
  metric: Metric;
  organisation: string;
  /** The day as at which the page stands. Null: now. */
  asAt: string | null;
  /** Whether this reader may judge, or change what stands. */
  mayEdit: boolean;
  /** Told when a form's errors come and go, for the title of the page. */
  onErrors: (has: boolean) => void;
}

/** Dashboards that a committee had seen by the day, or that are being prepared where the day is today. */
const shownBy =
  (asAt: string | null) =>
  ({ edition }: Result): boolean =>
    asAt === null || (edition.reportedOn !== null && edition.reportedOn <= asAt);

const columnsFor = (organisation: string): Column<Result>[] => [
  {
    key: "edition",
    heading: "Dashboard",
    rowHeading: true,
    cell: (result) => (
      <>
        <AppLink to={dashboardAddress(result, organisation)}>{result.edition.period.label}</AppLink>
        <span className="govuk-hint app-block">
          {result.edition.reportedOn ? `Reported ${formatDate(result.edition.reportedOn)}` : "Being prepared"}
        </span>
      </>
    ),
  },
  { key: "current", heading: "Figure", cell: (result) => result.current?.display ?? quiet("No figure") },
  {
    key: "yardstick",
    heading: "Target or benchmark",
    cell: (result) => result.target?.display ?? result.benchmark?.display ?? quiet("None"),
  },
  { key: "suggested", heading: "Suggested", cell: (result) => <Suggested result={result} /> },
  { key: "judged", heading: "Judged", cell: (result) => <Judged result={result} /> },
];

/** How it was rated on each dashboard: what its target suggests, what an officer judged, and why. */
export const MetricRatings = ({ metric, organisation, asAt, mayEdit, onErrors }: MetricRatingsProps) => {
  const editing = useResultEditing({ metric: metric.code, organisation }, onErrors);
  const results = metric.results.filter(shownBy(asAt)).toReversed();
  if (results.length === 0) return null;
  // Forms start from what is known now: beside figures as at an earlier day they would mislead.
  const change: Column<Result>[] = mayEdit && asAt === null ? [editing.column] : [];
  return (
    <section aria-labelledby="ratings">
      <h2 className="govuk-heading-m" id="ratings">
        How it was rated
      </h2>
      <GroupedTable
        caption="How it was rated on each dashboard"
        captionHidden
        groups={[{ key: "all", heading: null, rows: results }]}
        rowKey={(result) => `${result.edition.period.code} ${result.position}`}
        columns={[...columnsFor(organisation), ...change]}
        beneath={editing.beneath}
      />
    </section>
  );
};
