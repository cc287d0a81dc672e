import { type CharacteristicValue, characteristicKind } from "../saving/kinds/characteristic.ts";
import { type Saved, useSaved } from "../saving/use-saved.ts";
import type { CharacteristicImpact } from "../types.ts";
import { useDraft } from "./draft-context.ts";

/** One characteristic's row, saving itself as it is written. */
export const useCharacteristic = (impact: CharacteristicImpact): Saved<CharacteristicValue> => {
  const { content, person } = useDraft();
  const { stage, characteristic, label } = impact;
  const address = { reference: content.reference, stage, characteristic };
  return useSaved({
    kind: "CHARACTERISTIC",
    address,
    person,
    label,
    stored: characteristicKind.read(content, address),
  });
};
