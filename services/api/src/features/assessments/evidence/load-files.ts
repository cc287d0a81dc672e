import type { Executor } from "@due-regard/database/connection";
import { evidenceFiles, evidenceLinks } from "@due-regard/database/schema/assessments";
import { fileContents } from "@due-regard/database/schema/files";
import { asc, eq, inArray } from "drizzle-orm";
import { groupLoader } from "../../../schema/group-loader.ts";

/** A file that was uploaded to an assessment, with what is known of its content. */
export type FileRow = typeof evidenceFiles.$inferSelect &
  Pick<typeof fileContents.$inferSelect, "bytes" | "type" | "state" | "scannedAt" | "found">;

const COLUMNS = {
  id: evidenceFiles.id,
  assessmentId: evidenceFiles.assessmentId,
  sha256: evidenceFiles.sha256,
  name: evidenceFiles.name,
  uploadedById: evidenceFiles.uploadedById,
  uploadedAt: evidenceFiles.uploadedAt,
  bytes: fileContents.bytes,
  type: fileContents.type,
  state: fileContents.state,
  scannedAt: fileContents.scannedAt,
  found: fileContents.found,
};

/** The file that a citation is of, by its id. Whoever may see the citation may see that it is there. */
export const loadFile = groupLoader<FileRow>(
  async ({ db }, ids) =>
    await db
      .select(COLUMNS)
      .from(evidenceFiles)
      .innerJoin(fileContents, eq(fileContents.sha256, evidenceFiles.sha256))
      .where(inArray(evidenceFiles.id, [...ids])),
  ({ id }) => id,
);

/** The files that a revision cites, each once, in the order in which they came. */
export const loadFilesOf = async (db: Executor, revisionId: string): Promise<FileRow[]> => {
  const cited = db
    .select({ id: evidenceLinks.fileId })
    .from(evidenceLinks)
    .where(eq(evidenceLinks.revisionId, revisionId));
  return await db
    .select(COLUMNS)
    .from(evidenceFiles)
    .innerJoin(fileContents, eq(fileContents.sha256, evidenceFiles.sha256))
    .where(inArray(evidenceFiles.id, cited))
    .orderBy(asc(evidenceFiles.uploadedAt), asc(evidenceFiles.id));
};
