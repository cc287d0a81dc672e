import type { Executor } from "@due-regard/database/connection";
import { type InferSelectModel, inArray } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";

type TableWithId = PgTable & { id: PgColumn };

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** True for a text that can be a row's id: anything else would be an error in Postgres, not a missing row. */
export const isRowId = (text: string): boolean => UUID.test(text);

/** Puts rows in the order of the ids that were asked for, null where there is none: what a DataLoader expects. */
export const inOrderOfIds = <Row extends { id: string }>(
  ids: readonly string[],
  rows: readonly Row[],
): Row[] => {
  const byId = new Map(rows.map((row) => [row.id, row]));
  // The loader's types know no null; Pothos takes one as "no such object".
  return ids.map((id) => byId.get(id) ?? null) as Row[];
};

/** Rows of a table in the order of their ids. */
export const loadByIds = async <Table extends TableWithId>(
  db: Executor,
  table: Table,
  ids: readonly string[],
): Promise<InferSelectModel<Table>[]> => {
  const known = ids.filter(isRowId);
  if (known.length === 0) return inOrderOfIds(ids, []);
  const rows = await db
    .select()
    .from(table as PgTable)
    .where(inArray(table.id, known));
  return inOrderOfIds(ids, rows as { id: string }[]) as InferSelectModel<Table>[];
};
