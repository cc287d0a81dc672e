import { LIKELY_IMPACTS, type LikelyImpact } from "../vocabulary.ts";
import { reportName, withArticle } from "./report-name.ts";
import { questionMeaning } from "./template.ts";
import { countingChoice, type FormReading, forcedConsequences } from "./visibility.ts";

export interface ScreeningDecision {
  /** Null: the screening was skipped because a full report was already known to be needed, or the form doesn't ask. */
  likelyImpact: LikelyImpact | null;
  reportRequired: boolean;
  /** Who or what requires (or doesn't require) the report, as a sentence. */
  requiredBy: string;
}

const skippedDecision = (reading: FormReading): ScreeningDecision => {
  const question = questionMeaning(reading.template, "REPORT_ALREADY_NEEDED_REASON");
  const reason = question === null ? null : (reading.cells.answer(question.key, null)?.text ?? null);
  const known = `A full ${reportName(reading.template)} was already known to be needed, so the screening was skipped`;
  return {
    likelyImpact: null,
    reportRequired: true,
    requiredBy: reason === null ? `${known}.` : `${known}: ${reason}`,
  };
};

const LIKELY_IMPACT_CHOICES: readonly string[] = LIKELY_IMPACTS;

const isLikelyImpact = (choice: string | null): choice is LikelyImpact =>
  choice !== null && LIKELY_IMPACT_CHOICES.includes(choice);

const officersDecision = ({ template }: FormReading, isRequired: boolean): string => {
  const what = reportName(template);
  return `The lead officer decided that ${isRequired ? withArticle(what) : `no ${what}`} is needed.`;
};

/**
 * What the screening has decided. Null until it is decided: the likely impact, where the form asks for it, and whether a
 * report is needed are both answered, or the screening was skipped. A form may force the report by other answers
 * (design/domain.md §3).
 */
export const decideScreening = (reading: FormReading): ScreeningDecision | null => {
  const choiceFor = (
    meaning: "REPORT_ALREADY_NEEDED" | "LIKELY_IMPACT" | "REPORT_REQUIRED",
  ): string | null => {
    const question = questionMeaning(reading.template, meaning);
    return question === null ? null : countingChoice(reading, question.key);
  };
  if (choiceFor("REPORT_ALREADY_NEEDED") === "YES") return skippedDecision(reading);
  const likelyImpact = choiceFor("LIKELY_IMPACT");
  const required = choiceFor("REPORT_REQUIRED");
  const isImpactAsked = questionMeaning(reading.template, "LIKELY_IMPACT") !== null;
  if (required === null || (isImpactAsked && !isLikelyImpact(likelyImpact))) return null;
  const reportQuestion = questionMeaning(reading.template, "REPORT_REQUIRED");
  const forced = forcedConsequences(reading).find((each) => each.question === reportQuestion?.key);
  const isRequired = required === "YES";
  return {
    likelyImpact: isLikelyImpact(likelyImpact) ? likelyImpact : null,
    reportRequired: isRequired,
    requiredBy: forced?.because ?? officersDecision(reading, isRequired),
  };
};
