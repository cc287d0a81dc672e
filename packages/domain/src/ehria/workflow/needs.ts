import { isFreshSignIn } from "../../access/fresh-sign-in.ts";
import { conflict, type Failure, invalid, notAllowed, type Problem } from "../../result.ts";
import { checkPoints } from "../review/points.ts";
import type { AssessmentStatus } from "../vocabulary.ts";
import type { Actor, WorkflowCommand, WorkflowState } from "./state.ts";
import { TRANSITIONS, type TransitionNeed } from "./transitions.ts";

/** Longest reason, in UTF-16 units. */
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
  if (userId === null) return null;
  const wrote =
    people.lead === userId ||
    people.everWrote.includes(userId) ||
    signatures.some((signature) => signature.role === "LEAD_OFFICER" && signature.userId === userId);
  if (wrote) return CONFLICT_OF_INTEREST;
  return people.handedOver.includes(userId) ? HANDED_OVER : null;
};

/** The same for what a lead may do as well as the chair: the lead's own interest is no bar, and a chair's is. Null: they may. */
export const conflictAsChair = (
  state: Pick<WorkflowState, "people" | "signatures">,
  actor: Pick<Actor, "userId">,
): string | null => (actor.userId === state.people.lead ? null : conflictOfInterest(state, actor));

const refuseFor = (reason: string | null): Failure | null =>
  reason === null ? null : failureOf(notAllowed(reason));

/** One need's failure when there are problems. */
const unlessNone = (problems: readonly Problem[], message?: string): Failure | null =>
  problems.length === 0 ? null : failureOf(invalid([...problems], message));

export const NOT_READY_TO_PUBLISH = "The copy for the public hasn't been prepared yet";
const PREPARED_BY_YOU =
  "You decided what the copy for the public leaves out, or prepared it, so somebody else must approve and publish it";

/** Two people look at what leaves the council. Null: this one may be the second. */
export const preparedByActor = (
  { publication }: Pick<WorkflowState, "publication">,
  { userId }: Pick<Actor, "userId">,
): string | null =>
  userId !== null && publication?.madeBy.includes(userId) === true ? PREPARED_BY_YOU : null;
export const ONLY_IN_PERSON = "Only a person can sign, on the page that shows what is signed: a token can't";
export const SIGN_IN_AGAIN =
  "To sign, you must have signed in within the last 5 minutes. Sign in again, then sign";

const writtenReason: Check = (_state, { reason }) => {
  const words = reason?.trim() ?? "";
  if (words === "") return failureOf(invalid([{ path: "reason", message: "Give a reason" }]));
  if (words.length <= MAX_REASON_LENGTH) return null;
  const message = `Use ${MAX_REASON_LENGTH.toLocaleString("en-GB")} characters or fewer`;
  return failureOf(invalid([{ path: "reason", message }]));
};

const NO_STATEMENT = "Confirm the statement that you sign";
const OTHER_STATEMENT =
  "These aren't the words of the form. Open the assessment again and sign the words that it shows";

/** A signature is under the form's own words: what somebody would rather have signed is no signature. */
const theFormsStatement: Check = ({ status, statements }, { action, statement }) => {
  const role = TRANSITIONS[status][action]?.signs ?? null;
  const wanted = role === null ? undefined : statements[role];
  const given = statement?.trim() ?? "";
  if (given !== "" && given === wanted?.trim()) return null;
  const message = given === "" ? NO_STATEMENT : OTHER_STATEMENT;
  return failureOf(invalid([{ path: "statement", message }]));
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

/** Who approves sends back the hash of the copy and files that their page showed. */
const displayedPublication: Check = ({ publication, revision }, { displayedHash: yours }) => {
  const theirs = publication?.hash ?? null;
  if (yours !== null && yours === theirs) return null;
  if (yours === null || yours === undefined || yours === "") {
    const message = "Open the copy for the public again and publish what it shows";
    return failureOf(invalid([{ path: "displayedHash", message }]));
  }
  const version = { currentVersion: revision, basedOnVersion: revision, theirs, yours };
  return failureOf(
    conflict(
      [{ path: "publicationHash", ...version }],
      "The copy for the public was prepared anew after you opened it. Read it again before you publish it",
    ),
  );
};

const publicNotice: Check = ({ standsInRegister }, { publicNotice: notice, noticeProblems = [] }) => {
  const isGiven = (notice?.trim() ?? "") !== "";
  const refuse = (message: string) => failureOf(invalid([{ path: "publicNotice", message }]));
  if (!standsInRegister)
    return isGiven
      ? refuse("This isn't in the public register, so leave the notice for the public empty")
      : null;
  return isGiven
    ? unlessNone(noticeProblems)
    : refuse("Say to the public why this no longer stands: it stays in the register with these words");
};

const leadSignature: Check = ({ signatures, revision, contentHash }) => {
  const isSigned = signatures.some(
    (each) => each.role === "LEAD_OFFICER" && each.revision === revision && each.contentHash === contentHash,
  );
  return isSigned
    ? null
    : failureOf(notAllowed("The lead officer's signature is not on what stands here now"));
};

/** When the actor last proved who they are; null for tokens and for the system. */
export const authenticationOf = (actor: Actor): string | null =>
  actor.userId === null ? null : (actor.authenticatedAt ?? null);

export const isInPerson = (actor: Actor): boolean => authenticationOf(actor) !== null;

const freshSignIn: Check = (_state, { actor, now }) => {
  const authenticatedAt = authenticationOf(actor);
  if (authenticatedAt === null) return failureOf(notAllowed(ONLY_IN_PERSON, "USE_A_BROWSER"));
  return isFreshSignIn(authenticatedAt, now) ? null : failureOf(notAllowed(SIGN_IN_AGAIN, "SIGN_IN_AGAIN"));
};

/** What may take another's place: signed off, and neither superseded nor withdrawn itself. */
export const SUCCESSOR_STATUSES: readonly AssessmentStatus[] = ["SIGNED_OFF", "PUBLISHED", "REVIEW_DUE"];

const successor: Check = (_state, { successor: named }) => {
  const refuse = (message: string) => failureOf(invalid([{ path: "successor", message }]));
  if (named === null || named === undefined) {
    return refuse(
      "Give the reference of an assessment that you can see and that takes the place of this one",
    );
  }
  if (named.isItself)
    return refuse("An assessment can't take its own place: give the reference of another one");
  return SUCCESSOR_STATUSES.includes(named.status)
    ? null
    : refuse(`${named.reference} isn't signed off, so it can't take the place of this one yet`);
};

/** How each need is checked. A need missing here doesn't compile. */
export const NEED_CHECKS: Record<TransitionNeed, Check> = {
  NO_CONFLICT_OF_INTEREST: (state, { actor }) => refuseFor(conflictOfInterest(state, actor)),
  NO_CONFLICT_AS_CHAIR: (state, { actor }) => refuseFor(conflictAsChair(state, actor)),
  PUBLICATION_READY: ({ publication }) =>
    publication === null ? failureOf(notAllowed(NOT_READY_TO_PUBLISH)) : null,
  PREPARED_BY_ANOTHER: (state, { actor }) => refuseFor(preparedByActor(state, actor)),
  IN_PERSON: (_state, { actor }) =>
    isInPerson(actor) ? null : failureOf(notAllowed(ONLY_IN_PERSON, "USE_A_BROWSER")),
  REASON: writtenReason,
  SUCCESSOR: successor,
  PUBLIC_NOTICE: publicNotice,
  POINTS_WRITTEN: (_state, { points = [] }) => unlessNone(checkPoints(points)),
  POINTS_ANSWERED: ({ unansweredPoints }) =>
    unlessNone(unansweredPoints, "Answer each point that the chair made, then sign it"),
  STATEMENT: theFormsStatement,
  DISPLAYED_HASH: displayedHash,
  DISPLAYED_PUBLICATION: displayedPublication,
  COMPLETE_FORM: ({ problems }) =>
    unlessNone(problems, "This assessment isn't complete, so it can't be signed yet"),
  LEAD_SIGNATURE: leadSignature,
  FRESH_SIGN_IN: freshSignIn,
};
