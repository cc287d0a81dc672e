import { useHeld } from "../live/live-context.ts";
import { type RightValue, rightKind } from "../saving/kinds/right.ts";
import { type Saved, useSaved } from "../saving/use-saved.ts";
import type { Question, RightImpact } from "../types.ts";
import { useDraft } from "./draft-context.ts";
import { rightKey } from "./rows.ts";
import { placeOf, rowLabel } from "./use-answer.ts";

/** One right's row of a question, saving itself as it is written. */
export const useRight = (impact: RightImpact, question: Question): Saved<RightValue> => {
  const { content, person } = useDraft();
  const { stage, part, article, title } = impact;
  const address = { reference: content.reference, stage, part, article };
  return useSaved({
    kind: "RIGHT",
    address,
    person,
    label: rowLabel(question, `Article ${article}: ${title}`),
    stored: useHeld(placeOf(question.key, rightKey(impact)), rightKind.read(content, address)),
  });
};
