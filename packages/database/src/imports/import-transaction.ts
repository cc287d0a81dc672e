import type { TransactionSql } from "postgres";
import type { Database } from "../connection.ts";

/** Any number that no other program locks on this database: one import is worked on at a time, by whichever process. */
const IMPORT_LOCK = 4_011_890;

/**
 * Runs a step of an import in a transaction of its own, after those of other processes. Statements may take as long as
 * a file of a million rows needs: the limit for answers does not hold here.
 */
export const inImportTransaction = async <Answer>(
  { $client }: Database,
  work: (tx: TransactionSql) => Promise<Answer>,
): Promise<Answer> =>
  (await $client.begin(async (tx) => {
    await tx`set local statement_timeout = 0`;
    await tx`select pg_advisory_xact_lock(${IMPORT_LOCK})`;
    return await work(tx);
  })) as Answer;

/** True while no process works on an import: then what is marked as under way was cut off. */
export const nobodyImports = async ({ $client }: Database): Promise<boolean> => {
  const [row] = await $client<{ free: boolean }[]>`
    select pg_try_advisory_xact_lock(${IMPORT_LOCK}) as free`;
  return row?.free ?? false;
};
