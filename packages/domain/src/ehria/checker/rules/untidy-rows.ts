import { isWritten } from "../../content.ts";
import { rightKey } from "../../reference-types.ts";
import type { CheckRule } from "../finding.ts";
import { characteristicLabel, characteristicPlace, finding, placeName, rightPlace } from "../places.ts";
import { splitClauses } from "../text/sentences.ts";

const EFFECT =
  /\b(?:help|helps|improve[sd]?|improving|easier|harder|benefit(?:s|ed)?|reduc(?:e|es|ed|ing)|increas(?:e|es|ed|ing)|disadvantage[sd]?|los(?:e|es|ing)|gain(?:s|ed)?|facilitat(?:e|es|ing)|enabl(?:e|es|ing)|barriers?|worse|better|widen(?:s|ed)?|affect(?:s|ed)?|harm(?:s|ed)?)\b/i;

const NEGATION = /\b(?:no|not|never|neither|nor|none|nobody|without|unlikely|\p{L}+n['’]t)\b/iu;

/** A clause that tells of an effect and doesn't deny it. */
const describesEffect = (text: string | null): boolean =>
  isWritten(text) && splitClauses(text).some((clause) => EFFECT.test(clause) && !NEGATION.test(clause));

/** No is ticked, and the comment tells of an effect all the same (article 9 in the home care paper). */
export const noWithEffectDescribed: CheckRule = (input) => {
  const characteristicPlaces = input.counting.characteristicImpacts
    .filter(({ affected, comments }) => affected === false && describesEffect(comments))
    .map(({ stage, characteristic }) => characteristicPlace(input, stage, characteristic, "comments"));
  const rightPlaces = input.counting.rightImpacts
    .filter(({ affected, comments }) => affected === false && describesEffect(comments))
    .map((impact) => rightPlace(input, impact.stage, rightKey(impact), "comments"));
  return [...characteristicPlaces, ...rightPlaces].map((place) =>
    finding({
      rule: "no-with-effect-described",
      weight: "SUGGESTS",
      place,
      message:
        "The answer is No, yet the comment tells of an effect. Good effects count as well as bad ones.",
      remedy: `Answer Yes if people are affected either way, or reword the comment – ${placeName(input, place)}`,
    }),
  );
};

/** A direction for a group that isn't said to be affected. */
export const directionWithoutAffected: CheckRule = (input) =>
  input.counting.characteristicImpacts
    .filter(({ affected, direction }) => direction !== null && affected !== true)
    .map(({ stage, characteristic }) =>
      finding({
        rule: "direction-without-affected",
        weight: "WARNS",
        place: characteristicPlace(input, stage, characteristic, "affected"),
        message:
          "A direction is chosen for a group that isn't said to be affected, so the two contradict each other.",
        remedy: `Answer Yes, or take the direction out – ${characteristicLabel(input, characteristic)}`,
      }),
    );
