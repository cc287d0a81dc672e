import { type Column, Table } from "../../../ui/table.tsx";
import type { Contender } from "./chart-model.ts";
import { FigureCell, Revisions } from "./figure-cell.tsx";
import { paperWords } from "./paper-words.ts";
import { computedPlace, printedPlace } from "./place-words.ts";
import { shortName } from "./short-name.ts";
import type { TableRow } from "./table-rows.ts";
import type { ReportedStanding } from "./types.ts";

const none = <span className="app-quiet">None</span>;

const TargetCell = ({ row }: { row: TableRow }) => {
  if (row.target === null) return none;
  const { row: target, of } = row.target;
  return (
    <>
      {target.display}
      {of ? <span className="app-quiet"> for {of}</span> : null}
      <Revisions
        shown={target}
        revisions={target.revisions}
        of={target.period.label}
        noun="target"
        note={target.note}
      />
    </>
  );
};

const BenchmarkCell = ({ row }: { row: TableRow }) =>
  row.benchmarks.length === 0
    ? none
    : row.benchmarks.map(({ group, display, source }) => (
        <span className="app-block" key={group} title={paperWords(source)}>
          {display} <span className="app-quiet">{group}</span>
        </span>
      ));

/** The paper of a printed place, where it is not the figure's own. */
const standingPaper = (standing: ReportedStanding, row: TableRow, organisation: string): string => {
  if (standing.source === null) return "entered here";
  const { key } = standing.source;
  const same = row.figures[organisation]?.some(({ source }) => source?.key === key);
  return same ? "as printed" : `as printed in ${paperWords(standing.source)}`;
};

const PlaceCell = ({ row, organisation }: { row: TableRow; organisation: string }) => {
  const computed = computedPlace(row.ranking, organisation);
  if (computed === null && row.printed.length === 0) return none;
  return (
    <>
      {row.printed.map((standing) => (
        <span className="app-block" key={standing.group}>
          {printedPlace(standing)}{" "}
          <span className="app-quiet">
            ({standing.group}, {standingPaper(standing, row, organisation)})
          </span>
        </span>
      ))}
      {computed === null ? null : (
        <span className="app-block">
          {computed} <span className="app-quiet">({row.ranking?.group}, worked out here)</span>
        </span>
      )}
    </>
  );
};

const columnsFor = (contenders: readonly Contender[], own: string): Column<TableRow>[] => [
  { key: "period", heading: "Period", rowHeading: true, cell: ({ period }) => period.label },
  ...contenders.map(({ code, name }) => ({
    key: code,
    heading: contenders.length === 1 ? "Figure and its paper" : name,
    cell: (row: TableRow) => (
      <FigureCell
        figures={row.figures[code] ?? []}
        of={contenders.length === 1 ? row.period.label : `${name}, ${row.period.label}`}
      />
    ),
  })),
  { key: "target", heading: "Target", cell: (row) => <TargetCell row={row} /> },
  { key: "benchmark", heading: "Benchmark", cell: (row) => <BenchmarkCell row={row} /> },
  {
    key: "place",
    heading:
      contenders.length === 1
        ? "Rank and quartile"
        : `Rank and quartile of ${shortName(contenders[0]?.name ?? "")}`,
    cell: (row) => <PlaceCell row={row} organisation={own} />,
  },
];

interface SeriesTableProps {
  rows: readonly TableRow[];
  contenders: readonly Contender[];
  /** What the table is of, for its caption. */
  name: string;
}

/** The figures behind the chart, with what the chart can't say: papers, doubts, notes and revisions. */
export const SeriesTable = ({ rows, contenders, name }: SeriesTableProps) => (
  <div className="app-metric-table">
    <Table
      caption={name}
      captionHidden
      rows={rows}
      rowKey={({ period }) => period.code}
      columns={columnsFor(contenders, contenders[0]?.code ?? "")}
    />
  </div>
);
