import type { ParameterOrJSON, Row, Sql } from "postgres";
import type { Executor } from "../connection.ts";

/** What Drizzle keeps of a transaction's connection, beneath its types. */
interface InTransaction {
  session: { client: Sql };
}

/** The pool, or inside a transaction the connection that it runs on. */
const clientOf = (db: Executor): Sql =>
  "$client" in db ? db.$client : (db as unknown as InTransaction).session.client;

/**
 * One statement of a read model, prepared: Postgres parses and plans it once for each connection. In a transaction it sees
 * what the transaction has written. For texts of a known number alone: each stays prepared as long as its connection.
 */
export const runPrepared = async <Found extends Row>(
  db: Executor,
  text: string,
  parameters: readonly ParameterOrJSON<never>[],
): Promise<Found[]> => await clientOf(db).unsafe<Found[]>(text, [...parameters], { prepare: true });
