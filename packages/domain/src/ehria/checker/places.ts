import { isWritten } from "../content.ts";
import { formPlace, type Place, placePath } from "../form/completeness.ts";
import { kindOf } from "../form/kinds/registry.ts";
import type { FormQuestion } from "../form/template.ts";
import { rightKey } from "../reference-types.ts";
import type { Stage } from "../vocabulary.ts";
import type { CheckInput, Finding } from "./finding.ts";

/** Makes a finding with the path that belongs to its place. */
export const finding = (
  parts: Omit<Finding, "path" | "otherPlaces"> & { otherPlaces?: readonly Place[] },
): Finding => ({ otherPlaces: [], ...parts, path: placePath(parts.place) });

export const questionPlace = (
  question: FormQuestion,
  part: string | null = null,
  field: string | null = null,
): Place => formPlace({ section: question.section, question: question.key, part, field });

const rowQuestion = (input: CheckInput, storedIn: string, stage: Stage): FormQuestion | undefined =>
  input.reading.template.questions.find((each) => kindOf(each).storedIn === storedIn && each.stage === stage);

/** The cell of a characteristic's row; the assessment as a whole in a template without such rows. */
export const characteristicPlace = (
  input: CheckInput,
  stage: Stage,
  characteristic: string,
  field: string,
): Place => {
  const question = rowQuestion(input, "CHARACTERISTIC_IMPACTS", stage);
  return question === undefined ? formPlace({}) : questionPlace(question, characteristic, field);
};

export const rightPlace = (input: CheckInput, stage: Stage, right: string, field: string): Place => {
  const question = rowQuestion(input, "RIGHT_IMPACTS", stage);
  return question === undefined ? formPlace({}) : questionPlace(question, right, field);
};

/** "question 3", or the question's label where it has no number: how a place is named inside a sentence. */
export const placeName = (input: CheckInput, place: Place): string => {
  const question = input.reading.template.questions.find((each) => each.key === place.question);
  if (question === undefined) return "the assessment";
  const name = question.number === null ? `"${question.label}"` : `question ${question.number}`;
  const part = question.parts.find((each) => each.key === place.part);
  return part === undefined ? name : `${name} (${part.label})`;
};

/** As the form calls it: local groups are the council's own, and each form names its own. */
export const characteristicLabel = (input: CheckInput, characteristic: string): string =>
  input.reading.template.questions
    .filter((question) => question.kind === "CHARACTERISTIC_ROWS")
    .flatMap(({ parts }) => parts)
    .find((part) => part.key === characteristic)?.label ??
  input.references.characteristics.find((row) => row.characteristic === characteristic)?.label ??
  characteristic;

export interface PlacedText {
  place: Place;
  text: string;
}

const answerTexts = (input: CheckInput): PlacedText[] =>
  input.counting.answers.flatMap(({ question: key, part, text }) => {
    const question = input.reading.template.questions.find((each) => each.key === key);
    return question === undefined || !isWritten(text)
      ? []
      : [{ place: questionPlace(question, part, "text"), text }];
  });

export const characteristicTexts = (input: CheckInput): (PlacedText & { stage: Stage; row: string })[] =>
  input.counting.characteristicImpacts.flatMap(({ stage, characteristic, comments, barriers }) =>
    Object.entries({ comments, barriers }).flatMap(([field, text]) =>
      isWritten(text)
        ? [
            {
              place: characteristicPlace(input, stage, characteristic, field),
              text,
              stage,
              row: characteristic,
            },
          ]
        : [],
    ),
  );

export const rightTexts = (input: CheckInput): (PlacedText & { stage: Stage; row: string })[] =>
  input.counting.rightImpacts.flatMap((impact) =>
    isWritten(impact.comments)
      ? [
          {
            place: rightPlace(input, impact.stage, rightKey(impact), "comments"),
            text: impact.comments,
            stage: impact.stage,
            row: rightKey(impact),
          },
        ]
      : [],
  );

/** Every text that counts, with its place, in the order of the form. */
export const countingTexts = (input: CheckInput): PlacedText[] => {
  const order = new Map(input.reading.template.questions.map((question, index) => [question.key, index]));
  const rank = ({ place }: PlacedText): number => order.get(place.question ?? "") ?? -1;
  return [...answerTexts(input), ...characteristicTexts(input), ...rightTexts(input)].sort(
    (a, b) => rank(a) - rank(b),
  );
};
