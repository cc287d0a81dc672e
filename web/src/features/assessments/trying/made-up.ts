import type { VariablesOf } from "gql.tada";
import type {
  SaveActionMutation,
  SaveAnswersMutation,
  SaveCharacteristicsMutation,
  SaveRightsMutation,
} from "../mutations.ts";
import type { ImprovementAction } from "../types.ts";
import type { TryQuery } from "./queries.ts";

type Given = NonNullable<VariablesOf<typeof TryQuery>["content"]>;
export type AnswersInput = VariablesOf<typeof SaveAnswersMutation>["input"];
export type CharacteristicsInput = VariablesOf<typeof SaveCharacteristicsMutation>["input"];
export type RightsInput = VariablesOf<typeof SaveRightsMutation>["input"];
export type ActionInput = VariablesOf<typeof SaveActionMutation>["input"];

/** What somebody has put in while trying a form out. It lives in the page, and nowhere else. */
export interface MadeUp {
  answers: NonNullable<Given["answers"]>;
  characteristicImpacts: NonNullable<Given["characteristicImpacts"]>;
  rightImpacts: NonNullable<Given["rightImpacts"]>;
  actions: readonly ImprovementAction[];
}

export const NOTHING_YET: MadeUp = {
  answers: [],
  characteristicImpacts: [],
  rightImpacts: [],
  actions: [],
};

/** The list with this item in the place of the one that it is a later state of. */
const put = <Item extends { version: number }>(
  items: readonly Item[],
  item: Omit<Item, "version">,
  isIt: (each: Item) => boolean,
): Item[] => {
  const version = (items.find(isIt)?.version ?? 0) + 1;
  return [...items.filter((each) => !isIt(each)), { ...item, version } as Item];
};

export const putAnswers = (madeUp: MadeUp, { answers }: AnswersInput): MadeUp => ({
  ...madeUp,
  answers: answers.reduce(
    (all, { question, part, choice, text }) =>
      put(
        all,
        { question, part: part ?? null, choice: choice ?? null, text: text ?? null },
        (each) => each.question === question && (each.part ?? null) === (part ?? null),
      ),
    [...madeUp.answers],
  ),
});

export const putCharacteristics = (madeUp: MadeUp, { stage, impacts }: CharacteristicsInput): MadeUp => ({
  ...madeUp,
  characteristicImpacts: impacts.reduce(
    (all, { characteristic, affected, direction, comments, barriers }) =>
      put(
        all,
        {
          stage,
          characteristic,
          affected: affected ?? null,
          direction: direction ?? null,
          comments: comments ?? null,
          barriers: barriers ?? null,
        },
        (each) => each.stage === stage && each.characteristic === characteristic,
      ),
    [...madeUp.characteristicImpacts],
  ),
});

export const putRights = (madeUp: MadeUp, { stage, impacts }: RightsInput): MadeUp => ({
  ...madeUp,
  rightImpacts: impacts.reduce(
    (all, { part, article, affected, comments, justification }) =>
      put(
        all,
        {
          stage,
          part,
          article,
          affected: affected ?? null,
          comments: comments ?? null,
          ...justification,
        },
        (each) => each.stage === stage && each.part === part && each.article === article,
      ),
    [...madeUp.rightImpacts],
  ),
});

/** Writes, adds or removes an action. The id is the action's own, or the next free one. */
export const putAction = (madeUp: MadeUp, input: ActionInput): { madeUp: MadeUp; id: string } => {
  const id = input.id ?? `made-up-${madeUp.actions.length + 1}-${Date.now()}`;
  const before = madeUp.actions.find((each) => each.id === id);
  const others = madeUp.actions.filter((each) => each.id !== id);
  if (input.remove) return { madeUp: { ...madeUp, actions: others }, id };
  const action: ImprovementAction = {
    id,
    objective: input.objective ?? before?.objective ?? "",
    action: input.action ?? before?.action ?? "",
    target: input.target ?? before?.target ?? "",
    officer: input.officer ?? before?.officer ?? "",
    due: input.due === undefined ? (before?.due ?? null) : input.due,
    fromQuestion: input.fromQuestion === undefined ? (before?.fromQuestion ?? null) : input.fromQuestion,
    version: (before?.version ?? 0) + 1,
  };
  return { madeUp: { ...madeUp, actions: [...others, action] }, id };
};

/** As the server takes it. */
export const previewInput = ({ actions, ...rows }: MadeUp): Given => ({
  ...rows,
  improvementActions: actions.map(({ version: _version, ...action }) => action),
});
