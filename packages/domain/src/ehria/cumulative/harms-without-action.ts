import { wordsOf } from "../checker/text/sentences.ts";
import {
  type ImpactDirection,
  PROTECTED_CHARACTERISTICS,
  type ProtectedCharacteristic,
} from "../vocabulary.ts";
import { type CountingImpact, countingImpact, type ImpactRow, isHarm } from "./counting-impact.ts";

/**
 * Harms that an assessment tells of and nothing is still being done about. The form asks for actions, and not for which harm each is:
 * so an action is taken to be for a group where it was written from the question that tells of the harm or from the one on mitigation,
 * or where its words name the group (as the checker reads them). docs/adr/0037-actions-for-harms.md says why.
 */

export interface PlannedAction {
  /** False: it is done or was given up. */
  isOpen: boolean;
  /** Key of the question that it was written from. Null: none is named. */
  fromQuestion: string | null;
  /** Objective, action and target. */
  texts: readonly (string | null)[];
}

export interface AssessedHarms {
  /** What counts of the revision. */
  impacts: readonly ImpactRow[];
  actions: readonly PlannedAction[];
  /** Keys of the questions whose actions answer a harm of that stage: the rows' own, and the one on mitigation. */
  questions: Readonly<Record<CountingImpact["stage"], readonly string[]>>;
}

/** NO_OPEN_ACTION: nothing of the plan is still to be done. NO_ACTION_NAMES_IT: something is, and none of it is seen to be for this group. */
export const HARM_GAP_KINDS = ["NO_OPEN_ACTION", "NO_ACTION_NAMES_IT"] as const;
export type HarmGapKind = (typeof HARM_GAP_KINDS)[number];

export interface HarmGap {
  characteristic: ProtectedCharacteristic;
  direction: ImpactDirection;
  stage: CountingImpact["stage"];
  kind: HarmGapKind;
  openActions: number;
}

const names = ({ texts }: PlannedAction, words: readonly string[]): boolean =>
  texts.some((text) => text !== null && wordsOf(text).some((word) => words.includes(word)));

/**
 * The negative and mixed impacts of one assessment that no open action answers, in the order of the vocabulary.
 *
 * @param wordsFor words that name each group in running text (the law's rows in force)
 */
export const harmsWithoutAction = (
  { impacts, actions, questions }: AssessedHarms,
  wordsFor: (characteristic: ProtectedCharacteristic) => readonly string[],
): HarmGap[] => {
  const open = actions.filter(({ isOpen }) => isOpen);
  return PROTECTED_CHARACTERISTICS.flatMap((characteristic): HarmGap[] => {
    const impact = countingImpact(impacts, characteristic);
    if (impact === null || impact.direction === null || !isHarm(impact)) return [];
    const { stage, direction } = impact;
    const words = wordsFor(characteristic);
    const isFor = (action: PlannedAction): boolean =>
      (action.fromQuestion !== null && questions[stage].includes(action.fromQuestion)) ||
      names(action, words);
    if (open.some(isFor)) return [];
    const kind = open.length === 0 ? "NO_OPEN_ACTION" : "NO_ACTION_NAMES_IT";
    return [{ characteristic, direction, stage, kind, openActions: open.length }];
  });
};
