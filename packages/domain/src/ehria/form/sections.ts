import type { SectionStatus, SignatoryRole } from "../vocabulary.ts";
import { problemsOfQuestion } from "./completeness.ts";
import { describeCondition } from "./describe-condition.ts";
import { kindOf } from "./kinds/registry.ts";
import type { FormSection } from "./template.ts";
import type { FormReading, QuestionReading } from "./visibility.ts";

/** One line of the task list. */
export interface SectionState {
  key: string;
  numberPrinted: string | null;
  title: string;
  status: SectionStatus;
  /** On which answers it hangs, inside a sentence. Null: it is always asked. */
  askedWhen: string | null;
  /** Questions that must be answered and are, of all that must be answered now. Both 0 while the section isn't asked. */
  answered: number;
  total: number;
}

const isStarted = ({ question }: QuestionReading, reading: FormReading): boolean =>
  !kindOf(question).isEmpty(question, reading.cells);

const questionSection = (section: FormSection, reading: FormReading): SectionState => {
  const { key, numberPrinted, title, condition } = section;
  const askedWhen = condition === null ? null : describeCondition(condition, reading.template);
  const about = { key, numberPrinted, title, askedWhen };
  const truth = reading.sections.get(key) ?? "TRUE";
  if (truth !== "TRUE") {
    const status: SectionStatus = truth === "FALSE" ? "NOT_REQUIRED" : "CANNOT_START_YET";
    return { ...about, status, answered: 0, total: 0 };
  }
  const asked = reading.questions.filter(
    ({ question, asked }) => question.section === key && asked === "TRUE",
  );
  const open = asked.filter((state) => problemsOfQuestion(state, reading).length > 0);
  const required = asked.filter((state) => state.required || open.includes(state));
  const counts = { answered: required.length - open.length, total: required.length };
  if (open.length === 0) return { ...about, status: "COMPLETE", ...counts };
  const started = asked.some((state) => isStarted(state, reading));
  return { ...about, status: started ? "IN_PROGRESS" : "NOT_STARTED", ...counts };
};

const signOffStatus = (isReady: boolean, given: number, wanted: number): SectionStatus => {
  if (given >= wanted) return "COMPLETE";
  if (given > 0) return "IN_PROGRESS";
  return isReady ? "NOT_STARTED" : "CANNOT_START_YET";
};

/**
 * The task list, in the order of the form. The section without questions is the sign-off: it can't start until every
 * other section is complete or not required, and `signatures` are those given on this revision.
 */
export const listSections = (
  reading: FormReading,
  signatures: readonly SignatoryRole[] = [],
): SectionState[] => {
  const { template } = reading;
  const hasQuestions = (section: FormSection): boolean =>
    template.questions.some((question) => question.section === section.key);
  const states = new Map(
    template.sections.filter(hasQuestions).map((section) => [section.key, questionSection(section, reading)]),
  );
  const isReady = [...states.values()].every(
    ({ status }) => status === "COMPLETE" || status === "NOT_REQUIRED",
  );
  const wanted = template.signOff.signatures.map(({ role }) => role);
  const given = wanted.filter((role) => signatures.includes(role)).length;
  return template.sections.map(
    (section) =>
      states.get(section.key) ?? {
        key: section.key,
        numberPrinted: section.numberPrinted,
        title: section.title,
        askedWhen: null,
        status: signOffStatus(isReady, given, wanted.length),
        answered: given,
        total: wanted.length,
      },
  );
};
