import { checkDatabase } from "../../packages/database/src/check-database.ts";
import { connectDatabase } from "../../packages/database/src/connection.ts";
import { startEmbeddedDatabase } from "../../packages/database/src/embedded/start-embedded-database.ts";
import { createEmptyDatabase } from "../../packages/database/src/test-support/clone-database.ts";

export interface BenchServer {
  /** An empty database of the bench's own. */
  url: string;
  /** Takes it away. */
  stop: () => Promise<void>;
}

/** Where the bench has its database: a Postgres that runs already, by its address, or, when not told, the application's own. */
export type ServerAddress = string | null;

/**
 * An empty database that goes away at the end: in a Postgres of its own in a directory, or in one that somebody else runs,
 * by an account that may create databases.
 *
 * @throws StartFailure, one clear sentence, when Postgres can't be reached, started or used
 */
export const startBenchServer = async (server: ServerAddress, dataDir: string): Promise<BenchServer> => {
  if (server === null)
    return await startEmbeddedDatabase({ dataDir, onLog: () => undefined, announce: false });
  await checkDatabase(server);
  const { url, drop } = await createEmptyDatabase(server, "bench");
  return { url, stop: drop };
};

/** What kind of Postgres it is, for whoever reads the figures. */
export const describeServer = async (server: ServerAddress): Promise<string> => {
  if (server === null) return "Postgres 18 of the application’s own";
  await checkDatabase(server);
  const { sql, close } = connectDatabase(server, { max: 1 });
  try {
    const [row] = await sql<{ version: string }[]>`select split_part(version(), ',', 1) as version`;
    return `${row?.version ?? "Postgres"}, which runs by itself`;
  } finally {
    await close();
  }
};
