import { sql } from "drizzle-orm";
import type { Transaction } from "../connection.ts";
import { assessmentPeople, assessmentRevisions, assessments } from "../schema/assessments.ts";

export interface NewAssessment {
  title: string;
  departmentId: string;
  templateId: string;
  leadId: string;
  contributorIds?: string[];
  /** ISO date. The year of the reference is its year. */
  startedOn: string;
  sourceId?: string | null;
  isDemo?: boolean;
}

export interface CreatedAssessment {
  id: string;
  reference: string;
  revisionId: string;
}

/** Any number that nothing else locks on: references of one year are given out one at a time. */
const REFERENCE_LOCK = 4_011_890;

/** "EHRIA-2026-0007": the next number of the year. Held under a lock until the transaction ends, so none is given twice. */
const nextReference = async (tx: Transaction, startedOn: string): Promise<string> => {
  const prefix = `EHRIA-${startedOn.slice(0, 4)}-`;
  await tx.execute(sql`select pg_advisory_xact_lock(${REFERENCE_LOCK})`);
  const [row] = await tx.execute<{ next: number }>(sql`
    select coalesce(max(substring(reference from ${prefix.length + 1}::int)::int), 0) + 1 as next
    from assessments where reference like ${`${prefix}%`}`);
  return `${prefix}${String(row?.next ?? 1).padStart(4, "0")}`;
};

/** Starts an assessment: its head, its first revision, empty, and its people. */
export const createAssessment = async (tx: Transaction, input: NewAssessment): Promise<CreatedAssessment> => {
  const { leadId, contributorIds = [], ...head } = input;
  const reference = await nextReference(tx, input.startedOn);
  const [assessment] = await tx
    .insert(assessments)
    .values({ ...head, reference })
    .returning({ id: assessments.id });
  if (assessment === undefined) throw new Error("The assessment was not stored");
  const [revision] = await tx
    .insert(assessmentRevisions)
    .values({ assessmentId: assessment.id, number: 1 })
    .returning({ id: assessmentRevisions.id });
  if (revision === undefined) throw new Error("The revision was not stored");
  const assessmentId = assessment.id;
  await tx
    .insert(assessmentPeople)
    .values([
      { assessmentId, userId: leadId, role: "LEAD" as const },
      ...contributorIds.map((userId) => ({ assessmentId, userId, role: "CONTRIBUTOR" as const })),
    ]);
  return { id: assessment.id, reference, revisionId: revision.id };
};
