import { MAX_TEXT_LENGTH } from "@due-regard/domain/ehria/form/kinds/cells";
import type { Problem } from "@due-regard/domain/result";
import { recordHistory } from "./record-history.ts";
import type { AssessmentWrite } from "./write-to-assessment.ts";

/**
 * Two people write one answer, and one of them chooses whose text stands. What that person wrote and gave up never became
 * an answer, so it is sent along with the choice and goes into the history: of a conflict both texts stay.
 */

/** Longest text given up, in UTF-16 units: a whole row, each of its texts at its longest, with the words that name them. */
const MAXIMUM_SET_ASIDE = 6 * MAX_TEXT_LENGTH;

export const setAsideProblems = (path: string, text: string | null | undefined): Problem[] =>
  (text?.length ?? 0) <= MAXIMUM_SET_ASIDE
    ? []
    : [
        {
          path: `${path}.setAside`,
          message: `Use ${MAXIMUM_SET_ASIDE.toLocaleString("en-GB")} characters or fewer`,
        },
      ];

/** Keeps a text that its author gave up, in the transaction of the save that it lost against. */
export const recordSetAside = async (
  { tx, context, head }: AssessmentWrite,
  place: string,
  text: string | null | undefined,
): Promise<void> => {
  if (!text) return;
  await recordHistory(tx, context, head, [{ action: "text.set-aside", detail: { place, text } }]);
};
