import type { Transaction } from "@due-regard/database/connection";
import {
  assessmentRevisions,
  assessments,
  improvementActions,
} from "@due-regard/database/schema/assessments";
import { equalityActionNotes, equalityActions } from "@due-regard/database/schema/equality-actions";
import { type AssessmentSubject, mayTrackAction } from "@due-regard/domain/access/policy";
import { notAllowed, notFound, ok, type Result } from "@due-regard/domain/result";
import { and, count, eq } from "drizzle-orm";
import type { ApiContext, SignedInViewer } from "../../../context.ts";
import { inTransaction, once } from "../../../schema/in-transaction.ts";
import { isRowId } from "../../../schema/load-by-ids.ts";
import { londonToday } from "../../../schema/london-today.ts";
import { type AssessmentHead, loadHeads } from "../load-head.ts";
import { shownTo } from "../shown-to.ts";
import { dueOf, type LiveState, lineOf } from "./live-state.ts";
import { type ActionInForce, loadActionInForce } from "./load-actions.ts";

/** What a verb about one action works with, inside its transaction. */
export interface ActionWrite {
  tx: Transaction;
  context: ApiContext;
  viewer: SignedInViewer;
  head: AssessmentHead;
  action: ActionInForce;
  /** Held until the transaction ends. */
  state: LiveState;
  line: string;
  due: string | null;
  /** How many notes it has. */
  notes: number;
}

export interface ActionInput {
  /** Row id of the action, of any revision of its plan. */
  actionId: string;
  idempotencyKey?: string | null | undefined;
}

const NOTHING = "There is no such action in a plan that is in force.";

/** Whether somebody may write to an action that they see, as the signed plan stands. */
type MayWrite = (viewer: SignedInViewer, subject: AssessmentSubject, ownerId: string | null) => Result<void>;

interface ActionRules {
  mayWrite: MayWrite;
  /** What must hold until the transaction ends, before anything is looked for. */
  first?: (tx: Transaction) => Promise<Result<void>>;
}

const mayTrack: MayWrite = (viewer, subject, ownerId) =>
  mayTrackAction(viewer, subject, ownerId)
    ? ok(undefined)
    : notAllowed(
        "Whoever owns an action, the lead officer of its assessment and the head of service of its department say what becomes of it.",
      );

/**
 * Opens an action of a signed plan: finds it for this viewer, holds it so that writes to it follow each other, checks that they
 * may track it, and runs the verb once for an idempotency key. Answers with the row in force. Not visible, or in force no
 * longer: NOT_FOUND. Visible, and not theirs to track: NOT_ALLOWED.
 */
export const writeToAction = <Input extends ActionInput>(
  context: ApiContext,
  operation: string,
  input: Input,
  work: (write: ActionWrite) => Promise<Result<void>>,
  { mayWrite, first }: ActionRules = { mayWrite: mayTrack },
): Promise<Result<ActionInForce>> =>
  inTransaction(context, async (tx) => {
    const { viewer } = context;
    if (viewer === null) return notAllowed("Sign in to record what becomes of an action.");
    const holds = await first?.(tx);
    if (holds?.ok === false) return holds;
    if (!isRowId(input.actionId)) return notFound(NOTHING);
    const opened = await open(tx, { context, viewer, actionId: input.actionId, mayWrite });
    if (!opened.ok) return opened;
    const { action } = opened.value;
    const done = await once(tx, { viewer, key: input.idempotencyKey, operation, input }, async () => {
      const worked = await work(opened.value);
      return worked.ok ? ok(action.id) : worked;
    });
    return done.ok ? ok(action) : done;
  });

interface Opening {
  context: ApiContext;
  viewer: SignedInViewer;
  actionId: string;
  mayWrite: MayWrite;
}

const open = async (tx: Transaction, opening: Opening): Promise<Result<ActionWrite>> => {
  const { context, viewer, actionId, mayWrite } = opening;
  const found = await loadActionInForce(tx, viewer, actionId, londonToday());
  if (found === null) return await notInForce(tx, viewer, actionId);
  // The assessment first, as every other write to it: no transition slips in between, and what it says then is read.
  await tx
    .select({ id: assessments.id })
    .from(assessments)
    .where(eq(assessments.id, found.assessmentId))
    .for("update");
  const action = await loadActionInForce(tx, viewer, actionId, londonToday());
  const [head] = await loadHeads(tx, viewer, { where: eq(assessments.id, found.assessmentId) });
  if (action === null || head === undefined) return notFound(NOTHING);
  const line = lineOf(action);
  const [known] = await tx.select().from(equalityActions).where(eq(equalityActions.id, line));
  const subject = { ...head.policySubject, status: action.planStatus };
  const allowed = mayWrite(viewer, subject, known?.ownerId ?? null);
  if (!allowed.ok) return allowed;
  const state = known ?? (await begin(tx, line, action.assessmentId));
  const [counted] = await tx
    .select({ notes: count() })
    .from(equalityActionNotes)
    .where(eq(equalityActionNotes.actionId, line));
  const notes = counted?.notes ?? 0;
  return ok({ tx, context, viewer, head, action, state, line, due: dueOf(action, state), notes });
};

/** Who reads the plan is told that it isn't in force; to others there is no such action. */
const notInForce = async (
  tx: Transaction,
  viewer: SignedInViewer,
  actionId: string,
): Promise<Result<never>> => {
  const shown = shownTo(tx, viewer);
  const [row] = await tx
    .select({ id: improvementActions.id })
    .from(improvementActions)
    .innerJoin(assessmentRevisions, eq(assessmentRevisions.id, improvementActions.revisionId))
    .innerJoin(assessments, shown.isShown)
    .where(and(eq(improvementActions.id, actionId), shown.readable));
  return row === undefined
    ? notFound(NOTHING)
    : notAllowed(
        "What becomes of an action is recorded once its plan is signed, and for as long as it is in force.",
      );
};

const begin = async (tx: Transaction, line: string, assessmentId: string): Promise<LiveState> => {
  const [made] = await tx.insert(equalityActions).values({ id: line, assessmentId }).returning();
  if (made === undefined) throw new Error("What becomes of an action could not be begun");
  return made;
};
