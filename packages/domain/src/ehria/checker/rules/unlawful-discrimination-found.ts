import { questionMeaning } from "../../form/template.ts";
import { countingChoice } from "../../form/visibility.ts";
import type { CheckRule } from "../finding.ts";
import { finding, questionPlace } from "../places.ts";

/** The form's note under question 21: what is unlawful is put right at once, and not signed off as it is. */
export const unlawfulDiscriminationFound: CheckRule = ({ reading }) => {
  const question = questionMeaning(reading.template, "ADVERSE_IMPACT");
  if (question === null || countingChoice(reading, question.key) !== "UNLAWFUL") return [];
  return [
    finding({
      rule: "unlawful-discrimination-found",
      weight: "BLOCKS",
      place: questionPlace(question, null, "choice"),
      message:
        "This records unlawful discrimination. The council may not carry a policy out that it knows to be unlawful.",
      remedy:
        "Change the policy so that it is lawful, record what was done in the improvement plan, and answer this question again.",
    }),
  ];
};
