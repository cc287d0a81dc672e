import type { Database, Executor } from "@due-regard/database/connection";
import { type FileRow, stageRows } from "@due-regard/database/imports/stage-rows";
import { metricImports } from "@due-regard/database/schema/imports";
import { invalid, ok, type Result } from "@due-regard/domain/result";
import type { ApiContext, SignedInViewer } from "../../../context.ts";
import type { SpooledFile } from "../../../receiving/spool-file.ts";
import { UnreadableFile } from "../../../receiving/unreadable-file.ts";
import { expireOldest } from "./expire-imports.ts";
import { type DetectedFile, detectFile } from "./files/detect-file.ts";
import { readCsv } from "./files/read-csv.ts";
import { openXlsx } from "./files/read-xlsx.ts";
import { enqueue } from "./import-queue.ts";
import { progressWriter } from "./load-imports.ts";
import { leaveStep, unexpected } from "./steps.ts";

const LONGEST_NAME = 200;

export interface FileTakenIn {
  importId: string;
  /** False: it is the import of an earlier call with the same key, and this file was not read. */
  isFresh: boolean;
  /** Its rows are staged, or it has failed and says why. Never rejects. */
  done: Promise<void>;
}

/** Registers an import, perhaps once only: the answer to a retry is not fresh, and nothing is read then. */
type Register = (
  register: (db: Executor) => Promise<string>,
) => Promise<Result<{ id: string; isFresh: boolean }>>;

const plainly =
  (db: Database): Register =>
  async (register) =>
    ok({ id: await register(db), isFresh: true });

/**
 * Takes in a file that has wholly arrived: what it is, is told at once; its rows are staged after those of earlier imports.
 * The file is let go of in any case.
 */
export const takeInFile = async (
  context: ApiContext,
  viewer: SignedInViewer,
  { name, file, register = plainly(context.db) }: { name: string; file: SpooledFile; register?: Register },
): Promise<Result<FileTakenIn>> => {
  try {
    const detected = detectFile(file);
    await expireOldest(context.db, viewer.userId);
    const registered = await register((db) => insertImport(db, viewer, name, file, detected));
    if (!registered.ok || !registered.value.isFresh) {
      await file.close();
      return registered.ok
        ? ok({ importId: registered.value.id, isFresh: false, done: Promise.resolve() })
        : registered;
    }
    const { id } = registered.value;
    const done = enqueue(id, () => stageFile(context, id, file, detected)).finally(file.close);
    return ok({ importId: id, isFresh: true, done });
  } catch (error) {
    await file.close();
    if (error instanceof UnreadableFile) return invalid([{ path: "file", message: error.message }]);
    throw error;
  }
};

const insertImport = async (
  db: Executor,
  viewer: SignedInViewer,
  name: string,
  { bytes, sha256 }: SpooledFile,
  { type }: DetectedFile,
): Promise<string> => {
  const fileName = cleanName(name);
  const row = {
    fileName,
    fileType: type,
    bytes,
    sha256,
    state: "READING",
    uploadedById: viewer.userId,
  } as const;
  const [record] = await db.insert(metricImports).values(row).returning();
  if (record === undefined) throw new Error("An import was neither registered nor refused");
  return record.id;
};

/** The last part of a path, without what no name should hold. */
const cleanName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? "")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "")
    .trim()
    .slice(0, LONGEST_NAME) || "Without a name";

const stageFile = async (
  context: ApiContext,
  id: string,
  file: SpooledFile,
  detected: DetectedFile,
): Promise<void> => {
  const { db } = context;
  try {
    const { rows, names } = await openFile(file, detected);
    const staged = await stageRows(db, id, rows, () => names, progressWriter(db, id));
    if (staged.rows === 0) throw new UnreadableFile("There is nothing in this file.");
    const { sheets } = staged;
    await leaveStep(db, id, { state: "UPLOADED", sheets, rowsDone: staged.rows, rowsInAll: staged.rows });
  } catch (error) {
    const failure = error instanceof UnreadableFile ? error.message : unexpected(context, error, id);
    await leaveStep(db, id, { state: "FAILED", failure }).catch((lost) => unexpected(context, lost, id));
  }
};

const openFile = async (
  file: SpooledFile,
  detected: DetectedFile,
): Promise<{ rows: AsyncIterable<FileRow[]>; names: (string | null)[] }> => {
  if (detected.type === "CSV") return { rows: readCsv(file, detected), names: [null] };
  const workbook = await openXlsx(file);
  return { rows: workbook.rows(), names: workbook.names };
};
