import type { ImportFormat, ImportMapping } from "@due-regard/domain/metrics/import/vocabulary";
import { invalid, notFound, ok, type Result } from "@due-regard/domain/result";
import type { ApiContext, SignedInViewer } from "../../../context.ts";
import { spoolFile } from "../../../receiving/spool-file.ts";
import { UnreadableFile } from "../../../receiving/unreadable-file.ts";
import { mappingFromHeaders } from "./choose-mapping.ts";
import { IMPORT_FILE } from "./files/import-limits.ts";
import { enqueue } from "./import-queue.ts";
import { findImport, type ImportRecord } from "./load-imports.ts";
import { runSteps } from "./run-steps.ts";
import { claimStep, describeState } from "./steps.ts";
import { suggestFor } from "./suggest-for-import.ts";
import { takeInFile } from "./take-in-file.ts";

/**
 * An import without HTTP, each step to its end: for the command line, and for whoever measures. The steps are those of the
 * API: stage, check, record.
 */

/** Reads a file into the stage. */
export const stageImport = async (
  context: ApiContext,
  viewer: SignedInViewer,
  name: string,
  source: AsyncIterable<Uint8Array>,
  onRegistered: (importId: string) => void = () => undefined,
): Promise<Result<ImportRecord>> => {
  const file = await spoolFile(source, IMPORT_FILE).catch((error: unknown) => {
    if (error instanceof UnreadableFile) return invalid([{ path: "file", message: error.message }]);
    throw error;
  });
  if ("ok" in file) return file;
  const taken = await takeInFile(context, viewer, { name, file });
  if (!taken.ok) return taken;
  onRegistered(taken.value.importId);
  await taken.value.done;
  return await reload(context, viewer, taken.value.importId);
};

const reload = async (
  { db }: ApiContext,
  viewer: SignedInViewer,
  id: string,
): Promise<Result<ImportRecord>> => {
  const record = await findImport(db, viewer, id);
  if (record === null) return notFound();
  if (record.state !== "FAILED") return ok(record);
  return invalid([{ path: "file", message: record.failure ?? describeState(record.state) }]);
};

export interface MappingHints {
  format?: ImportFormat | undefined;
  /** Name of the sheet. */
  sheet?: string | undefined;
  /** Year of a national file that does not say it. */
  year?: string | undefined;
}

/** Checks a staged file. Its mapping is what the headers suggest, with these hints. */
export const checkStaged = async (
  context: ApiContext,
  viewer: SignedInViewer,
  record: ImportRecord,
  hints: MappingHints = {},
): Promise<Result<ImportRecord>> => {
  const suggested = await suggestFor(context.db, record, { sheet: hints.sheet, format: hints.format });
  const usable = await mappingFromHeaders(context.db, record, withYear(suggested, hints.year));
  if (!usable.ok) return usable;
  const claimed = await claimStep(context.db, record.id, ["UPLOADED", "CHECKED"], {
    state: "CHECKING",
    rowsInAll: record.rowsInAll,
  });
  if (!claimed.ok) return claimed;
  const plan = { mapping: usable.value, check: true, commit: false, skipFaulty: false };
  const done = await enqueue(record.id, () => runSteps(context, viewer, claimed.value, plan));
  return done.ok ? await reload(context, viewer, record.id) : done;
};

const withYear = (mapping: ImportMapping | null, year: string | undefined): ImportMapping | null =>
  mapping === null || year === undefined ? mapping : { ...mapping, constants: { PERIOD: year } };

/** Records a checked file; its faulty rows are left out where the caller says so, and else stop it. */
export const commitChecked = async (
  context: ApiContext,
  viewer: SignedInViewer,
  record: ImportRecord,
  skipFaulty = false,
): Promise<Result<ImportRecord>> => {
  const { mapping, counts } = record;
  if (mapping === null) return invalid([{ path: "import", message: describeState(record.state) }]);
  const rowsInAll = counts === null ? null : counts.new + counts.revised;
  const claimed = await claimStep(context.db, record.id, ["CHECKED"], { state: "COMMITTING", rowsInAll });
  if (!claimed.ok) return claimed;
  const plan = { mapping, check: false, commit: true, skipFaulty };
  const done = await enqueue(record.id, () => runSteps(context, viewer, claimed.value, plan));
  return done.ok ? await reload(context, viewer, record.id) : done;
};
