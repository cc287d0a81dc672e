import { isWritten, type RightImpact, type RightJustification } from "../../content.ts";
import type { QuestionReading } from "../../form/visibility.ts";
import { rightKey } from "../../reference-types.ts";
import type { RightKind } from "../../vocabulary.ts";
import type { CheckInput, CheckRule } from "../finding.ts";
import { finding, rightPlace } from "../places.ts";

const QUESTIONS: Record<keyof RightJustification, string> = {
  prescribedByLaw: "whether the law prescribes it",
  legitimateAim: "which legitimate aim it serves",
  necessary: "why it is necessary",
  proportionate: "why it is proportionate",
};

const missingAnswers = (impact: RightImpact): string[] =>
  (Object.keys(QUESTIONS) as (keyof RightJustification)[])
    .filter((key) => !isWritten(impact.justification?.[key]))
    .map((key) => QUESTIONS[key]);

const inOneSentence = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

const engagedRights = (input: CheckInput, kind: RightKind) =>
  input.counting.rightImpacts.flatMap((impact) => {
    const right = input.references.rights.find((row) => rightKey(row) === rightKey(impact));
    return impact.affected === true && right?.kind === kind ? [{ impact, right }] : [];
  });

/** The report's own table of rights. Null: this form has none, so that its screening speaks last. */
const reportTable = (input: CheckInput): QuestionReading | null =>
  input.reading.questions.find(
    ({ question }) => question.kind === "RIGHT_ROWS" && question.stage === "REPORT",
  ) ?? null;

/**
 * An interference with a qualified right needs four answers (law). The table of rights that speaks last asks for them and
 * is blocked without. Where a report may follow, the screening only warns, and not at all once the report asks itself.
 */
export const qualifiedRightWithoutJustification: CheckRule = (input) =>
  engagedRights(input, "QUALIFIED").flatMap(({ impact, right }) => {
    const missing = missingAnswers(impact);
    const report = reportTable(input);
    const isScreening = impact.stage === "SCREENING" && report !== null;
    if (missing.length === 0 || (isScreening && report.asked === "TRUE")) return [];
    return [
      finding({
        rule: "qualified-right-without-justification",
        weight: isScreening ? "WARNS" : "BLOCKS",
        place: rightPlace(input, impact.stage, rightKey(impact), "justification"),
        message: `"${right.title}" is a qualified right. It may be restricted only if the law allows it, for an aim that the article names, and no more than is needed.`,
        remedy: `${isScreening ? "If the policy restricts this right, say" : "Say"} ${inOneSentence(missing)} – ${right.title}`,
      }),
    ];
  });

const holdsJustification = ({ justification }: RightImpact): boolean =>
  justification !== null && Object.values(justification).some((text) => isWritten(text));

/** An absolute right can't be justified away (law). */
export const absoluteRightJustified: CheckRule = (input) =>
  engagedRights(input, "ABSOLUTE")
    .filter(({ impact }) => holdsJustification(impact))
    .map(({ impact, right }) =>
      finding({
        rule: "absolute-right-justified",
        weight: "BLOCKS",
        place: rightPlace(input, impact.stage, rightKey(impact), "justification"),
        message: `"${right.title}" is an absolute right. No aim, however good, justifies an interference with it.`,
        remedy: `Take the justification out and change the policy so that nobody's right is touched – ${right.title}`,
      }),
    );
