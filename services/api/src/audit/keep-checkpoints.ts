import type { Database } from "@due-regard/database/connection";
import type { Logger } from "pino";
import type { SealKeys } from "../seal/seal-keys.ts";
import { describeError } from "../server/describe-error.ts";
import { writeCheckpoint } from "./checkpoint-file.ts";

/** How often the record is signed, where it has moved. */
const EVERY_MS = 15 * 60 * 1000;

export interface CheckpointKeeping {
  db: Database;
  keys: SealKeys;
  path: string;
  logger: Logger;
}

/**
 * Signs the audit record now, every quarter of an hour, and at the end. Each checkpoint goes into the file and into the log, which
 * councils collect elsewhere. It is a clock of this process, not a job in the queue: the file is this machine's own.
 */
export const keepCheckpoints = async ({ db, keys, path, logger }: CheckpointKeeping) => {
  const write = async (): Promise<void> => {
    try {
      const checkpoint = await writeCheckpoint(db, path, keys);
      if (checkpoint !== null) logger.info({ checkpoint }, "audit checkpoint");
    } catch (error) {
      logger.error({ error: describeError(error) }, "the audit record could not be signed");
    }
  };
  await write();
  const timer = setInterval(() => void write(), EVERY_MS);
  timer.unref();
  return {
    stop: async (): Promise<void> => {
      clearInterval(timer);
      await write();
    },
  };
};
