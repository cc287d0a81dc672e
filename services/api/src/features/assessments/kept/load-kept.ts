import type { Executor } from "@due-regard/database/connection";
import { auditEvents } from "@due-regard/database/schema/audit";
import { formTemplates } from "@due-regard/database/schema/forms";
import { type KeptText, keptAside } from "@due-regard/domain/ehria/form/kept-aside";
import type { FormTemplate } from "@due-regard/domain/ehria/form/template";
import { and, desc, eq, isNotNull, lt } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { loadPublishedTemplate } from "../../../forms/published-templates.ts";
import type { AssessmentBody } from "../load-body.ts";
import type { AssessmentHead } from "../load-head.ts";

const current = alias(formTemplates, "current_form");

/** Published versions of an assessment's form before the one that it is on, newest first. */
const loadEarlierForms = async (db: Executor, templateId: string): Promise<FormTemplate[]> => {
  const rows = await db
    .select({ id: formTemplates.id })
    .from(formTemplates)
    .innerJoin(current, and(eq(current.key, formTemplates.key), lt(formTemplates.version, current.version)))
    .where(and(eq(current.id, templateId), isNotNull(formTemplates.publishedAt)))
    .orderBy(desc(formTemplates.version));
  return await Promise.all(rows.map(async ({ id }) => (await loadPublishedTemplate(db, id)).filled));
};

/** What is kept of an assessment and doesn't count. Earlier versions of its form are read only where something is left of one. */
export const loadKept = async (
  db: Executor,
  { templateId }: Pick<AssessmentHead, "templateId">,
  { reading }: Pick<AssessmentBody, "reading">,
): Promise<KeptText[]> => {
  const kept = keptAside(reading);
  if (kept.every(({ why }) => why !== "NOT_IN_FORM")) return kept;
  return keptAside(reading, await loadEarlierForms(db, templateId));
};

/** A text that its author gave up for another's, when two people had written the same answer. */
export interface GivenUpText {
  id: string;
  /** As the record has it: of a row, with its stage. */
  place: string;
  text: string;
  authorId: string | null;
  at: string;
}

const MOST_GIVEN_UP = 200;

/** What was given up in conflicts, latest first: up to 200. It never became an answer, and stands in the record alone. */
export const loadGivenUp = async (db: Executor, assessmentId: string): Promise<GivenUpText[]> => {
  const rows = await db
    .select({
      sequence: auditEvents.sequence,
      detail: auditEvents.detail,
      authorId: auditEvents.actorId,
      at: auditEvents.at,
    })
    .from(auditEvents)
    .where(and(eq(auditEvents.assessmentId, assessmentId), eq(auditEvents.action, "text.set-aside")))
    .orderBy(desc(auditEvents.sequence))
    .limit(MOST_GIVEN_UP);
  return rows.map(({ sequence, detail, authorId, at }) => {
    const { place, text } = detail as { place?: unknown; text?: unknown };
    return {
      id: String(sequence),
      place: typeof place === "string" ? place : "",
      text: typeof text === "string" ? text : "",
      authorId,
      at,
    };
  });
};
