import type { Transaction } from "@due-regard/database/connection";
import { and, eq, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";

/** Tables whose rows carry their own version: answers, both kinds of impact, improvement actions. */
type VersionedTable = PgTable & { version: PgColumn; savedAt: PgColumn; savedById: PgColumn };

type StoredRow = Record<string, unknown> & { version: number };

interface Swap {
  table: VersionedTable;
  /** Columns that name the one row. */
  key: Record<string, unknown>;
  /** Columns to write. */
  values: Record<string, unknown>;
  /** The version that the edit was based on; 0 when there was no row. */
  basedOnVersion: number;
  savedById: string;
}

export type SwapOutcome =
  | { kind: "SAVED"; version: number }
  /** What is stored is what was sent: nothing was written, and the client may go on from `version`. */
  | { kind: "SAME"; version: number }
  | { kind: "CONFLICT"; stored: StoredRow };

/**
 * Writes one versioned row if it still has the version that the edit was based on. A row that holds just what was sent
 * counts as saved, whatever its version, so that a retry after a lost answer is safe; it gets no new version.
 * `decideSave` (domain/ehria/save-rule.ts) is the same rule, pure.
 */
export const compareAndSwap = async (tx: Transaction, swap: Swap): Promise<SwapOutcome> => {
  const { table, key, values, basedOnVersion, savedById } = swap;
  const written = basedOnVersion === 0 ? await insertRow(tx, swap) : await updateRow(tx, swap);
  if (written !== undefined) return { kind: "SAVED", version: written.version };
  const [stored] = (await tx.select().from(table).where(matching(table, key)).for("update")) as StoredRow[];
  // The row was named by its version and is gone: write it anew, so that no text is lost.
  if (stored === undefined)
    return await compareAndSwap(tx, { table, key, values, basedOnVersion: 0, savedById });
  const same = Object.entries(values).every(
    ([column, value]) => (stored[column] ?? null) === (value ?? null),
  );
  return same ? { kind: "SAME", version: stored.version } : { kind: "CONFLICT", stored };
};

const insertRow = async (
  tx: Transaction,
  { table, key, values, savedById }: Swap,
): Promise<StoredRow | undefined> => {
  const rows = await tx
    .insert(table)
    .values({ ...key, ...values, savedById } as never)
    .onConflictDoNothing()
    .returning();
  return (rows as StoredRow[])[0];
};

const updateRow = async (tx: Transaction, swap: Swap): Promise<StoredRow | undefined> => {
  const { table, key, values, basedOnVersion, savedById } = swap;
  const rows = await tx
    .update(table)
    .set({ ...values, savedById, savedAt: sql`now()`, version: sql`${table.version} + 1` } as never)
    .where(and(matching(table, key), eq(table.version, basedOnVersion), differing(table, values)))
    .returning();
  return (rows as StoredRow[])[0];
};

/** A save of what is stored already makes no new version. */
const differing = (table: VersionedTable, values: Record<string, unknown>): SQL | undefined =>
  or(
    ...Object.entries(values).map(([name, value]) => {
      const column = columnOf(table, name);
      return sql`${column} is distinct from ${sql.param(value ?? null, column)}`;
    }),
  );

const columnOf = (table: VersionedTable, name: string): PgColumn => {
  const column = (table as unknown as Record<string, PgColumn | undefined>)[name];
  if (column === undefined) throw new Error(`There is no column ${name}`);
  return column;
};

const matching = (table: VersionedTable, key: Record<string, unknown>): SQL | undefined =>
  and(
    ...Object.entries(key).map(([name, value]) => {
      // A filter on a value that is undefined would silently vanish and match every row.
      if (value === undefined) throw new Error(`No value to match ${name} by`);
      return eq(columnOf(table, name), value);
    }),
  );
