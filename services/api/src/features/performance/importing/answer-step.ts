import type { ImportState } from "@due-regard/domain/metrics/import/vocabulary";
import { STATES_UNDER_WAY } from "@due-regard/domain/metrics/import/vocabulary";
import { conflict, notFound, ok, type Result } from "@due-regard/domain/result";
import type { ApiContext } from "../../../context.ts";
import { LATE, settled, within } from "./import-queue.ts";
import { findImport, type ImportRecord } from "./load-imports.ts";
import { describeState } from "./steps.ts";

/** An import after a step, or while one goes on. */
export interface ImportStep {
  record: ImportRecord;
  finished: boolean;
}

/** Well within the time for an answer (server/limits.ts): what takes longer goes on, and is asked for. */
const ANSWER_WITHIN_MS = 8_000;

/**
 * Answers with what a step came to, or that it goes on. `work` is null for a retry: the answer is then where the import
 * stands, which is one of `reached` if the first call did what it was asked.
 */
export const answerStep = async (
  { db, viewer }: ApiContext,
  importId: string,
  work: Promise<Result<string>> | null,
  reached: readonly ImportState[],
): Promise<Result<ImportStep>> => {
  const outcome =
    work === null ? await settled(importId, ANSWER_WITHIN_MS) : await within(work, ANSWER_WITHIN_MS);
  if (typeof outcome === "object" && !outcome.ok) return outcome;
  const record = await findImport(db, viewer, importId);
  if (record === null) return notFound();
  const underWay = STATES_UNDER_WAY.some((state) => state === record.state);
  if (outcome === LATE || underWay) return ok({ record, finished: false });
  if (work === null && !reached.includes(record.state))
    return conflict([], record.failure ?? describeState(record.state));
  return ok({ record, finished: true });
};
