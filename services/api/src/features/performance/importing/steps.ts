import type { Database, Executor } from "@due-regard/database/connection";
import { metricImports } from "@due-regard/database/schema/imports";
import type { ImportState } from "@due-regard/domain/metrics/import/vocabulary";
import { conflict, type Failure, notFound, ok, type Result } from "@due-regard/domain/result";
import { and, eq, inArray } from "drizzle-orm";
import type { ApiContext } from "../../../context.ts";
import { referTo } from "../../../server/graphql-errors.ts";
import type { ImportRecord } from "./load-imports.ts";

/** A step of an import is claimed by its state, in one conditional write: two people can't take the same one. */

const IN_WORDS: Record<ImportState, string> = {
  READING: "This import is still being read.",
  UPLOADED: "This import was not checked yet.",
  CHECKING: "This import is being checked.",
  CHECKED: "This import was checked and not recorded.",
  COMMITTING: "This import is being recorded.",
  COMMITTED: "This import is recorded already.",
  UNDOING: "This import is being undone.",
  UNDONE: "This import was undone already.",
  FAILED: "This import has failed, and nothing of it was kept. Send the file again.",
  EXPIRED: "The rows of this import were thrown away after some days. Send the file again.",
};

export const describeState = (state: ImportState): string => IN_WORDS[state];

/** Moves an import from one of some states to another; CONFLICT, in words, when it stands elsewhere. */
export const claimStep = async (
  db: Executor,
  importId: string,
  from: readonly ImportState[],
  change: Partial<ImportRecord> & { state: ImportState },
): Promise<Result<ImportRecord>> => {
  const [claimed] = await db
    .update(metricImports)
    .set({ failure: null, rowsDone: 0, ...change })
    .where(and(eq(metricImports.id, importId), inArray(metricImports.state, [...from])))
    .returning();
  if (claimed !== undefined) return ok(claimed);
  const [record] = await db.select().from(metricImports).where(eq(metricImports.id, importId));
  return record === undefined ? notFound() : conflict([], describeState(record.state));
};

/** Leaves a step: the import stands where it is told, with why where the step came to nothing. */
export const leaveStep = async (
  db: Database,
  importId: string,
  change: Partial<ImportRecord> & { state: ImportState },
): Promise<void> => {
  await db.update(metricImports).set(change).where(eq(metricImports.id, importId));
};

/** For what nobody expected: one full line in the log, and words with its reference. */
export const unexpected = ({ logger }: ApiContext, error: unknown, importId: string): string =>
  `Something went wrong, and nothing was recorded. Quote ${referTo(error, logger, { import: importId })} when you report it.`;

export const describeFailure = (failure: Failure): string =>
  failure.kind === "VALIDATION" && failure.problems.length === 1
    ? (failure.problems[0]?.message ?? failure.message)
    : failure.message;
