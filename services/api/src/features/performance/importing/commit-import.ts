import type { Transaction } from "@due-regard/database/connection";
import { errorCode } from "@due-regard/database/error-code";
import { discardRows } from "@due-regard/database/imports/discard-rows";
import {
  type FigureConflict,
  isUnchanged,
  listConflicts,
  listImportedOrganisations,
  lockImportedMetrics,
  mergeFigures,
  surveyImport,
} from "@due-regard/database/imports/merge-figures";
import { metricImportProblems, metricImports } from "@due-regard/database/schema/imports";
import { mayForOrganisation } from "@due-regard/domain/access/policy";
import { conflict, notAllowed, ok, type Result } from "@due-regard/domain/result";
import { eq } from "drizzle-orm";
import type { ApiContext, SignedInViewer } from "../../../context.ts";
import { inTransaction, recordAudit } from "../../../schema/in-transaction.ts";
import { findOrganisations } from "../figure-subjects.ts";
import { type ImportRecord, progressWriter } from "./load-imports.ts";

const UNIQUE_VIOLATION = "23505";
const CONFLICTS_SHOWN = 50;
/** Above any number that the check gives to the problems of a row. */
const CONFLICT_NUMBER = 1_000;

/**
 * Records a checked import in one transaction: all its figures begin at one instant. Under the locks it looks again whether
 * they change what the check said that they change; what somebody recorded meanwhile is a conflict, and nothing is kept.
 */
export const commitImport = async (
  context: ApiContext,
  viewer: SignedInViewer,
  record: ImportRecord,
  skipFaulty: boolean,
): Promise<Result<string>> => {
  const merged = await inTransaction(context, (tx) => merge(tx, context, viewer, record, skipFaulty)).catch(
    (error: unknown) => {
      // A figure that is new in the file is no longer new: the rule of one current revision has found it.
      if (errorCode(error) === UNIQUE_VIOLATION) return null;
      throw error;
    },
  );
  if (merged !== null && (merged.ok || merged.failure.kind !== "CONFLICT")) {
    if (merged.ok) await discardRows(context.db, record.id);
    return merged;
  }
  return conflictOf(await keepConflicts(context, record.id));
};

const merge = async (
  tx: Transaction,
  context: ApiContext,
  viewer: SignedInViewer,
  record: ImportRecord,
  skipFaulty: boolean,
): Promise<Result<string>> => {
  const { id, counts } = record;
  const survey = await surveyImport(tx, id);
  await lockImportedMetrics(tx, survey);
  const closed = await findClosed(tx, viewer, await listImportedOrganisations(tx, survey));
  if (closed !== null) return notAllowed(`Your role does not reach as far as ${closed}.`);
  if (!(await isUnchanged(tx, id, survey))) return conflict([]);
  const onProgress = progressWriter(context.db, id);
  const recordedAt = await mergeFigures(tx, { importId: id, userId: viewer.userId, survey, onProgress });
  await recordAudit(tx, context, [
    {
      action: "metrics.imported",
      subjectType: "metric_import",
      subjectId: id,
      detail: { file: record.fileName, sha256: record.sha256, bytes: record.bytes, counts, skipFaulty },
    },
  ]);
  await tx
    .update(metricImports)
    .set({ state: "COMMITTED", recordedAt, recordedById: viewer.userId, skippedFaulty: skipFaulty })
    .where(eq(metricImports.id, id));
  return ok(id);
};

/** The name of an organisation whose figures are not the viewer's to write; null: there is none. */
export const findClosed = async (
  tx: Transaction,
  viewer: SignedInViewer,
  codes: readonly string[],
): Promise<string | null> => {
  if (codes.length === 0) return null;
  const found = await findOrganisations(tx, codes);
  const closed = [...found.values()].find(
    ({ departmentIds }) => !mayForOrganisation(viewer, "performance.import", departmentIds),
  );
  return closed?.name ?? null;
};

/** Finds each figure that was recorded meanwhile, and keeps it with the import's problems. */
const keepConflicts = async (context: ApiContext, importId: string): Promise<FigureConflict[]> =>
  await context.db.transaction(async (tx) => {
    await lockImportedMetrics(tx, await surveyImport(tx, importId));
    const conflicts = await listConflicts(tx, importId);
    for (let from = 0; from < conflicts.length; from += 1_000) {
      const rows = conflicts.slice(from, from + 1_000).map(({ row, theirs, yours }) => ({
        importId,
        row,
        number: CONFLICT_NUMBER,
        kind: "CONFLICT",
        detail: describe(theirs, yours).slice(0, 500),
      }));
      await tx.insert(metricImportProblems).values(rows).onConflictDoNothing();
    }
    return conflicts;
  });

const describe = (theirs: string | null, yours: string): string =>
  theirs === null
    ? `Somebody took back the figure that this row was to change to ${yours}.`
    : `Somebody recorded ${theirs} after the check; this row says ${yours}.`;

const conflictOf = (conflicts: readonly FigureConflict[]): Result<never> =>
  conflict(
    conflicts.slice(0, CONFLICTS_SHOWN).map(({ row, theirs, yours, revisions, seen }) => ({
      path: `row ${row}`,
      currentVersion: revisions,
      basedOnVersion: seen,
      theirs,
      yours,
    })),
    `${conflicts.length === 1 ? "One figure was" : `${conflicts.length} figures were`} changed by somebody after the check. Nothing was recorded: check the file again.`,
  );
