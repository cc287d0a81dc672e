import { answers, assessments } from "@due-regard/database/schema/assessments";
import type { Answer } from "@due-regard/domain/ehria/content";
import { kindOf } from "@due-regard/domain/ehria/form/kinds/registry";
import { questionByKey, questionMeaning } from "@due-regard/domain/ehria/form/template";
import { validateAnswer } from "@due-regard/domain/ehria/form/validate-save";
import {
  conflict,
  invalid,
  ok,
  type Problem,
  type Result,
  type VersionConflict,
} from "@due-regard/domain/result";
import { eq } from "drizzle-orm";
import type { ApiContext } from "../../context.ts";
import { compareAndSwap } from "./compare-and-swap.ts";
import type { AssessmentHead } from "./load-head.ts";
import { recordHistory } from "./record-history.ts";
import { recordSetAside, setAsideProblems } from "./set-aside.ts";
import { type AssessmentWrite, editAssessmentOnce, type RepeatableSave } from "./write-to-assessment.ts";

export interface AnswerInput {
  question: string;
  part?: string | null | undefined;
  choice?: string | null | undefined;
  text?: string | null | undefined;
  /** The version that the edit was based on; 0 when there was no answer. */
  basedOnVersion: number;
  /** What its author gave up in a conflict: it goes into the history. */
  setAside?: string | null | undefined;
}

const toEdit = (input: AnswerInput) => ({
  question: input.question,
  part: input.part ?? null,
  choice: input.choice ?? null,
  text: input.text ?? null,
  basedOnVersion: input.basedOnVersion,
  setAside: input.setAside ?? null,
});
type Edit = ReturnType<typeof toEdit>;

/**
 * Saves answers, each against the version that it was based on. All are saved or none: one answer that somebody else
 * changed meanwhile is a Conflict with both texts. A save that repeats what is stored counts as saved, and so does one
 * that is sent again under its idempotency key.
 */
export const saveAnswers = async (
  context: ApiContext,
  input: RepeatableSave & { answers: AnswerInput[] },
): Promise<Result<AssessmentHead>> => {
  const saved = await editAssessmentOnce(context, "saveAnswers", input, async (write) => {
    const edits = input.answers.map(toEdit);
    const problems = edits.flatMap((edit) => problemsOf(write, edit));
    if (edits.length === 0) problems.push({ path: "answers", message: "Send at least one answer." });
    if (problems.length > 0) return invalid(problems);
    const conflicts: VersionConflict[] = [];
    for (const edit of edits) conflicts.push(...(await saveOne(write, edit)));
    if (conflicts.length > 0) return conflict(conflicts);
    await keepHeadInStep(write, edits);
    return ok("");
  });
  return saved.ok ? ok(saved.value.head) : saved;
};

const storedAnswer = ({ body }: AssessmentWrite, edit: Edit) =>
  body.content.answers.find((answer) => answer.question === edit.question && answer.part === edit.part);

/**
 * What of an edit its question takes. A choice or words from an earlier version of the form, which this one doesn't ask for,
 * stay as they are stored, and sending them back changes nothing.
 */
const takenBy = (write: AssessmentWrite, edit: Edit): Edit => {
  const question = questionByKey(write.body.template, edit.question);
  const stored = storedAnswer(write, edit);
  if (question === null || stored === undefined) return edit;
  const kind = kindOf(question);
  const isChoiceKept = kind.choices(question).length === 0 && edit.choice === stored.choice;
  const isTextKept = !kind.takesText(question) && edit.text === stored.text;
  return { ...edit, choice: isChoiceKept ? null : edit.choice, text: isTextKept ? null : edit.text };
};

/** What is written: what the question doesn't take stays as it is. */
const valuesOf = (write: AssessmentWrite, edit: Edit): Pick<Edit, "choice" | "text"> => {
  const question = questionByKey(write.body.template, edit.question);
  const stored = storedAnswer(write, edit);
  if (question === null || stored === undefined) return { choice: edit.choice, text: edit.text };
  const kind = kindOf(question);
  return {
    choice: kind.choices(question).length === 0 ? stored.choice : edit.choice,
    text: kind.takesText(question) ? edit.text : stored.text,
  };
};

const problemsOf = (write: AssessmentWrite, edit: Edit): Problem[] => {
  const { body, head } = write;
  const fixed = questionMeaning(body.template, "DEPARTMENT")?.key === edit.question;
  const title = questionMeaning(body.template, "TITLE")?.key === edit.question;
  const problems = validateAnswer(body.template, takenBy(write, edit));
  if (fixed)
    problems.push({ path: edit.question, message: "The department is set when the assessment is started." });
  if (title && (edit.text ?? "").trim() === "") {
    problems.push({ path: edit.question, message: `Give it a name: it was “${head.title}”.` });
  }
  problems.push(...setAsideProblems(pathOf(edit), edit.setAside));
  return problems;
};

const show = (answer: Pick<Answer, "choice" | "text"> | undefined): string | null =>
  answer === undefined
    ? null
    : [answer.choice, answer.text].filter((value) => value !== null).join(": ") || null;

const pathOf = ({ question, part }: Edit): string => (part === null ? question : `${question}.${part}`);

const saveOne = async (write: AssessmentWrite, edit: Edit): Promise<VersionConflict[]> => {
  const { tx, context, viewer, head } = write;
  const stored = storedAnswer(write, edit);
  const path = pathOf(edit);
  const key = { revisionId: head.revisionId, question: edit.question, part: edit.part ?? "" };
  const outcome = await compareAndSwap(tx, {
    table: answers,
    key,
    values: valuesOf(write, edit),
    basedOnVersion: edit.basedOnVersion,
    savedById: viewer.userId,
  });
  if (outcome.kind === "CONFLICT") {
    const { stored: theirs } = outcome;
    return [
      {
        path,
        currentVersion: theirs.version,
        basedOnVersion: edit.basedOnVersion,
        theirs: show(theirs as unknown as Answer),
        yours: show(edit),
      },
    ];
  }
  if (outcome.kind === "SAVED") {
    const detail = { place: path, version: outcome.version, before: show(stored), after: show(edit) };
    await recordHistory(tx, context, head, [{ action: "answer.saved", detail }]);
  }
  await recordSetAside(write, path, edit.setAside);
  return [];
};

/** The title stands in lists, and the dates in the head: both follow the answers that they are. */
const keepHeadInStep = async ({ tx, head, body }: AssessmentWrite, edits: Edit[]): Promise<void> => {
  const textOf = (meaning: "TITLE" | "STARTED_ON") => {
    const key = questionMeaning(body.template, meaning)?.key;
    return edits.find((edit) => edit.question === key)?.text?.trim();
  };
  const title = textOf("TITLE");
  const startedOn = textOf("STARTED_ON");
  if (!title && !startedOn) return;
  await tx
    .update(assessments)
    .set({ ...(title ? { title } : {}), ...(startedOn ? { startedOn } : {}) })
    .where(eq(assessments.id, head.id));
};
