import { improvementActions } from "@due-regard/database/schema/assessments";
import type { ImprovementAction } from "@due-regard/domain/ehria/content";
import { validateImprovementAction } from "@due-regard/domain/ehria/form/validate-save";
import { conflict, invalid, notFound, ok, type Problem, type Result } from "@due-regard/domain/result";
import { and, eq } from "drizzle-orm";
import type { ApiContext } from "../../context.ts";
import type { Maybe } from "../../schema/maybe.ts";
import { compareAndSwap } from "./compare-and-swap.ts";
import type { AssessmentHead } from "./load-head.ts";
import { recordHistory } from "./record-history.ts";
import { recordSetAside, setAsideProblems } from "./set-aside.ts";
import { type AssessmentWrite, editAssessmentOnce, type RepeatableSave } from "./write-to-assessment.ts";

export interface ImprovementActionInput extends RepeatableSave {
  /** Row id of the action. None: a new one. */
  id: string | null;
  objective?: Maybe<string>;
  action?: Maybe<string>;
  target?: Maybe<string>;
  officer?: Maybe<string>;
  due?: Maybe<string>;
  fromQuestion?: Maybe<string>;
  remove?: Maybe<boolean>;
  basedOnVersion: number;
  /** What its author gave up in a conflict: it goes into the history. */
  setAside?: Maybe<string>;
}

/** Rows that an improvement plan may have: more belong in a delivery plan of their own. */
const MAXIMUM_ACTIONS = 100;

const fieldsOf = (input: ImprovementActionInput) => ({
  objective: input.objective ?? null,
  action: input.action ?? null,
  target: input.target ?? null,
  officer: input.officer ?? null,
  due: input.due ?? null,
  fromQuestion: input.fromQuestion ?? null,
});
type Fields = ReturnType<typeof fieldsOf>;

export interface ImprovementActionSaved {
  head: AssessmentHead;
  /** Null when the action was removed. */
  actionId: string | null;
}

/**
 * Adds, changes or removes a row of the improvement plan. Sent again under its idempotency key it has no second effect,
 * and answers with the row that the first call made.
 */
export const saveImprovementAction = async (
  context: ApiContext,
  input: ImprovementActionInput,
): Promise<Result<ImprovementActionSaved>> => {
  const saved = await editAssessmentOnce(context, "saveImprovementAction", input, async (write) => {
    const fields = fieldsOf(input);
    const problems = problemsOf(write, input, fields);
    if (problems.length > 0) return invalid(problems);
    if (input.id === null) return await addAction(write, fields);
    const written = input.remove
      ? await removeAction(write, input.id, input)
      : await changeAction(write, input.id, fields, input);
    return written.ok ? ok(input.remove ? "" : input.id) : written;
  });
  return saved.ok ? ok({ head: saved.value.head, actionId: saved.value.made || null }) : saved;
};

const problemsOf = (write: AssessmentWrite, input: ImprovementActionInput, fields: Fields): Problem[] => {
  const id = input.id ?? "new";
  const stored = input.id === null ? undefined : findAction(write, input.id);
  // A question that this version of the form has lost may stay named: it says where the action came from.
  const isNamedBefore = fields.fromQuestion !== null && stored?.fromQuestion === fields.fromQuestion;
  const checked = isNamedBefore ? { ...fields, fromQuestion: null } : fields;
  return [
    ...validateImprovementAction(write.body.template, { id, ...checked }),
    ...setAsideProblems(placeOf(id), input.setAside),
  ];
};

const placeOf = (id: string): string => `improvement-plan.${id}`;

const addAction = async (write: AssessmentWrite, fields: Fields): Promise<Result<string>> => {
  const { tx, viewer, head, body } = write;
  const position = body.content.improvementActions.length + 1;
  if (position > MAXIMUM_ACTIONS) {
    return invalid([{ path: "improvement-plan", message: `A plan holds up to ${MAXIMUM_ACTIONS} actions.` }]);
  }
  const [row] = await tx
    .insert(improvementActions)
    .values({ revisionId: head.revisionId, position, savedById: viewer.userId, ...fields })
    .returning({ id: improvementActions.id });
  if (row === undefined) throw new Error("The action was not stored");
  await record(write, "action.added", row.id, fields);
  return ok(row.id);
};

const findAction = ({ body }: AssessmentWrite, id: string): ImprovementAction | undefined =>
  body.content.improvementActions.find((action) => action.id === id);

const NO_ACTION = "There is no such action in this plan.";

const changeAction = async (
  write: AssessmentWrite,
  id: string,
  fields: Fields,
  { basedOnVersion, setAside }: ImprovementActionInput,
): Promise<Result<void>> => {
  if (findAction(write, id) === undefined) return notFound(NO_ACTION);
  const { tx, viewer, head } = write;
  const outcome = await compareAndSwap(tx, {
    table: improvementActions,
    key: { revisionId: head.revisionId, id },
    values: fields,
    basedOnVersion,
    savedById: viewer.userId,
  });
  if (outcome.kind === "CONFLICT") {
    const path = placeOf(id);
    const theirs = show(outcome.stored as unknown as Fields);
    return conflict([
      { path, currentVersion: outcome.stored.version, basedOnVersion, theirs, yours: show(fields) },
    ]);
  }
  if (outcome.kind === "SAVED") await record(write, "action.saved", id, fields);
  await recordSetAside(write, placeOf(id), setAside);
  return ok(undefined);
};

const removeAction = async (
  write: AssessmentWrite,
  id: string,
  { basedOnVersion, setAside }: ImprovementActionInput,
): Promise<Result<void>> => {
  const stored = write.body.content.improvementActions.find((action) => action.id === id);
  const path = placeOf(id);
  await recordSetAside(write, path, setAside);
  // Already gone: a retry of the removal is as good as the removal.
  if (stored === undefined) return ok(undefined);
  if (stored.version !== basedOnVersion) {
    return conflict([
      { path, currentVersion: stored.version, basedOnVersion, theirs: show(stored), yours: null },
    ]);
  }
  const { tx, head } = write;
  await tx
    .delete(improvementActions)
    .where(and(eq(improvementActions.id, id), eq(improvementActions.revisionId, head.revisionId)));
  await record(write, "action.removed", id, stored);
  return ok(undefined);
};

const show = ({ objective, action, target, officer, due }: Omit<Fields, "fromQuestion">): string | null => {
  const cells = [objective, action, target, officer, due].filter((cell) => cell !== null);
  return cells.length === 0 ? null : cells.join("\n");
};

const record = (
  { tx, context, head }: AssessmentWrite,
  action: "action.added" | "action.saved" | "action.removed",
  id: string,
  detail: object,
): Promise<void> =>
  recordHistory(tx, context, head, [
    { action, subject: { type: "improvement-action", id }, detail: { ...detail } },
  ]);
