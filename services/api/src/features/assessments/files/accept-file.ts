import { type Scanned, storeContent } from "@due-regard/database/files/store-content";
import { evidenceFiles } from "@due-regard/database/schema/assessments";
import { fileContents } from "@due-regard/database/schema/files";
import { cleanFileName } from "@due-regard/domain/ehria/evidence/file-name";
import { FILE_LIMITS, type FileState, type FileType } from "@due-regard/domain/ehria/evidence/file-types";
import { invalid, ok, type Result } from "@due-regard/domain/result";
import { and, eq, sql } from "drizzle-orm";
import type { ApiContext } from "../../../context.ts";
import { type Scanner, ScannerUnavailable, type Verdict } from "../../../receiving/clamav.ts";
import { bytesOf, type SpooledFile } from "../../../receiving/spool-file.ts";
import { UnreadableFile } from "../../../receiving/unreadable-file.ts";
import { NO_TARGET } from "../evidence/pin-target.ts";
import { cite } from "../link-evidence.ts";
import { recordHistory } from "../record-history.ts";
import { type AssessmentWrite, editAssessment, editAssessmentOnce } from "../write-to-assessment.ts";
import { inspectFile } from "./inspect/inspect-file.ts";

export interface UploadInput {
  reference: string;
  /** "question" or "question.part". */
  place: string;
  /** As its sender calls it. */
  name: string;
  title: string | null;
  note: string | null;
  idempotencyKey: string | null;
}

export interface FileAccepted {
  linkId: string;
  fileId: string;
  name: string;
  state: FileState;
}

/**
 * Takes a file that has wholly arrived, looks into it, lets the scanner look, stores it and cites it. Sent again with the
 * same key it is stored and cited once. It does not let go of the file.
 */
export const acceptFile = async (
  context: ApiContext,
  input: UploadInput,
  { file, scanner }: { file: SpooledFile; scanner: Scanner | null },
): Promise<Result<FileAccepted>> => {
  const inspected = await inspect(file);
  if (!inspected.ok) return inspected;
  const type = inspected.value;
  const name = cleanFileName(input.name, type);
  const verdict = await scan(context, file, scanner);
  if (verdict.kind === "FOUND")
    return await refuseInfected(context, input, { name, file, found: verdict.name });
  const { sha256, bytes } = file;
  // Before the assessment is locked: others go on writing while it is stored. Until it is cited nobody refers to it.
  const content = { sha256, bytes, type, scanned: verdict.kind };
  const state = await storeContent(context.db, content, () => bytesOf(file));
  const named = { ...input, sha256, name };
  const cited = await editAssessmentOnce(context, "uploadFile", named, (write) => citeFile(write, named));
  if (!cited.ok) return cited;
  const [linkId = "", fileId = ""] = cited.value.made.split(" ");
  return ok({ linkId, fileId, name, state });
};

const inspect = async (file: SpooledFile): Promise<Result<FileType>> => {
  try {
    return ok(await inspectFile(file));
  } catch (error) {
    if (error instanceof UnreadableFile) return invalid([{ path: "file", message: error.message }]);
    throw error;
  }
};

const scan = async (
  { logger }: ApiContext,
  file: SpooledFile,
  scanner: Scanner | null,
): Promise<{ kind: Scanned } | Extract<Verdict, { kind: "FOUND" }>> => {
  if (scanner === null) return { kind: "UNSCANNED" };
  try {
    const verdict = await scanner.scan(bytesOf(file));
    return verdict.kind === "FOUND" ? verdict : { kind: "CLEAN" };
  } catch (error) {
    if (!(error instanceof ScannerUnavailable)) throw error;
    logger.warn({ err: error }, "a file waits for the virus scanner, which can't be asked");
    return { kind: "WAITS" };
  }
};

/** Nothing of it is kept but that it came: the history says so, in words that carry none of it. */
const refuseInfected = async (
  context: ApiContext,
  { reference }: UploadInput,
  { name, file, found }: { name: string; file: SpooledFile; found: string },
): Promise<Result<never>> => {
  const recorded = await editAssessment(context, reference, async ({ tx, head }) => {
    const detail = { name, sha256: file.sha256, found };
    await recordHistory(tx, context, head, [{ action: "file.refused", detail }]);
    return ok(undefined);
  });
  if (!recorded.ok) return recorded;
  const message = `The virus scanner found “${found}” in this file, so it was thrown away. Tell your IT service where it came from.`;
  return invalid([{ path: "file", message }]);
};

type NamedInput = UploadInput & { sha256: string };

/** Both ids, as the one text that a retry gets back. */
const citeFile = async (write: AssessmentWrite, input: NamedInput): Promise<Result<string>> => {
  const { tx, head, viewer } = write;
  const file = { assessmentId: head.id, sha256: input.sha256, name: input.name };
  const full = await quotaProblem(write, input.sha256);
  if (full !== null) return invalid([{ path: "file", message: full }]);
  const [added] = await tx
    .insert(evidenceFiles)
    .values({ ...file, uploadedById: viewer.userId })
    .onConflictDoNothing()
    .returning({ id: evidenceFiles.id });
  const fileId = added?.id ?? (await findFile(write, file));
  const target = { ...NO_TARGET, fileId };
  const cited = await cite(write, { place: input.place, title: input.title, note: input.note }, target);
  return cited.ok ? ok(`${cited.value} ${fileId}`) : cited;
};

const findFile = async (
  { tx }: AssessmentWrite,
  { assessmentId, sha256, name }: { assessmentId: string; sha256: string; name: string },
): Promise<string> => {
  const [row] = await tx
    .select({ id: evidenceFiles.id })
    .from(evidenceFiles)
    .where(
      and(
        eq(evidenceFiles.assessmentId, assessmentId),
        eq(evidenceFiles.sha256, sha256),
        eq(evidenceFiles.name, name),
      ),
    );
  if (row === undefined) throw new Error("A file was neither stored nor found");
  return row.id;
};

/** What an assessment has is counted under its lock, so that two who send at once don't go over it together. */
const quotaProblem = async ({ tx, head }: AssessmentWrite, sha256: string): Promise<string | null> => {
  const [row] = await tx
    .select({
      files: sql<number>`count(*)::int`,
      bytes: sql<number>`coalesce(sum(${fileContents.bytes}), 0)::int`,
      next: sql<number>`(select bytes from file_contents where sha256 = ${sha256})`,
    })
    .from(evidenceFiles)
    .innerJoin(fileContents, eq(fileContents.sha256, evidenceFiles.sha256))
    .where(eq(evidenceFiles.assessmentId, head.id));
  const { files = 0, bytes = 0, next = 0 } = row ?? {};
  if (files >= FILE_LIMITS.files)
    return `This assessment has ${files} files, and at most ${FILE_LIMITS.files} are taken. Remove one that is no longer needed.`;
  if (bytes + next > FILE_LIMITS.allBytes)
    return `With this file the assessment would have more than ${FILE_LIMITS.allMegabytes} MB of files, the most that is taken. Remove one that is no longer needed, or send a smaller one.`;
  return null;
};
