import type { Executor } from "@due-regard/database/connection";
import { assessments, evidenceFiles, evidenceLinks } from "@due-regard/database/schema/assessments";
import { fileContents } from "@due-regard/database/schema/files";
import { mayOnAssessment } from "@due-regard/domain/access/policy";
import type { Viewer } from "@due-regard/domain/access/roles";
import { and, eq, sql } from "drizzle-orm";
import { isRowId } from "../../../schema/load-by-ids.ts";
import { loadHeads } from "../load-head.ts";

export interface FoundFile {
  name: string;
  sha256: string;
  bytes: number;
  type: (typeof fileContents.$inferSelect)["type"];
  state: (typeof fileContents.$inferSelect)["state"];
}

/**
 * A file for whoever may read the assessment whose revision in force cites it; one that only earlier revisions cite, for
 * whoever may see those. Null: there is none, or this viewer may not know that there is.
 */
export const findFile = async (
  db: Executor,
  viewer: Viewer | null,
  fileId: string,
): Promise<FoundFile | null> => {
  if (!isRowId(fileId)) return null;
  const owner = db
    .select({ id: evidenceFiles.assessmentId })
    .from(evidenceFiles)
    .where(eq(evidenceFiles.id, fileId));
  const [head] = await loadHeads(db, viewer, { where: sql`${assessments.id} in ${owner}` });
  if (head === undefined) return null;
  const { id, type, state, bytes, sha256, name } = await rowOf(db, fileId, head.revisionId);
  const mayHave = id !== null || mayOnAssessment(viewer, "assessment.workings", head.policySubject);
  return mayHave ? { name, sha256, bytes, type, state } : null;
};

/** `id` is of a citation in that revision. Null: it does not cite it. */
const rowOf = async (db: Executor, fileId: string, revisionId: string) => {
  const [row] = await db
    .select({
      id: sql<
        string | null
      >`(select l.id from ${evidenceLinks} l where l.file_id = ${evidenceFiles.id} and l.revision_id = ${revisionId} limit 1)`,
      name: evidenceFiles.name,
      sha256: evidenceFiles.sha256,
      bytes: fileContents.bytes,
      type: fileContents.type,
      state: fileContents.state,
    })
    .from(evidenceFiles)
    .innerJoin(fileContents, eq(fileContents.sha256, evidenceFiles.sha256))
    .where(and(eq(evidenceFiles.id, fileId)));
  if (row === undefined) throw new Error("A file that was there is gone");
  return row;
};
