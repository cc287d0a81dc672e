import type { Executor } from "@due-regard/database/connection";
import { assessments } from "@due-regard/database/schema/assessments";
import { departments } from "@due-regard/database/schema/organisations";
import { desc, eq } from "drizzle-orm";

/** What the public may know of an assessment before its public version exists: nothing that anybody wrote in it. */
export interface PublishedEntry {
  reference: string;
  title: string;
  department: string;
  /** ISO date. */
  completedOn: string | null;
}

/** Every published assessment, newest first. Drafts, and what is signed off but not published, never come up. */
export const listPublishedAssessments = async (db: Executor): Promise<PublishedEntry[]> =>
  await db
    .select({
      reference: assessments.reference,
      title: assessments.title,
      department: departments.name,
      completedOn: assessments.completedOn,
    })
    .from(assessments)
    .innerJoin(departments, eq(departments.id, assessments.departmentId))
    .where(eq(assessments.status, "PUBLISHED"))
    .orderBy(desc(assessments.completedOn), desc(assessments.reference));
