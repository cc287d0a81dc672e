import { COLUMN_WORDS, IMPACT_COLUMNS } from "@due-regard/domain/ehria/cumulative/cumulate";
import { useSearchParams } from "react-router";
import { AppLink } from "../../ui/app-link.tsx";
import { Table } from "../../ui/table.tsx";
import { cellAddress, cellIn } from "./impact-address.ts";
import type { Cell, ImpactRow } from "./types.ts";

const CountLink = ({ cell }: { cell: Cell }) => {
  const [search] = useSearchParams();
  if (cell.count === 0) return <span className="app-quiet app-impact__none">0</span>;
  const open = cellIn(search);
  const isOpen = open?.characteristic === cell.characteristic && open.column === cell.column;
  return (
    <AppLink
      to={cellAddress(search, cell)}
      staysHere
      className={isOpen ? "app-impact__open" : undefined}
      hiddenText={`${cell.count === 1 ? "assessment" : "assessments"}: ${cell.label}, ${COLUMN_WORDS[cell.column].toLowerCase()}`}
    >
      {cell.count}
    </AppLink>
  );
};

/** Who is affected, and which way: each row adds up to the assessments that count. */
export const ImpactTable = ({ rows, total }: { rows: readonly ImpactRow[]; total: number }) => (
  <Table
    caption={`How many of ${total} ${total === 1 ? "assessment" : "assessments"} say what of each group`}
    className="app-impact__table"
    rows={rows}
    rowKey={({ characteristic }) => characteristic}
    columns={[
      { key: "label", heading: "People", rowHeading: true, cell: ({ label }) => label },
      ...IMPACT_COLUMNS.map((column, index) => ({
        key: column,
        heading: COLUMN_WORDS[column],
        numeric: true,
        cell: ({ cells }: ImpactRow) => {
          const cell = cells[index];
          return cell === undefined ? null : <CountLink cell={cell} />;
        },
      })),
      { key: "total", heading: "All", numeric: true, cell: () => total },
    ]}
  />
);
