import { createAssessment } from "@due-regard/database/assessments/create-assessment";
import type { Transaction } from "@due-regard/database/connection";
import { answers } from "@due-regard/database/schema/assessments";
import { formTemplates } from "@due-regard/database/schema/forms";
import { departments } from "@due-regard/database/schema/organisations";
import { mayInDepartment } from "@due-regard/domain/access/policy";
import { TO_BE_CONFIRMED } from "@due-regard/domain/ehria/form/kinds/date-or-tbc";
import {
  type FormTemplate,
  type QuestionMeaning,
  questionMeaning,
} from "@due-regard/domain/ehria/form/template";
import { invalid, notAllowed, notFound, ok, type Problem, type Result } from "@due-regard/domain/result";
import { and, desc, eq, isNotNull } from "drizzle-orm";
import type { ApiContext, SignedInViewer } from "../../context.ts";
import { loadPublishedTemplate } from "../../forms/published-templates.ts";
import { inTransaction, once } from "../../schema/in-transaction.ts";
import { isRowId } from "../../schema/load-by-ids.ts";
import { londonToday } from "../../schema/london-today.ts";
import { type AssessmentHead, loadHeadByReference } from "./load-head.ts";
import { recordHistory } from "./record-history.ts";

export interface StartInput {
  title: string;
  /** Row id of the department. */
  departmentId: string;
  templateKey?: string | null | undefined;
  startedOn?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
}

/** Longest title of an assessment, in characters. */
const MAXIMUM_TITLE = 300;

/** Starts an assessment, led by whoever starts it, on the newest published version of a form. */
export const startAssessment = async (
  context: ApiContext,
  input: StartInput,
): Promise<Result<AssessmentHead>> => {
  const { viewer } = context;
  if (viewer === null) return notAllowed("Sign in to start an assessment.");
  return await inTransaction(context, async (tx) => {
    const question = { viewer, key: input.idempotencyKey, operation: "startAssessment", input };
    const started = await once(tx, question, () => start(tx, context, viewer, input));
    if (!started.ok) return started;
    const head = await loadHeadByReference(tx, viewer, started.value);
    return head === null ? notFound("There is no assessment with this reference.") : ok(head);
  });
};

const start = async (
  tx: Transaction,
  context: ApiContext,
  viewer: SignedInViewer,
  input: StartInput,
): Promise<Result<string>> => {
  const startedOn = input.startedOn ?? londonToday();
  const problems = problemsOf(input.title, startedOn);
  if (problems.length > 0) return invalid(problems);
  const department = await findDepartment(tx, input.departmentId);
  if (department === undefined) return invalid([{ path: "department", message: "Choose a department." }]);
  if (!mayInDepartment(viewer, "assessments.start", department.id)) {
    return notAllowed(
      `You can't start an assessment in ${department.name}: that needs the role of officer there.`,
    );
  }
  const form = await newestForm(tx, input.templateKey ?? null);
  if (form === null)
    return invalid([{ path: "templateKey", message: "There is no published form with this key." }]);
  const created = await createAssessment(tx, {
    title: input.title.trim(),
    departmentId: department.id,
    templateId: form.id,
    leadId: viewer.userId,
    startedOn,
  });
  await prefill(tx, created.revisionId, form.template, viewer, {
    TITLE: input.title.trim(),
    DEPARTMENT: department.name,
    LEAD_OFFICER: viewer.user.jobTitle,
    STARTED_ON: startedOn,
    COMPLETED_ON: TO_BE_CONFIRMED,
  });
  await recordHistory(tx, context, { id: created.id, revision: 1 }, [{ action: "assessment.started" }]);
  return ok(created.reference);
};

const problemsOf = (title: string, startedOn: string): Problem[] => {
  const problems: Problem[] = [];
  const length = title.trim().length;
  if (length === 0) problems.push({ path: "title", message: "Give the name of the policy being assessed." });
  if (length > MAXIMUM_TITLE)
    problems.push({ path: "title", message: `Use ${MAXIMUM_TITLE} characters or fewer.` });
  if (startedOn > londonToday())
    problems.push({ path: "startedOn", message: "The start must not be in the future." });
  return problems;
};

const findDepartment = async (tx: Transaction, id: string) =>
  isRowId(id) ? (await tx.select().from(departments).where(eq(departments.id, id)))[0] : undefined;

const newestForm = async (
  tx: Transaction,
  key: string | null,
): Promise<{ id: string; template: FormTemplate } | null> => {
  const [newest] = await tx
    .select({ id: formTemplates.id })
    .from(formTemplates)
    .where(and(isNotNull(formTemplates.publishedAt), key === null ? undefined : eq(formTemplates.key, key)))
    .orderBy(...(key === null ? [desc(formTemplates.publishedAt)] : []), desc(formTemplates.version))
    .limit(1);
  return newest === undefined
    ? null
    : { id: newest.id, template: (await loadPublishedTemplate(tx, newest.id)).stored };
};

/** Fills in the key details that are known already. */
const prefill = async (
  tx: Transaction,
  revisionId: string,
  template: FormTemplate,
  viewer: SignedInViewer,
  details: Partial<Record<QuestionMeaning, string>>,
): Promise<void> => {
  const rows = (Object.entries(details) as [QuestionMeaning, string][]).flatMap(([meaning, text]) => {
    const question = questionMeaning(template, meaning);
    return question === null ? [] : [{ revisionId, question: question.key, text, savedById: viewer.userId }];
  });
  if (rows.length > 0) await tx.insert(answers).values(rows);
};
