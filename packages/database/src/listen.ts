import type { DatabaseConnection } from "./connection.ts";

export interface ListenHandlers {
  onMessage: (payload: string) => void;
  /**
   * From now on messages arrive: at first, and again after each loss of the connection. What was announced in between is not
   * told later, so whoever listens must look for themselves.
   */
  onListening: () => void;
}

/**
 * Listens to a channel of Postgres (NOTIFY) on a connection of its own, which is opened anew for as long as it takes when it
 * is lost. Rejects when the first connection fails. Closing the pool ends it. Behind PgBouncer it needs session pooling.
 */
export const listenTo = async (
  { sql }: Pick<DatabaseConnection, "sql">,
  channel: string,
  { onMessage, onListening }: ListenHandlers,
): Promise<{ stop: () => Promise<void> }> => {
  const { unlisten } = await sql.listen(channel, onMessage, onListening);
  return { stop: unlisten };
};
