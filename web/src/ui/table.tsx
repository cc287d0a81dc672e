// biome-ignore-all lint/a11y/noRedundantRoles: on a narrow screen the cells are no table cells to CSS, which takes their roles away
import { Fragment, type ReactNode } from "react";
import { classNames } from "./class-names.ts";

export interface Column<Row> {
  key: string;
  heading: ReactNode;
  cell: (row: Row) => ReactNode;
  numeric?: boolean | undefined;
  /** The cell that names its row. */
  rowHeading?: boolean | undefined;
  /** Its share of the table's width, for tables that must line up: "12%". */
  width?: string | undefined;
  /** Left out on paper; such columns come last. */
  screenOnly?: boolean | undefined;
}

interface Frame<Row> {
  caption: ReactNode;
  captionHidden?: boolean | undefined;
  columns: readonly Column<Row>[];
  className?: string | undefined;
}

const onScreen = <Row,>({ screenOnly }: Column<Row>) => (screenOnly ? "app-screen-only" : undefined);

interface TableProps<Row> extends Frame<Row> {
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

/**
 * A table that becomes a stack of labelled facts on a narrow screen: each cell then carries its column's heading.
 * The roles are stated because some browsers drop them when the display changes.
 */
export const Table = <Row,>({ rows, rowKey, ...frame }: TableProps<Row>) => (
  <TableFrame {...frame}>
    <tbody className="govuk-table__body" role="rowgroup">
      {rows.map((row) => (
        <TableRow key={rowKey(row)} columns={frame.columns} row={row} />
      ))}
    </tbody>
  </TableFrame>
);

export interface RowGroup<Row> {
  key: string;
  /** What its rows have in common. Null: nothing to say. */
  heading: ReactNode;
  rows: readonly Row[];
}

interface GroupedTableProps<Row> extends Frame<Row> {
  groups: readonly RowGroup<Row>[];
  rowKey: (row: Row) => string;
  /** What stands beneath a row, as wide as the table. Null: nothing. */
  beneath?: ((row: Row) => ReactNode) | undefined;
}

/** The same with its rows in groups, each under a heading of its own. */
export const GroupedTable = <Row,>({ groups, rowKey, beneath, ...frame }: GroupedTableProps<Row>) => {
  // A heading that spans a column which paper leaves out would be wider there than its rows.
  const screenOnly = frame.columns.filter((column) => column.screenOnly);
  return (
    <TableFrame {...frame}>
      {groups.map((group) => (
        <tbody className="govuk-table__body" role="rowgroup" key={group.key}>
          {group.heading ? (
            <tr className="govuk-table__row app-table__group" role="row">
              {/* biome-ignore lint/a11y/useSemanticElements: it is one, for more than a row; see above on roles */}
              <th
                className="govuk-table__header app-table__group-heading"
                role="rowheader"
                scope="rowgroup"
                colSpan={frame.columns.length - screenOnly.length}
              >
                {group.heading}
              </th>
              {screenOnly.map((column) => (
                <td key={column.key} className={classNames("app-table__group-heading", onScreen(column))} />
              ))}
            </tr>
          ) : null}
          {group.rows.map((row) => {
            const below = beneath?.(row);
            return (
              <Fragment key={rowKey(row)}>
                <TableRow columns={frame.columns} row={row} />
                {below ? (
                  <tr className="app-table__beneath" role="row">
                    <td role="cell" colSpan={frame.columns.length}>
                      {below}
                    </td>
                  </tr>
                ) : null}
              </Fragment>
            );
          })}
        </tbody>
      ))}
    </TableFrame>
  );
};

const TableFrame = <Row,>({
  caption,
  captionHidden,
  columns,
  className,
  children,
}: Frame<Row> & { children: ReactNode }) => (
  <table className={classNames("govuk-table app-table", className)} role="table">
    <caption
      className={captionHidden ? "govuk-visually-hidden" : "govuk-table__caption govuk-table__caption--m"}
    >
      {caption}
    </caption>
    {columns.some(({ width }) => width) ? (
      <colgroup>
        {columns.map((column) => (
          <col key={column.key} className={onScreen(column)} style={{ width: column.width }} />
        ))}
      </colgroup>
    ) : null}
    <thead className="govuk-table__head" role="rowgroup">
      <tr className="govuk-table__row" role="row">
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            role="columnheader"
            className={classNames(
              "govuk-table__header",
              column.numeric && "govuk-table__header--numeric",
              onScreen(column),
            )}
          >
            {column.heading}
          </th>
        ))}
      </tr>
    </thead>
    {children}
  </table>
);

const TableRow = <Row,>({ columns, row }: { columns: readonly Column<Row>[]; row: Row }) => (
  <tr className="govuk-table__row" role="row">
    {columns.map((column) => (
      <Cell key={column.key} column={column} row={row} />
    ))}
  </tr>
);

const Cell = <Row,>({ column, row }: { column: Column<Row>; row: Row }) => {
  const label = (
    <span className="app-table__label" aria-hidden="true">
      {column.heading}
    </span>
  );
  const content = <span className="app-table__content">{column.cell(row)}</span>;
  return column.rowHeading ? (
    <th
      scope="row"
      role="rowheader"
      className={classNames("govuk-table__header app-table__row-heading", onScreen(column))}
    >
      {content}
    </th>
  ) : (
    <td
      role="cell"
      className={classNames(
        "govuk-table__cell",
        column.numeric && "govuk-table__cell--numeric",
        onScreen(column),
      )}
    >
      {label}
      {content}
    </td>
  );
};
