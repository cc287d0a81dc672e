import { formatDate } from "../../../ui/format/dates.ts";
import { Table } from "../../../ui/table.tsx";
import { aspectsOf } from "./change-words.ts";
import type { DashboardChange, WriteAnswer } from "./types.ts";

const Headline = ({ change: { before, after } }: { change: DashboardChange }) =>
  before.sentence === after.sentence ? (
    <p className="govuk-body">The headline counts stay: {after.sentence}.</p>
  ) : (
    <p className="govuk-body">
      The headline counts change from {before.sentence} to <strong>{after.sentence}</strong>.
    </p>
  );

const OneDashboard = ({ change }: { change: DashboardChange }) => {
  const { period, reportedOn } = change.edition;
  return (
    <div>
      {change.rows.map((row) => (
        <Table
          key={row.after.metric.id}
          caption={`On the dashboard for ${period.label}`}
          rows={aspectsOf(row)}
          rowKey={({ aspect }) => aspect}
          columns={[
            { key: "aspect", heading: "What", rowHeading: true, cell: ({ aspect }) => aspect },
            {
              key: "before",
              heading: "Now",
              cell: ({ before }) => <span className="app-text">{before}</span>,
            },
            {
              key: "after",
              heading: "After",
              cell: ({ changed, after }) =>
                changed ? <strong className="app-text">{after}</strong> : "Stays as it is",
            },
          ]}
        />
      ))}
      <Headline change={change} />
      {reportedOn ? (
        <p className="govuk-body">
          The dashboard as it was reported on {formatDate(reportedOn)} goes on showing what the committee saw.
        </p>
      ) : null}
    </div>
  );
};

/** What a write changes on each dashboard, in words. */
export const ChangesView = ({ answer: { dashboards, doubts } }: { answer: WriteAnswer }) => (
  <>
    {dashboards.length === 0 ? (
      <p className="govuk-body">Nothing changes: this says the same as what stands.</p>
    ) : (
      dashboards.map((change) => <OneDashboard key={change.edition.period.code} change={change} />)
    )}
    {doubts.map((doubt) => (
      <p className="app-doubt" key={doubt}>
        <span className="app-doubt__label">Is this right?</span> {doubt}. It can be saved as it is; the doubt
        is kept with it.
      </p>
    ))}
  </>
);
