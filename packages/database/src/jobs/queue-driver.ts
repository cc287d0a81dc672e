import type { Db } from "pg-boss";
import type { Sql } from "postgres";

/** What pg-boss installs and migrates it sends as one script with its own BEGIN … COMMIT. */
const IS_SCRIPT = /^\s*BEGIN\b/i;

/**
 * Lets pg-boss work over our own driver, patched as it is (ADR 0008), rather than over a second one beside it: the way of
 * reconnecting is the same for both, and so is what tests of lost connections hold.
 */
export const queueDriver = (sql: Sql): Db => ({
  executeSql: async (text, values = []) => {
    if (IS_SCRIPT.test(text)) return await runScript(sql, text);
    return { rows: flatten(await sql.unsafe(text, values as never[])) };
  },
  listen: async (channel, onNotification, onReconnect) => {
    const { unlisten } = await sql.listen(channel, onNotification, onReconnect);
    return { close: unlisten };
  },
});

/** A script must stay on one connection: the driver refuses it elsewhere. */
const runScript = async (sql: Sql, text: string): Promise<{ rows: unknown[] }> => {
  const connection = await sql.reserve();
  try {
    return { rows: flatten(await connection.unsafe(text)) };
  } catch (error) {
    await connection.unsafe("rollback").catch(() => undefined);
    throw error;
  } finally {
    connection.release();
  }
};

/** Several statements in one text give a list of results; pg-boss wants the rows of all of them. */
const flatten = (result: readonly unknown[]): unknown[] =>
  result.some(Array.isArray) ? result.flat() : [...result];
