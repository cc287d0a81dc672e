import type { AssessmentAct } from "../../access/assessment-acts.ts";
import { capacitiesThatMay } from "../../access/policy.ts";
import { actsAs, transitionFrom } from "./decide.ts";
import {
  conflictAsChair,
  conflictOfInterest,
  isInPerson,
  NOT_READY_TO_PUBLISH,
  ONLY_IN_PERSON,
  preparedByActor,
} from "./needs.ts";
import type { Actor, WorkflowState } from "./state.ts";
import { TRANSITION_ACTIONS, type TransitionAction, type TransitionNeed } from "./transitions.ts";

/** What the policy alone decides, without a transition; the order is the order in which it is offered. */
const POLICY_ACTIONS = {
  EDIT: "assessment.edit",
  COMMENT: "assessment.comment",
  RECOMMEND: "assessment.recommend",
  HAND_OVER_REVIEW: "assessment.hand-over-review",
  PREPARE_PUBLICATION: "assessment.redact",
} as const satisfies Record<string, AssessmentAct>;
type PolicyAction = keyof typeof POLICY_ACTIONS;
const POLICY_ACTION_NAMES = Object.keys(POLICY_ACTIONS) as PolicyAction[];

/** What a client may draw a button for. */
export const ASSESSMENT_ACTIONS = [...POLICY_ACTION_NAMES, ...TRANSITION_ACTIONS] as const;
export type AssessmentAction = (typeof ASSESSMENT_ACTIONS)[number];

export interface AvailableActions {
  /** What this person may do now, in a fixed order. */
  offered: readonly AssessmentAction[];
  /** What this person would be the one to do, but can't now, and why: worth telling. */
  withheld: readonly WithheldAction[];
}

export interface WithheldAction {
  action: AssessmentAction;
  reason: string;
}

const incomplete = ({ problems }: WorkflowState): string =>
  problems.length === 1
    ? "One thing still needs to be put right"
    : `${problems.length} things still need to be put right`;

const unanswered = ({ unansweredPoints }: WorkflowState): string =>
  unansweredPoints.length === 1
    ? "One point of the chair's still needs your answer"
    : `${unansweredPoints.length} points of the chair's still need your answer`;

/** Needs that can be known before the person acts. The others depend on what they send. */
const KNOWN_BEFOREHAND: Partial<
  Record<TransitionNeed, (state: WorkflowState, actor: Actor) => string | null>
> = {
  NO_CONFLICT_OF_INTEREST: conflictOfInterest,
  NO_CONFLICT_AS_CHAIR: conflictAsChair,
  PUBLICATION_READY: (state) => (state.publication === null ? NOT_READY_TO_PUBLISH : null),
  PREPARED_BY_ANOTHER: preparedByActor,
  IN_PERSON: (_state, actor) => (isInPerson(actor) ? null : ONLY_IN_PERSON),
  POINTS_ANSWERED: (state) => (state.unansweredPoints.length === 0 ? null : unanswered(state)),
  COMPLETE_FORM: (state) => (state.problems.length === 0 ? null : incomplete(state)),
};

/** Why a transition that this person would be the one to take is kept from them now. Null: it isn't. */
const withheldBecause = (state: WorkflowState, actor: Actor, action: TransitionAction): string | null =>
  transitionFrom(state, action)
    ?.needs.map((need) => KNOWN_BEFOREHAND[need]?.(state, actor) ?? null)
    .find((each) => each !== null) ?? null;

/** What this person may do to the assessment now, from the tables that decide: access/policy.ts and workflow/transitions.ts. */
export const availableActions = (state: WorkflowState, actor: Actor): AvailableActions => {
  const offered: AssessmentAction[] = [];
  const withheld: WithheldAction[] = [];
  const conflict = conflictOfInterest(state, actor);
  const mayAs = (action: PolicyAction, isConflicted: boolean): boolean =>
    actsAs(state, actor, capacitiesThatMay(POLICY_ACTIONS[action], state.status, isConflicted));
  for (const action of POLICY_ACTION_NAMES) {
    if (mayAs(action, conflict !== null)) offered.push(action);
    else if (conflict !== null && mayAs(action, false)) withheld.push({ action, reason: conflict });
  }
  for (const action of TRANSITION_ACTIONS) {
    const by = transitionFrom(state, action)?.by ?? [];
    if (!actsAs(state, actor, by)) continue;
    const reason = withheldBecause(state, actor, action);
    if (reason === null) offered.push(action);
    else withheld.push({ action, reason });
  }
  return { offered, withheld };
};
