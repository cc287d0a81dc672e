import { answerCopies } from "@due-regard/database/schema/answer-copies";
import { answers } from "@due-regard/database/schema/assessments";
import { addCopied, saysAlready, takesCopies } from "@due-regard/domain/ehria/copying/add-copied";
import { MAX_TEXT_LENGTH } from "@due-regard/domain/ehria/form/kinds/cells";
import { kindOf } from "@due-regard/domain/ehria/form/kinds/registry";
import { questionByKey } from "@due-regard/domain/ehria/form/template";
import { conflict, invalid, notFound, ok, type Result } from "@due-regard/domain/result";
import type { ApiContext } from "../../../context.ts";
import { compareAndSwap } from "../compare-and-swap.ts";
import { loadBody } from "../load-body.ts";
import type { AssessmentHead } from "../load-head.ts";
import { recordHistory } from "../record-history.ts";
import { type AssessmentWrite, editAssessmentOnce, type RepeatableSave } from "../write-to-assessment.ts";
import { type Example, findExamples } from "./find-examples.ts";

export interface CopyInput extends RepeatableSave {
  question: string;
  part?: string | null | undefined;
  /** Reference of the assessment to copy from. */
  from: string;
  /** The version of the answer that the copy goes into; 0 when there was none. */
  basedOnVersion: number;
}

interface Target {
  question: string;
  part: string | null;
  path: string;
  basedOnVersion: number;
}

/**
 * Copies what another assessment answered to the same question below what the draft's answer says, as a save like any other:
 * checked by version, and nothing that stood there is lost. Where the words come from is kept beside the answer and in the record.
 */
export const copyAnswer = async (context: ApiContext, input: CopyInput): Promise<Result<AssessmentHead>> => {
  const copied = await editAssessmentOnce(context, "copyAnswer", input, (write) => copy(write, input));
  return copied.ok ? ok(copied.value.head) : copied;
};

const copy = async (write: AssessmentWrite, input: CopyInput): Promise<Result<string>> => {
  const target = targetOf(write, input);
  if (!target.ok) return target;
  const { question, part } = target.value;
  const source = { question, first: 1, reference: input.from };
  const examples = await findExamples(readerOf(write), write.head, source);
  const example = examples.find((each) => each.part === part);
  if (example === undefined) return notFound("There is no answer to this question to copy from there.");
  return await writeCopy(write, target.value, example);
};

const readerOf = ({ tx, viewer }: AssessmentWrite) => ({
  db: tx,
  viewer,
  readBody: (head: AssessmentHead) => loadBody(tx, head),
});

const targetOf = ({ body }: AssessmentWrite, input: CopyInput): Result<Target> => {
  const { question: key, basedOnVersion } = input;
  const part = input.part ?? null;
  const question = questionByKey(body.template, key);
  const path = part === null ? key : `${key}.${part}`;
  if (question === null || !kindOf(question).cells(question).includes(part))
    return invalid([{ path, message: "This form has no such question." }]);
  if (!takesCopies(question))
    return invalid([{ path, message: "Only running text can be copied. Answer this question yourself." }]);
  return ok({ question: key, part, path, basedOnVersion });
};

const writeCopy = async (
  write: AssessmentWrite,
  target: Target,
  example: Example,
): Promise<Result<string>> => {
  const { tx, body, head, viewer } = write;
  const { question, part, path, basedOnVersion } = target;
  const stored = body.content.answers.find((each) => each.question === question && each.part === part);
  const before = stored?.text ?? null;
  if (stored?.version === basedOnVersion && saysAlready(before, example.text))
    return invalid([{ path, message: "These words stand in the answer already." }]);
  const text = addCopied(before, example.text);
  if (text.length > MAX_TEXT_LENGTH) {
    const most = MAX_TEXT_LENGTH.toLocaleString("en-GB");
    return invalid([
      { path, message: `With these words the answer would be longer than ${most} characters.` },
    ]);
  }
  const outcome = await compareAndSwap(tx, {
    table: answers,
    key: { revisionId: head.revisionId, question, part: part ?? "" },
    values: { choice: stored?.choice ?? null, text },
    basedOnVersion,
    savedById: viewer.userId,
  });
  if (outcome.kind === "CONFLICT") {
    const currentVersion = outcome.stored.version;
    return conflict([{ path, currentVersion, basedOnVersion, theirs: before, yours: text }]);
  }
  await recordCopy(write, target, example, { before, after: text, version: outcome.version });
  return ok("");
};

const recordCopy = async (
  { tx, context, head, viewer }: AssessmentWrite,
  { question, part, path }: Target,
  example: Example,
  saved: { before: string | null; after: string; version: number },
): Promise<void> => {
  const { id, reference, revision } = example.head;
  await tx
    .insert(answerCopies)
    .values({
      revisionId: head.revisionId,
      question,
      part: part ?? "",
      fromAssessmentId: id,
      fromRevision: revision,
      text: example.text,
      copiedById: viewer.userId,
    })
    // Copied before, and changed since: it began then.
    .onConflictDoNothing();
  const detail = { place: path, ...saved, from: { reference, revision, question, part } };
  await recordHistory(tx, context, head, [{ action: "answer.copied", detail }]);
};
