import type { EvidenceRow } from "@due-regard/database/assessments/load-content";
import type { Executor } from "@due-regard/database/connection";
import {
  assessmentRevisions,
  assessments,
  evidenceFiles,
  evidenceLinks,
} from "@due-regard/database/schema/assessments";
import { fileContents } from "@due-regard/database/schema/files";
import type { Viewer } from "@due-regard/domain/access/roles";
import { and, eq, getTableColumns, inArray } from "drizzle-orm";
import { shownTo } from "../shown-to.ts";

/** Citations of revisions that are shown to the viewer, of assessments that they may read. */
export const loadLinks = async (
  db: Executor,
  viewer: Viewer | null,
  ids: readonly string[],
): Promise<EvidenceRow[]> => {
  const shown = shownTo(db, viewer);
  return await db
    .select({ ...getTableColumns(evidenceLinks), fileState: fileContents.state })
    .from(evidenceLinks)
    .innerJoin(assessmentRevisions, eq(assessmentRevisions.id, evidenceLinks.revisionId))
    .innerJoin(assessments, shown.isShown)
    .leftJoin(evidenceFiles, eq(evidenceFiles.id, evidenceLinks.fileId))
    .leftJoin(fileContents, eq(fileContents.sha256, evidenceFiles.sha256))
    .where(and(inArray(evidenceLinks.id, [...ids]), shown.readable));
};
