import { conflict, type Failure, invalid, notAllowed, type Problem } from "../../result.ts";
import { checkPoints } from "../review/points.ts";
import type { Actor, WorkflowCommand, WorkflowState } from "./state.ts";
import type { TransitionNeed } from "./transitions.ts";

/** Longest reason or statement, in UTF-16 units. */
export const MAX_REASON_LENGTH = 4_000;

type Check = (state: WorkflowState, command: WorkflowCommand) => Failure | null;

const failureOf = (result: { ok: false; failure: Failure } | { ok: true }): Failure | null =>
  result.ok ? null : result.failure;

const CONFLICT_OF_INTEREST =
  "You have led or helped to write this assessment, so somebody else must review it and sign it off";
const HANDED_OVER =
  "You have handed the review of this assessment over, so somebody else must review it and sign it off";

/** Why this person takes no part in the review: they lead or contribute, now or at any time before, or handed it over. Null: they may. */
export const conflictOfInterest = (
  { people, signatures }: Pick<WorkflowState, "people" | "signatures">,
  { userId }: Pick<Actor, "userId">,
): string | null => {
  const wrote =
    people.lead === userId ||
    people.everWrote.includes(userId) ||
    signatures.some((signature) => signature.role === "LEAD_OFFICER" && signature.userId === userId);
  if (wrote) return CONFLICT_OF_INTEREST;
  return people.handedOver.includes(userId) ? HANDED_OVER : null;
};

/** One need's failure when there are problems. */
const unlessNone = (problems: readonly Problem[], message?: string): Failure | null =>
  problems.length === 0 ? null : failureOf(invalid([...problems], message));

export const NOT_READY_TO_PUBLISH = "The copy for the public hasn't been prepared and approved yet";

const writtenWords = (
  field: "reason" | "statement",
  what: string,
  text: string | null | undefined,
): Failure | null => {
  const words = text?.trim() ?? "";
  if (words === "") return failureOf(invalid([{ path: field, message: what }]));
  if (words.length <= MAX_REASON_LENGTH) return null;
  const message = `Use ${MAX_REASON_LENGTH.toLocaleString("en-GB")} characters or fewer`;
  return failureOf(invalid([{ path: field, message }]));
};

const displayedHash: Check = ({ contentHash, revision }, { displayedHash: yours }) => {
  if (yours === contentHash) return null;
  if (yours === null || yours === undefined || yours === "") {
    return failureOf(
      invalid([{ path: "displayedHash", message: "Open the assessment again and sign what it shows" }]),
    );
  }
  const version = {
    path: "contentHash",
    currentVersion: revision,
    basedOnVersion: revision,
    theirs: contentHash,
    yours,
  };
  return failureOf(
    conflict([version], "This assessment changed after you opened it. Read it again before you sign"),
  );
};

const leadSignature: Check = ({ signatures, revision, contentHash }) => {
  const isSigned = signatures.some(
    (each) => each.role === "LEAD_OFFICER" && each.revision === revision && each.contentHash === contentHash,
  );
  return isSigned
    ? null
    : failureOf(notAllowed("The lead officer's signature is not on what stands here now"));
};

/** How each need is checked. A need missing here doesn't compile. */
export const NEED_CHECKS: Record<TransitionNeed, Check> = {
  NO_CONFLICT_OF_INTEREST: (state, { actor }) => {
    const reason = conflictOfInterest(state, actor);
    return reason === null ? null : failureOf(notAllowed(reason));
  },
  PUBLICATION_READY: ({ publicationReady }) =>
    publicationReady ? null : failureOf(notAllowed(NOT_READY_TO_PUBLISH)),
  REASON: (_state, { reason }) => writtenWords("reason", "Give a reason", reason),
  POINTS_WRITTEN: (_state, { points = [] }) => unlessNone(checkPoints(points)),
  POINTS_ANSWERED: ({ unansweredPoints }) =>
    unlessNone(unansweredPoints, "Answer each point that the chair made, then sign it"),
  STATEMENT: (_state, { statement }) =>
    writtenWords("statement", "Confirm the statement that you sign", statement),
  DISPLAYED_HASH: displayedHash,
  COMPLETE_FORM: ({ problems }) =>
    unlessNone(problems, "This assessment isn't complete, so it can't be signed yet"),
  LEAD_SIGNATURE: leadSignature,
};
