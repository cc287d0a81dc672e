import { useHeld } from "../live/live-context.ts";
import { type RightValue, rightKind } from "../saving/kinds/right.ts";
import { type Saved, useSaved } from "../saving/use-saved.ts";
import type { RightImpact } from "../types.ts";
import { useDraft } from "./draft-context.ts";

/** One right's row, saving itself as it is written. `place` is how findings name it: "potential-rights.CONVENTION-8". */
export const useRight = (impact: RightImpact, place: string): Saved<RightValue> => {
  const { content, person } = useDraft();
  const { stage, part, article, title } = impact;
  const address = { reference: content.reference, stage, part, article };
  return useSaved({
    kind: "RIGHT",
    address,
    person,
    label: `Article ${article}: ${title}`,
    stored: useHeld(place, rightKind.read(content, address)),
  });
};
