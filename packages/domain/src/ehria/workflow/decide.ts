import { SYSTEM } from "../../access/policy.ts";
import { invalid, notAllowed, ok, type Result } from "../../result.ts";
import type { SignatoryRole } from "../vocabulary.ts";
import { authenticationOf, NEED_CHECKS } from "./needs.ts";
import type { Actor, WorkflowCommand, WorkflowEvent, WorkflowState } from "./state.ts";
import {
  ACTION_IN_WORDS,
  STATUS_IN_WORDS,
  TRANSITION_NEEDS,
  TRANSITIONS,
  type Transition,
  type WorkflowAction,
} from "./transitions.ts";

/** True when the actor holds one of the capacities. Being the lead is checked against the assessment too. */
export const actsAs = (state: WorkflowState, actor: Actor, capacities: Transition["by"]): boolean => {
  if (actor.userId === null) return capacities.includes(SYSTEM);
  const held: Transition["by"] = actor.capacities;
  return capacities.some(
    (capacity) =>
      capacity !== SYSTEM &&
      held.includes(capacity) &&
      (capacity !== "LEAD" || actor.userId === state.people.lead),
  );
};

export const transitionFrom = (state: WorkflowState, action: WorkflowAction): Transition | null =>
  TRANSITIONS[state.status][action] ?? null;

const signatureOf = (
  { revision, contentHash }: WorkflowState,
  { actor, statement, now }: WorkflowCommand,
  role: SignatoryRole,
): WorkflowEvent => {
  const authenticatedAt = authenticationOf(actor);
  // Whatever signs needs IN_PERSON (transitions.test.ts): nobody else gets here.
  if (actor.userId === null || authenticatedAt === null) throw new Error("Only a person at a browser signs");
  return {
    type: "SIGNED",
    role,
    userId: actor.userId,
    revision,
    contentHash,
    statement: statement?.trim() ?? "",
    authenticatedAt,
    at: now,
  };
};

const noticeOf = (
  { standsInRegister }: WorkflowState,
  { publicNotice }: WorkflowCommand,
  { needs }: Transition,
): { publicNotice?: string } =>
  standsInRegister && needs.includes("PUBLIC_NOTICE") ? { publicNotice: publicNotice?.trim() ?? "" } : {};

const eventsOf = (
  state: WorkflowState,
  command: WorkflowCommand,
  transition: Transition,
): WorkflowEvent[] => {
  const { revision, contentHash, status } = state;
  const { action, actor, now } = command;
  const events: WorkflowEvent[] = [];
  if (transition.seals) events.push({ type: "REVISION_SEALED", revision, contentHash, at: now });
  if (transition.signs !== null) events.push(signatureOf(state, command, transition.signs));
  const { userId } = actor;
  // The system raises no points.
  if (userId !== null) {
    for (const point of command.points ?? []) events.push({ type: "POINT_RAISED", point, revision, userId });
  }
  if (transition.opensRevision) {
    events.push({ type: "REVISION_OPENED", revision: revision + 1, basedOnRevision: revision, at: now });
  }
  const reason = transition.needs.includes("REASON") ? (command.reason?.trim() ?? null) : null;
  events.push({
    type: "STATUS_CHANGED",
    action,
    from: status,
    to: transition.to,
    revision,
    userId,
    reason,
    successor: transition.needs.includes("SUCCESSOR") ? (command.successor?.reference ?? null) : null,
    ...noticeOf(state, command, transition),
    at: now,
  });
  return events;
};

/**
 * Decides one act on an assessment: the events that it brings about, or why it can't be.
 * NOT_ALLOWED for the wrong status or person, VALIDATION for a missing reason, statement or part of the form,
 * CONFLICT when the hash shown is not the hash stored. Nothing is written here.
 */
export const decide = (state: WorkflowState, command: WorkflowCommand): Result<WorkflowEvent[]> => {
  const transition = transitionFrom(state, command.action);
  if (transition === null) {
    return notAllowed(
      `This assessment is ${STATUS_IN_WORDS[state.status]}, so it can't be ${ACTION_IN_WORDS[command.action]}`,
    );
  }
  if (!actsAs(state, command.actor, transition.by)) {
    return notAllowed(`This assessment can't be ${ACTION_IN_WORDS[command.action]} by you`);
  }
  if ((command.points?.length ?? 0) > 0 && !transition.needs.includes("POINTS_WRITTEN")) {
    return invalid([{ path: "points", message: "Points go with a request for changes alone" }]);
  }
  for (const need of TRANSITION_NEEDS) {
    const failure = transition.needs.includes(need) ? NEED_CHECKS[need](state, command) : null;
    if (failure !== null) return { ok: false, failure };
  }
  return ok(eventsOf(state, command, transition));
};
