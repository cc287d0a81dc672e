import { getTableColumns, type Table } from "drizzle-orm";

/**
 * `json_build_object('validFrom', d."valid_from", …)`: a whole row of a table, named as Drizzle names it, for the alias
 * that it has in a statement. Decimals leave Postgres as text: JSON numbers would lose their printed precision.
 */
export const rowJson = (table: Table, alias: string): string => {
  const members = Object.entries(getTableColumns(table)).map(
    ([name, column]) =>
      `'${name}', ${alias}."${column.name}"${column.columnType === "PgNumeric" ? "::text" : ""}`,
  );
  return `json_build_object(${members.join(", ")})`;
};
