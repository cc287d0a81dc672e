// biome-ignore-all lint/a11y/noRedundantRoles: on a narrow screen the cells are no table cells to CSS, which takes their roles away
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export interface Column<Row> {
  key: string;
  heading: ReactNode;
  cell: (row: Row) => ReactNode;
  numeric?: boolean | undefined;
  /** The cell that names its row. */
  rowHeading?: boolean | undefined;
}

interface TableProps<Row> {
  caption: ReactNode;
  captionHidden?: boolean | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

/**
 * A table that becomes a stack of labelled facts on a narrow screen: each cell then carries its column's heading.
 * The roles are stated because some browsers drop them when the display changes.
 */
export const Table = <Row,>({ caption, captionHidden, columns, rows, rowKey }: TableProps<Row>) => (
  <table className="govuk-table app-table" role="table">
    <caption
      className={captionHidden ? "govuk-visually-hidden" : "govuk-table__caption govuk-table__caption--m"}
    >
      {caption}
    </caption>
    <thead className="govuk-table__head" role="rowgroup">
      <tr className="govuk-table__row" role="row">
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            role="columnheader"
            className={classNames("govuk-table__header", column.numeric && "govuk-table__header--numeric")}
          >
            {column.heading}
          </th>
        ))}
      </tr>
    </thead>
    <tbody className="govuk-table__body" role="rowgroup">
      {rows.map((row) => (
        <tr className="govuk-table__row" role="row" key={rowKey(row)}>
          {columns.map((column) => (
            <Cell key={column.key} column={column} row={row} />
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

const Cell = <Row,>({ column, row }: { column: Column<Row>; row: Row }) => {
  const label = (
    <span className="app-table__label" aria-hidden="true">
      {column.heading}
    </span>
  );
  const content = <span className="app-table__content">{column.cell(row)}</span>;
  return column.rowHeading ? (
    <th scope="row" role="rowheader" className="govuk-table__header app-table__row-heading">
      {content}
    </th>
  ) : (
    <td
      role="cell"
      className={classNames("govuk-table__cell", column.numeric && "govuk-table__cell--numeric")}
    >
      {label}
      {content}
    </td>
  );
};
