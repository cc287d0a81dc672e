import { capacitiesThatMay } from "../../access/policy.ts";
import { actsAs, transitionFrom } from "./decide.ts";
import {
  CONFLICT_OF_INTEREST,
  hasConflictOfInterest,
  isInPerson,
  NOT_READY_TO_PUBLISH,
  ONLY_IN_PERSON,
} from "./needs.ts";
import type { Actor, WorkflowState } from "./state.ts";
import { TRANSITION_ACTIONS, type TransitionAction, type TransitionNeed } from "./transitions.ts";

/** What a client may draw a button for. */
export const ASSESSMENT_ACTIONS = ["EDIT", ...TRANSITION_ACTIONS] as const;
export type AssessmentAction = (typeof ASSESSMENT_ACTIONS)[number];

export interface AvailableActions {
  /** What this person may do now, in a fixed order. */
  offered: readonly AssessmentAction[];
  /** What this person would be the one to do, but can't now, and why: worth telling. */
  withheld: readonly WithheldAction[];
}

export interface WithheldAction {
  action: TransitionAction;
  reason: string;
}

const incomplete = ({ problems }: WorkflowState): string =>
  problems.length === 1
    ? "One thing still needs to be put right"
    : `${problems.length} things still need to be put right`;

/** Needs that can be known before the person acts. The others depend on what they send. */
const KNOWN_BEFOREHAND: Partial<
  Record<TransitionNeed, (state: WorkflowState, actor: Actor) => string | null>
> = {
  NO_CONFLICT_OF_INTEREST: (state, actor) =>
    hasConflictOfInterest(state, actor) ? CONFLICT_OF_INTEREST : null,
  PUBLICATION_READY: (state) => (state.publicationReady ? null : NOT_READY_TO_PUBLISH),
  IN_PERSON: (_state, actor) => (isInPerson(actor) ? null : ONLY_IN_PERSON),
  COMPLETE_FORM: (state) => (state.problems.length === 0 ? null : incomplete(state)),
};

/** What this person may do to the assessment now, from the same table that decides (workflow/transitions.ts). */
export const availableActions = (state: WorkflowState, actor: Actor): AvailableActions => {
  const editors = capacitiesThatMay("assessment.edit", state.status);
  const offered: AssessmentAction[] = actsAs(state, actor, editors) ? ["EDIT"] : [];
  const withheld: WithheldAction[] = [];
  for (const action of TRANSITION_ACTIONS) {
    const transition = transitionFrom(state, action);
    if (transition === null || !actsAs(state, actor, transition.by)) continue;
    const reason = transition.needs
      .map((need) => KNOWN_BEFOREHAND[need]?.(state, actor) ?? null)
      .find((each) => each !== null);
    if (reason === undefined) offered.push(action);
    else withheld.push({ action, reason });
  }
  return { offered, withheld };
};
