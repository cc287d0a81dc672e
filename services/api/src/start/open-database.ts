import { appendFileSync, statSync, truncateSync } from "node:fs";
import { checkDatabase } from "@due-regard/database/check-database";
import { locateDataDirectory } from "@due-regard/database/embedded/data-directory";
import { startEmbeddedDatabase } from "@due-regard/database/embedded/start-embedded-database";
import type { DatabaseConfig } from "../config.ts";

/** A command of the operator's may have the directory for a moment: worth this wait before refusing. */
const WAIT_FOR_COMMAND_MS = 2_000;
const LONGEST_LOG_BYTES = 1_000_000;

export interface OpenDatabase {
  /** With its password: never log it. */
  url: string;
  /** Stops the embedded Postgres; nothing to do for another. */
  stop: () => Promise<void>;
}

/**
 * Reaches the configured Postgres, or starts the embedded one.
 *
 * @param onLost told, in one sentence, when the embedded Postgres ended for good
 * @throws StartFailure
 */
export async function openDatabase(
  config: DatabaseConfig,
  onLost: (message: string) => void,
): Promise<OpenDatabase> {
  if (config.databaseUrl !== null) {
    await checkDatabase(config.databaseUrl);
    return { url: config.databaseUrl, stop: async () => undefined };
  }
  return await startEmbeddedDatabase({
    dataDir: config.dataDir,
    onLog: logTo(locateDataDirectory(config.dataDir).log),
    onLost,
    waitMs: WAIT_FOR_COMMAND_MS,
  });
}

/** Postgres says little, so its log is only emptied now and then, at a start. */
export function logTo(path: string): (line: string) => void {
  let isFresh = false;
  return (line) => {
    if (!isFresh && (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LONGEST_LOG_BYTES)
      truncateSync(path);
    isFresh = true;
    appendFileSync(path, `${new Date().toISOString()} ${line}\n`, { mode: 0o600 });
  };
}
