import type { Problem } from "../../result.ts";
import type { Gap, GapRule } from "./kinds/question-kind.ts";
import { kindOf } from "./kinds/registry.ts";
import { reportName } from "./report-name.ts";
import { decideScreening } from "./screening-decision.ts";
import type { FormSection } from "./template.ts";
import type { FormReading, QuestionReading } from "./visibility.ts";

/** Where in the form something is. All null: the assessment as a whole. */
export interface Place {
  section: string | null;
  question: string | null;
  /** Part of the question, characteristic, right ("CONVENTION-8") or id of an improvement action. */
  part: string | null;
  field: string | null;
}

export type CompletenessRule = GapRule | "obliged-action-missing" | "report-incomplete";

/** Something that stands between this content and submission. `path` is "question" or "question.part". */
export interface FormProblem extends Problem {
  rule: CompletenessRule;
  place: Place;
}

export const placePath = ({ section, question, part }: Place): string =>
  question === null ? (section ?? "assessment") : part === null ? question : `${question}.${part}`;

export const formPlace = (place: Partial<Place>): Place => ({
  section: null,
  question: null,
  part: null,
  field: null,
  ...place,
});

const problem = (rule: CompletenessRule, place: Partial<Place>, message: string): FormProblem => {
  const whole = formPlace(place);
  return { rule, place: whole, path: placePath(whole), message };
};

/** Words that an earlier No made necessary are its explanation, wherever the form puts them. */
const ruleOf = (gap: Gap, { question }: QuestionReading): GapRule =>
  typeof question.required !== "boolean" && question.meaning === "CONSULTATION_EXPLANATION"
    ? "no-without-explanation"
    : gap.rule;

const questionGaps = (state: QuestionReading, reading: FormReading): FormProblem[] => {
  const { question, required, forced } = state;
  if (forced !== null) return [];
  return kindOf(question)
    .gaps(question, reading.cells, required)
    .map((gap) =>
      problem(
        ruleOf(gap, state),
        { section: question.section, question: question.key, part: gap.part, field: gap.field },
        gap.message,
      ),
    );
};

const unmetObligations = ({ question, obligations }: QuestionReading, reading: FormReading): FormProblem[] =>
  obligations
    .filter(() => !reading.cells.improvementActions().some((action) => action.fromQuestion === question.key))
    .map(({ message }) =>
      problem("obliged-action-missing", { section: question.section, question: question.key }, message),
    );

/** What one question still lacks; nothing while it isn't asked. */
export const problemsOfQuestion = (state: QuestionReading, reading: FormReading): FormProblem[] =>
  state.asked === "TRUE" ? [...questionGaps(state, reading), ...unmetObligations(state, reading)] : [];

const reportSection = (reading: FormReading): FormSection | null => {
  const key = reading.template.signOff.elements.find((element) => element.key === "REPORT")?.section;
  return reading.template.sections.find((section) => section.key === key) ?? null;
};

/** Says why a report is needed before the list of all that it lacks, so that the list isn't a riddle. */
const missingReport = (problems: readonly FormProblem[], reading: FormReading): FormProblem[] => {
  const section = reportSection(reading);
  const decision = decideScreening(reading);
  if (section === null || decision === null || !decision.reportRequired) return [];
  const open = new Set(
    problems.filter(({ place }) => place.section === section.key).map(({ place }) => place.question),
  );
  if (open.size === 0) return [];
  const rest = open.size === 1 ? "one question of it is" : `${open.size} questions of it are`;
  const message = `This can't be submitted until the ${reportName(reading.template)} is complete: ${rest} not. ${decision.requiredBy}`;
  return [problem("report-incomplete", { section: section.key }, message)];
};

/**
 * Everything in the form that stands between a draft and its submission, in the order of the form. Law and
 * contradictions are the checker's part: see checker/check-assessment.ts, which includes these.
 */
export const findFormProblems = (reading: FormReading): FormProblem[] => {
  const problems = reading.questions.flatMap((state) => problemsOfQuestion(state, reading));
  return [...missingReport(problems, reading), ...problems];
};
