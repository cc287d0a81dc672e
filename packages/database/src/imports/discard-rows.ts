import { sql } from "drizzle-orm";
import type { Executor } from "../connection.ts";
import { errorCode } from "../error-code.ts";

const STAGES = ["metric_import_rows", "metric_import_figures"] as const;
const LOCK_NOT_AVAILABLE = "55P03";

/**
 * Throws away the rows of an import and what its check made of them. Where no other import has any and nobody is at the
 * table, it is emptied as a whole, which takes no time however many there are; else row by row.
 */
export const discardRows = async (db: Executor, importId: string): Promise<void> => {
  for (const stage of STAGES) {
    const table = sql.raw(stage);
    const emptied = await db
      .transaction(async (tx) => {
        await tx.execute(sql`lock table ${table} in access exclusive mode nowait`);
        // Each end of the key is looked up: a condition with <> would read the whole stage.
        const [others] = await tx.execute<{ any: boolean }>(sql`select
          exists (select from ${table} where import_id < ${importId}::uuid) or
          exists (select from ${table} where import_id > ${importId}::uuid) as any`);
        if (others?.any !== false) return false;
        await tx.execute(sql`truncate ${table}`);
        return true;
      })
      .catch((error: unknown) => {
        if (errorCode(error) === LOCK_NOT_AVAILABLE) return false;
        throw error;
      });
    if (!emptied) await db.execute(sql`delete from ${table} where import_id = ${importId}::uuid`);
  }
};
