import { loadHeads } from "@due-regard/api/features/assessments/load-head";
import type { Executor } from "@due-regard/database/connection";
import { assessments } from "@due-regard/database/schema/assessments";
import { may } from "@due-regard/domain/access/policy";
import type { Viewer } from "@due-regard/domain/access/roles";
import { inArray } from "drizzle-orm";

/** What a notice is about: an assessment, or the results of an organisation. */
export interface About {
  assessmentId: string | null;
  organisationId: string | null;
}

/** What of an assessment a notice may name. */
export interface ReadableAssessment {
  reference: string;
  title: string;
}

export interface Readable {
  assessments: ReadonlyMap<string, ReadableAssessment>;
  figures: boolean;
}

/** What of these assessments somebody may read now, by the loader and the policy that every other reader passes. */
export const readableBy = async (
  db: Executor,
  viewer: Viewer,
  assessmentIds: readonly string[],
): Promise<Readable> => {
  const heads =
    assessmentIds.length === 0
      ? []
      : await loadHeads(db, viewer, { where: inArray(assessments.id, [...new Set(assessmentIds)]) });
  return {
    assessments: new Map(heads.map(({ id, reference, title }) => [id, { reference, title }])),
    figures: may(viewer, "performance.read"),
  };
};

export const mayReadAbout = ({ assessments: readable, figures }: Readable, about: About): boolean =>
  about.assessmentId === null ? figures : readable.has(about.assessmentId);
