import { getTableColumns, type Table } from "drizzle-orm";

/**
 * `json_build_object('validFrom', d."valid_from", …)`: a whole row of a table, named as Drizzle names it, for the alias
 * that it has in a statement. Decimals leave Postgres as text: JSON numbers would lose their printed precision.
 *
 * @param more further members, as SQL, by their names
 */
export const rowJson = (table: Table, alias: string, more: Record<string, string> = {}): string => {
  const members = Object.entries(getTableColumns(table)).map(
    ([name, column]) =>
      `'${name}', ${alias}."${column.name}"${column.columnType === "PgNumeric" ? "::text" : ""}`,
  );
  const others = Object.entries(more).map(([name, expression]) => `'${name}', ${expression}`);
  return `json_build_object(${[...members, ...others].join(", ")})`;
};
