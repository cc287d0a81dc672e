import { checkPublicNotice } from "@due-regard/domain/ehria/publication/public-notice";
import { decide } from "@due-regard/domain/ehria/workflow/decide";
import type { TransitionAction } from "@due-regard/domain/ehria/workflow/transitions";
import { ok, type Problem, type Result } from "@due-regard/domain/result";
import type { ApiContext } from "../../context.ts";
import { once } from "../../schema/in-transaction.ts";
import { loadThreads } from "./comments/load-comments.ts";
import { type PointInput, readPoints } from "./comments/raise-points.ts";
import { findSuccessor } from "./find-successor.ts";
import { actorOf, workflowStateOf } from "./judge-assessment.ts";
import { loadCase } from "./load-case.ts";
import type { AssessmentHead } from "./load-head.ts";
import { loadKnown } from "./publication/scan-draft.ts";
import { writeEvents } from "./write-events.ts";
import { type AssessmentWrite, withAssessment } from "./write-to-assessment.ts";

export interface TransitionInput {
  reference: string;
  action: TransitionAction;
  displayedHash?: string | null | undefined;
  statement?: string | null | undefined;
  reason?: string | null | undefined;
  successor?: string | null | undefined;
  points?: readonly PointInput[] | null | undefined;
  publicNotice?: string | null | undefined;
  publicNoticeChecked?: boolean | null | undefined;
  idempotencyKey?: string | null | undefined;
}

/**
 * Moves an assessment along its workflow. The state is read, decided on and written under one row lock, so that what is
 * signed is what was compared with the hash that the person's screen showed.
 */
export const transitionAssessment = (
  context: ApiContext,
  input: TransitionInput,
): Promise<Result<AssessmentHead>> =>
  withAssessment(context, input.reference, async (write) => {
    const question = {
      viewer: write.viewer,
      key: input.idempotencyKey,
      operation: "transitionAssessment",
      input,
    };
    const moved = await once(write.tx, question, () => transition(write, input));
    return moved.ok ? ok(undefined) : moved;
  });

/** Words for the public are scanned as the assessment's own are. */
const noticeProblems = async (
  { tx }: AssessmentWrite,
  { publicNotice, publicNoticeChecked }: TransitionInput,
): Promise<Problem[]> => {
  const notice = publicNotice?.trim() ?? "";
  if (notice === "") return [];
  return checkPublicNotice(notice, await loadKnown(tx, null, [notice]), publicNoticeChecked === true);
};

const transition = async (write: AssessmentWrite, input: TransitionInput): Promise<Result<string>> => {
  const { tx, viewer, head, body } = write;
  const assessment = await loadCase(tx, head, body);
  const wanted = input.points ?? [];
  const threads = wanted.length === 0 ? [] : await loadThreads(tx, head.id);
  const points = readPoints(write, threads, wanted);
  if (!points.ok) return points;
  const decision = decide(workflowStateOf(assessment), {
    action: input.action,
    actor: actorOf(viewer, head),
    reason: input.reason ?? null,
    displayedHash: input.displayedHash ?? null,
    statement: input.statement ?? null,
    successor: await findSuccessor(tx, viewer, head, input.successor ?? null),
    points: points.value,
    publicNotice: input.publicNotice ?? null,
    noticeProblems: await noticeProblems(write, input),
    now: new Date().toISOString(),
  });
  if (!decision.ok) return decision;
  await writeEvents(write, assessment, decision.value);
  return ok(head.reference);
};
