import { loadContent } from "@due-regard/database/assessments/load-content";
import type { Executor } from "@due-regard/database/connection";
import { assessments } from "@due-regard/database/schema/assessments";
import { formTemplates } from "@due-regard/database/schema/forms";
import { mayOnAssessment } from "@due-regard/domain/access/policy";
import { type FormMove, planFormMove } from "@due-regard/domain/ehria/form/move-form";
import { STATUS_IN_WORDS } from "@due-regard/domain/ehria/workflow/transitions";
import { invalid, notAllowed, ok, type Result } from "@due-regard/domain/result";
import { and, desc, eq, gt, isNotNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { ApiContext, SignedInViewer } from "../../context.ts";
import { loadPublishedTemplate } from "../../forms/published-templates.ts";
import type { AssessmentHead } from "./load-head.ts";
import { recordHistory } from "./record-history.ts";
import { type AssessmentWrite, withAssessment } from "./write-to-assessment.ts";

export interface MoveInput {
  reference: string;
  /** The version of its form to move to. */
  version: number;
}

const current = alias(formTemplates, "current_form");

/** Published versions of an assessment's form that are newer than the one it is on, newest first. */
export const loadNewerVersions = async (
  db: Executor,
  { templateId }: Pick<AssessmentHead, "templateId">,
): Promise<{ id: string; version: number }[]> =>
  await db
    .select({ id: formTemplates.id, version: formTemplates.version })
    .from(formTemplates)
    .innerJoin(current, and(eq(current.key, formTemplates.key), gt(formTemplates.version, current.version)))
    .where(and(eq(current.id, templateId), isNotNull(formTemplates.publishedAt)))
    .orderBy(desc(formTemplates.version));

export const planMove = async (
  db: Executor,
  { templateId, revisionId }: AssessmentHead,
  targetId: string,
): Promise<FormMove> => {
  const [from, to, content] = await Promise.all([
    loadPublishedTemplate(db, templateId),
    loadPublishedTemplate(db, targetId),
    loadContent(db, revisionId),
  ]);
  return planFormMove(from.filled, to.filled, content);
};

/**
 * Moves an assessment that is being written to a newer version of its form. Answers are found by their keys, so none of them
 * changes: those that the newer version doesn't ask for are kept, do not count, and come back should a version ask again.
 */
export const moveAssessmentToForm = (
  context: ApiContext,
  { reference, version }: MoveInput,
): Promise<Result<AssessmentHead>> =>
  withAssessment(context, reference, (write) => move(write, version), mayMove);

const mayMove = (viewer: SignedInViewer, { policySubject }: AssessmentHead): Result<void> =>
  mayOnAssessment(viewer, "assessment.change-form", policySubject)
    ? ok(undefined)
    : notAllowed(
        `This assessment is ${STATUS_IN_WORDS[policySubject.status]}. Its lead officer can move it to another version of its form while it is being written; nobody else can.`,
      );

const move = async (write: AssessmentWrite, version: number): Promise<Result<void>> => {
  const { tx, context, head, body } = write;
  // It is there already: a retry of the move is as good as the move.
  if (body.template.version === version) return ok(undefined);
  const target = (await loadNewerVersions(tx, head)).find((row) => row.version === version);
  if (target === undefined) {
    const message = `Choose a version of this form that is newer than ${body.template.version}.`;
    return invalid([{ path: "version", message }]);
  }
  const plan = await planMove(tx, head, target.id);
  await tx.update(assessments).set({ templateId: target.id }).where(eq(assessments.id, head.id));
  const placesOf = (answers: FormMove["setAside"]): string[] =>
    answers.map(({ question, part }) => (part === null ? question : `${question}.${part}`));
  const detail = {
    from: body.template.version,
    to: version,
    added: plan.added.map(({ question }) => question),
    setAside: placesOf(plan.setAside),
    returning: placesOf(plan.returning),
  };
  await recordHistory(tx, context, head, [{ action: "assessment.form-changed", detail }]);
  return ok(undefined);
};
