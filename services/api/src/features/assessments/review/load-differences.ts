import type { Executor } from "@due-regard/database/connection";
import { assessmentRevisions } from "@due-regard/database/schema/assessments";
import { formTemplates } from "@due-regard/database/schema/forms";
import { compareRevisions, type RevisionDifference } from "@due-regard/domain/ehria/review/compare-revisions";
import type { ComparedRevision } from "@due-regard/domain/ehria/review/revision-rows";
import type { CanonicalContent } from "@due-regard/domain/seal/canonical-content";
import { and, desc, eq, inArray, lt } from "drizzle-orm";
import type { ApiContext } from "../../../context.ts";
import { loadPublishedTemplate } from "../../../forms/published-templates.ts";
import { canonicalContentOf } from "../judge-assessment.ts";
import { caseOf } from "../load-case.ts";
import type { AssessmentHead } from "../load-head.ts";

export interface DifferenceQuestion {
  /** Number of the earlier revision. Null: the one before `to`. */
  from: number | null;
  /** Number of the later one. Null: the one that is shown. */
  to: number | null;
}

/** What a revision says otherwise than an earlier one. Null: there is no such revision, or none before it. */
export const loadDifferences = async (
  context: ApiContext,
  head: AssessmentHead,
  { from, to }: DifferenceQuestion,
): Promise<RevisionDifference | null> => {
  const { db } = context;
  const later = to ?? head.revision;
  const earlier = from ?? (await numberBefore(db, head.id, later));
  if (earlier === null || earlier >= later) return null;
  const sealed = await loadSealed(db, head.id, [earlier, later]);
  const before = sealed.get(earlier);
  // What is still being written is compared as it would be sealed now.
  const after = sealed.get(later) ?? (later === head.revision ? await asItStands(context, head) : undefined);
  return before === undefined || after === undefined ? null : compareRevisions(before, after);
};

const numberBefore = async (db: Executor, assessmentId: string, number: number): Promise<number | null> => {
  const [row] = await db
    .select({ number: assessmentRevisions.number })
    .from(assessmentRevisions)
    .where(and(eq(assessmentRevisions.assessmentId, assessmentId), lt(assessmentRevisions.number, number)))
    .orderBy(desc(assessmentRevisions.number))
    .limit(1);
  return row?.number ?? null;
};

const asItStands = async (context: ApiContext, head: AssessmentHead): Promise<ComparedRevision> => {
  const assessment = await caseOf(context, head);
  return { content: canonicalContentOf(assessment), template: assessment.body.template };
};

const loadSealed = async (
  db: Executor,
  assessmentId: string,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, ComparedRevision>> => {
  const rows = await db
    .select({ number: assessmentRevisions.number, sealedContent: assessmentRevisions.sealedContent })
    .from(assessmentRevisions)
    .where(
      and(
        eq(assessmentRevisions.assessmentId, assessmentId),
        inArray(assessmentRevisions.number, [...numbers]),
      ),
    );
  const revisions = await Promise.all(
    rows.flatMap(({ number, sealedContent }) =>
      sealedContent === null ? [] : [readSealed(db, number, sealedContent)],
    ),
  );
  return new Map(revisions.flatMap((revision) => (revision === null ? [] : [revision])));
};

/** Sealed content names its form by key and version: a published form never changes, so it reads as it was signed. */
const readSealed = async (
  db: Executor,
  number: number,
  sealedContent: string,
): Promise<[number, ComparedRevision] | null> => {
  const content = JSON.parse(sealedContent) as CanonicalContent;
  const { key, version } = content.template;
  const [form] = await db
    .select({ id: formTemplates.id })
    .from(formTemplates)
    .where(and(eq(formTemplates.key, key), eq(formTemplates.version, version)));
  if (form === undefined) return null;
  return [number, { content, template: (await loadPublishedTemplate(db, form.id)).filled }];
};
