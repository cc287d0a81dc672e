import { useHeld } from "../live/live-context.ts";
import { type CharacteristicValue, characteristicKind } from "../saving/kinds/characteristic.ts";
import { type Saved, useSaved } from "../saving/use-saved.ts";
import type { CharacteristicImpact } from "../types.ts";
import { useDraft } from "./draft-context.ts";

/** One characteristic's row, saving itself as it is written. `place` is how findings name it: "potential-impact.AGE". */
export const useCharacteristic = (
  impact: CharacteristicImpact,
  place: string,
): Saved<CharacteristicValue> => {
  const { content, person } = useDraft();
  const { stage, characteristic, label } = impact;
  const address = { reference: content.reference, stage, characteristic };
  return useSaved({
    kind: "CHARACTERISTIC",
    address,
    person,
    label,
    stored: useHeld(place, characteristicKind.read(content, address)),
  });
};
