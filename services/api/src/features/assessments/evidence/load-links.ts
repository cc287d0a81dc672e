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
import { isInForce, readableBy } from "../load-head.ts";

/** Citations of revisions in force, of assessments that the viewer may read. */
export const loadLinks = async (
  db: Executor,
  viewer: Viewer | null,
  ids: readonly string[],
): Promise<EvidenceRow[]> =>
  await db
    .select({ ...getTableColumns(evidenceLinks), fileState: fileContents.state })
    .from(evidenceLinks)
    .innerJoin(assessmentRevisions, eq(assessmentRevisions.id, evidenceLinks.revisionId))
    .innerJoin(assessments, isInForce)
    .leftJoin(evidenceFiles, eq(evidenceFiles.id, evidenceLinks.fileId))
    .leftJoin(fileContents, eq(fileContents.sha256, evidenceFiles.sha256))
    .where(and(inArray(evidenceLinks.id, [...ids]), readableBy(db, viewer)));
