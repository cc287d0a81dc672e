import type { Executor } from "@due-regard/database/connection";
import {
  assessmentRevisions,
  assessments,
  evidenceFiles,
  evidenceLinks,
} from "@due-regard/database/schema/assessments";
import { fileContents } from "@due-regard/database/schema/files";
import { mayOnAssessment } from "@due-regard/domain/access/policy";
import type { Viewer } from "@due-regard/domain/access/roles";
import { eq, type SQL, sql } from "drizzle-orm";
import { isRowId } from "../../../schema/load-by-ids.ts";
import { type AssessmentHead, loadHeads } from "../load-head.ts";

export interface FoundFile {
  name: string;
  sha256: string;
  bytes: number;
  type: (typeof fileContents.$inferSelect)["type"];
  state: (typeof fileContents.$inferSelect)["state"];
}

/**
 * A file for whoever may read the assessment of which the revision that is shown to them cites it; one that only earlier
 * revisions cite, for whoever may see those. Null: there is none, or this viewer may not know that there is.
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
  const { isShown, isEarlier, ...file } = await rowOf(db, fileId, head);
  const seesEarlier = mayOnAssessment(viewer, "assessment.workings", head.policySubject);
  return isShown || (isEarlier && seesEarlier) ? file : null;
};

const citedWhere = (condition: SQL) =>
  sql<boolean>`exists (select from ${evidenceLinks} l join ${assessmentRevisions} r on r.id = l.revision_id
    where l.file_id = ${evidenceFiles.id} and ${condition})`;

const rowOf = async (db: Executor, fileId: string, { revisionId, revision }: AssessmentHead) => {
  const [row] = await db
    .select({
      isShown: citedWhere(sql`r.id = ${revisionId}`),
      isEarlier: citedWhere(sql`r.number < ${revision}`),
      name: evidenceFiles.name,
      sha256: evidenceFiles.sha256,
      bytes: fileContents.bytes,
      type: fileContents.type,
      state: fileContents.state,
    })
    .from(evidenceFiles)
    .innerJoin(fileContents, eq(fileContents.sha256, evidenceFiles.sha256))
    .where(eq(evidenceFiles.id, fileId));
  if (row === undefined) throw new Error("A file that was there is gone");
  return row;
};
