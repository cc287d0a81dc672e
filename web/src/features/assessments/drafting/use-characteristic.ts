import { useHeld } from "../live/live-context.ts";
import { type CharacteristicValue, characteristicKind } from "../saving/kinds/characteristic.ts";
import { type Saved, useSaved } from "../saving/use-saved.ts";
import type { CharacteristicImpact, Question } from "../types.ts";
import { useDraft } from "./draft-context.ts";
import { placeOf, rowLabel } from "./use-answer.ts";

/** One characteristic's row of a question, saving itself as it is written. */
export const useCharacteristic = (
  impact: CharacteristicImpact,
  question: Question,
): Saved<CharacteristicValue> => {
  const { content, person } = useDraft();
  const { stage, characteristic, label } = impact;
  const address = { reference: content.reference, stage, characteristic };
  return useSaved({
    kind: "CHARACTERISTIC",
    address,
    person,
    label: rowLabel(question, label),
    stored: useHeld(placeOf(question.key, characteristic), characteristicKind.read(content, address)),
  });
};
