import { type Scanner, ScannerUnavailable } from "@due-regard/api/receiving/clamav";
import { dropUnusedFiles } from "@due-regard/database/files/drop-unused-files";
import { readContent } from "@due-regard/database/files/read-content";
import { nextUnscanned, recordScan, type Unscanned } from "@due-regard/database/files/unscanned";
import { z } from "zod";
import { defineJob, type JobAttempt, type JobContext } from "../job.ts";

/**
 * Every minute: lets the virus scanner look at what it has not seen (it could not be asked when the file came, or there was
 * none then), and throws away what is left of uploads that failed. Done before the job's own transaction: a scan takes
 * long, and each result is kept by itself.
 */
export const tendFiles = defineJob({
  input: z.object({}),
  cron: "* * * * *",
  prepare: async (context, _input, attempt) => {
    if (context.scanner !== null) await scanWaiting(context, context.scanner, attempt);
  },
  run: (tx) => dropUnusedFiles(tx),
});

/** One after the other, the longest wait first. A scanner that can't be asked will be, in a minute. */
const scanWaiting = async (
  { db, logger }: JobContext,
  scanner: Scanner,
  { signal }: JobAttempt,
): Promise<void> => {
  let last: Unscanned | null = null;
  for (;;) {
    const next = await nextUnscanned(db, last);
    if (next === null || signal.aborted) return;
    try {
      const verdict = await scanner.scan(readContent(db, next.sha256));
      const found = verdict.kind === "FOUND" ? verdict.name : null;
      await recordScan(db, next.sha256, found);
      if (found !== null) logger.warn({ sha256: next.sha256, found }, "the virus scanner refused a file");
    } catch (error) {
      if (!(error instanceof ScannerUnavailable)) throw error;
      logger.warn({ err: error }, "the virus scanner can't be asked, so files wait");
      return;
    }
    last = next;
  }
};
