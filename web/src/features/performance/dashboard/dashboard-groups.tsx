import { Fragment } from "react";
import { AppLink } from "../../../ui/app-link.tsx";
import { Mark } from "../../../ui/mark.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import { AIM, type Dashboard, judgementOf, PROGRESS, QUARTILE, type Row } from "../words.ts";
import { RowNotes } from "./row-notes.tsx";

type Group = Dashboard["groups"][number];

const metricAddress = (row: Row, organisation: string): string =>
  `/performance/metrics/${encodeURIComponent(row.metric.code)}?organisation=${organisation}`;

const Measure = ({ row, organisation }: { row: Row; organisation: string }) => (
  <>
    <AppLink to={metricAddress(row, organisation)}>{row.title}</AppLink>
    <span className="app-measure__facts">
      {row.metric.officialCode ? <span className="app-code">{row.metric.officialCode}</span> : null}{" "}
      {AIM[row.metric.aim]}
      {row.betterCareFund ? ", Better Care Fund" : ""}
    </span>
    <RowNotes row={row} />
  </>
);

const Yardstick = ({ row }: { row: Row }) => {
  if (row.target) return <>{row.target.display}</>;
  if (row.benchmark) {
    return (
      <>
        {row.benchmark.display} <span className="app-quiet">{row.benchmark.group}</span>
      </>
    );
  }
  return <span className="app-quiet">None</span>;
};

const Current = ({ row }: { row: Row }) => (
  <>
    {row.current?.display ?? <span className="app-quiet">No figure</span>}
    {row.revisedSince ? <span className="app-revised">Revised since: {row.revisedSince.display}</span> : null}
  </>
);

const columnsFor = (organisation: string): Column<Row>[] => [
  {
    key: "measure",
    heading: "Measure",
    rowHeading: true,
    cell: (row) => <Measure row={row} organisation={organisation} />,
  },
  { key: "rating", heading: "Rating", cell: (row) => <Mark {...judgementOf(row.rating.effective)} /> },
  { key: "target", heading: "Target or benchmark", cell: (row) => <Yardstick row={row} /> },
  { key: "current", heading: "Current", cell: (row) => <Current row={row} /> },
  {
    key: "previous",
    heading: "Previous",
    cell: (row) => row.previous?.display ?? <span className="app-quiet">No figure</span>,
  },
  {
    key: "progress",
    heading: "Progress",
    cell: (row) =>
      row.progress ? (
        <Mark {...PROGRESS[row.progress.comparison]} />
      ) : (
        <span className="app-quiet">Not compared</span>
      ),
  },
  {
    key: "quartile",
    heading: "Quartile",
    cell: (row) => (row.quartile ? QUARTILE[row.quartile] : <span className="app-quiet">None</span>),
  },
];

const captionOf = (group: Group): string =>
  [group.outcome?.title, group.supportingOutcome?.title].filter(Boolean).join(": ") ||
  group.layer?.title ||
  "Other measures";

const keyOf = (group: Group): string =>
  [group.layer?.id, group.outcome?.id, group.supportingOutcome?.id].join(" ");

/** One table an outcome, under the heading of its layer, in the order of the committee's appendix. */
export const DashboardGroups = ({
  groups,
  organisation,
}: {
  groups: readonly Group[];
  organisation: string;
}) => {
  const columns = columnsFor(organisation);
  return groups.map((group, index) => {
    const newLayer = group.layer && group.layer.id !== groups[index - 1]?.layer?.id;
    return (
      <Fragment key={`${keyOf(group)} ${group.rows[0]?.position}`}>
        {newLayer ? <h2 className="govuk-heading-m app-layer">{group.layer?.title}</h2> : null}
        <div className="app-dashboard">
          <Table
            caption={captionOf(group)}
            columns={columns}
            rows={group.rows}
            rowKey={(row) => `${row.position} ${row.metric.id}`}
          />
        </div>
      </Fragment>
    );
  });
};
