import type { AssessmentContent } from "../content.ts";
import { rightKey } from "../reference-types.ts";
import type { CellReader } from "./kinds/question-kind.ts";

const cellKey = (first: string, second: string | null): string => `${first} ${second ?? ""}`;

/** Looks cells up by key, whether they count or not. Built once per reading of the form. */
export const readCells = (content: AssessmentContent): CellReader => {
  const answers = new Map(content.answers.map((each) => [cellKey(each.question, each.part), each]));
  const characteristics = new Map(
    content.characteristicImpacts.map((each) => [cellKey(each.stage, each.characteristic), each]),
  );
  const rights = new Map(content.rightImpacts.map((each) => [cellKey(each.stage, rightKey(each)), each]));
  return {
    answer: (question, part) => answers.get(cellKey(question, part)) ?? null,
    characteristicImpact: (stage, characteristic) =>
      characteristics.get(cellKey(stage, characteristic)) ?? null,
    rightImpact: (stage, right) => rights.get(cellKey(stage, right)) ?? null,
    improvementActions: () => content.improvementActions,
  };
};
