import { Details } from "../../../ui/details.tsx";
import { formatDate, formatDay } from "../../../ui/format/dates.ts";
import { Table } from "../../../ui/table.tsx";
import type { Figure, Metric } from "../words.ts";
import { financialYearOf } from "./series.ts";

const newestFirst = (left: Figure, right: Figure) =>
  right.period.end.localeCompare(left.period.end) || left.period.start.localeCompare(right.period.start);

/** The yardstick for the figure's own period; failing that, the one for its year, named as such. */
const targetFor = (figure: Figure, targets: Metric["targets"]): string => {
  const own = targets.find(({ period }) => period.code === figure.period.code);
  if (own) return own.display;
  const year = targets.find(
    ({ period }) => financialYearOf(period.end) === financialYearOf(figure.period.end),
  );
  return year ? `${year.display} for ${year.period.label}` : "";
};

const sourceOf = ({ source }: Figure): string =>
  source
    ? [source.title, source.meetingDate && formatDate(source.meetingDate)].filter(Boolean).join(", ")
    : "Not stated";

const Revisions = ({ figure }: { figure: Figure }) => {
  const earlier = figure.revisions.filter(({ id }) => id !== figure.id);
  if (earlier.length === 0) return null;
  return (
    <Details
      summary={
        <>
          {earlier.length === 1 ? "1 earlier value" : `${earlier.length} earlier values`}
          <span className="govuk-visually-hidden"> for {figure.period.label}</span>
        </>
      }
    >
      <ul className="govuk-list">
        {earlier.map((revision) => (
          <li key={revision.id}>
            <strong>{revision.display}</strong>, recorded {formatDay(revision.recordedAt)}
            {revision.source ? ` from ${revision.source.title}` : ""}
          </li>
        ))}
      </ul>
    </Details>
  );
};

const Value = ({ figure }: { figure: Figure }) => (
  <>
    <strong>{figure.display}</strong>
    {figure.note ? <span className="govuk-hint app-block">{figure.note}</span> : null}
    {figure.doubts.map((doubt) => (
      <span className="app-doubt" key={doubt}>
        <span className="app-doubt__label">Doubt:</span> {doubt}
      </span>
    ))}
    <Revisions figure={figure} />
  </>
);

export const MetricValues = ({ metric, figures }: { metric: Metric; figures: readonly Figure[] }) =>
  figures.length === 0 ? (
    <p className="govuk-body">No figures have been recorded.</p>
  ) : (
    <Table
      caption="The figures"
      captionHidden
      rows={[...figures].sort(newestFirst)}
      rowKey={(figure) => figure.id}
      columns={[
        { key: "period", heading: "Period", rowHeading: true, cell: (figure) => figure.period.label },
        { key: "value", heading: "Figure", cell: (figure) => <Value figure={figure} /> },
        {
          key: "target",
          heading: "Target",
          cell: (figure) => targetFor(figure, metric.targets) || <span className="app-quiet">None</span>,
        },
        { key: "source", heading: "Source", cell: sourceOf },
      ]}
    />
  );
