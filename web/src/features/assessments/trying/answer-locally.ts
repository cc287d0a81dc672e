import type { MadeUp } from "./made-up.ts";
import {
  type ActionInput,
  type AnswersInput,
  type CharacteristicsInput,
  putAction,
  putAnswers,
  putCharacteristics,
  putRights,
  type RightsInput,
} from "./made-up.ts";

/** What every page asks anew once something was saved. The id means nothing to the server. */
const ASSESSMENT = { __typename: "Assessment", id: "made-up" };

export interface LocalAnswer {
  madeUp: MadeUp;
  /** The field of the mutation with its result, as the server would give it. */
  data: Record<string, unknown>;
}

type Save = (madeUp: MadeUp, input: never) => LocalAnswer;

const saved = (typename: string, rest: object) => ({
  __typename: typename,
  savedAt: new Date().toISOString(),
  assessment: ASSESSMENT,
  ...rest,
});

const SAVES: Record<string, Save> = {
  saveAnswers: (before, input: AnswersInput) => {
    const madeUp = putAnswers(before, input);
    const answers = madeUp.answers.map((each) => ({ __typename: "Answer", ...each }));
    return { madeUp, data: { saveAnswers: saved("AnswersSaved", { answers }) } };
  },
  saveCharacteristicImpacts: (before, input: CharacteristicsInput) => {
    const madeUp = putCharacteristics(before, input);
    const impacts = madeUp.characteristicImpacts.map((each) => ({
      __typename: "CharacteristicImpact",
      ...each,
    }));
    return {
      madeUp,
      data: { saveCharacteristicImpacts: saved("CharacteristicImpactsSaved", { impacts }) },
    };
  },
  saveRightImpacts: (before, input: RightsInput) => {
    const madeUp = putRights(before, input);
    const impacts = madeUp.rightImpacts.map(
      ({ prescribedByLaw, legitimateAim, necessary, proportionate, ...each }) => ({
        __typename: "RightImpact",
        ...each,
        justification: { prescribedByLaw, legitimateAim, necessary, proportionate },
      }),
    );
    return { madeUp, data: { saveRightImpacts: saved("RightImpactsSaved", { impacts }) } };
  },
  saveImprovementAction: (before, input: ActionInput) => {
    const { madeUp, id } = putAction(before, input);
    const action = madeUp.actions.find((each) => each.id === id);
    const improvementAction = { __typename: "EqualityAction", id, version: 0, ...action };
    return {
      madeUp,
      data: { saveImprovementAction: saved("ImprovementActionSaved", { improvementAction }) },
    };
  },
};

const REFUSED = {
  __typename: "NotAllowed",
  message: "You are trying the form out: this can be done in an assessment alone.",
};

/** Answers a mutation without any server: what saves an answer is kept in the page, and all else is refused. */
export const answerLocally = (madeUp: MadeUp, field: string, input: unknown): LocalAnswer =>
  SAVES[field]?.(madeUp, input as never) ?? { madeUp, data: { [field]: REFUSED } };

const MUTATION = /^(?:\s*#[^\n]*\n)*\s*mutation\b[^{]*\{\s*(?:\w+\s*:\s*)?(\w+)/;

/** The field that a mutation's text asks for. Null: it is no mutation. */
export const mutationField = (text: string): string | null => MUTATION.exec(text)?.[1] ?? null;
