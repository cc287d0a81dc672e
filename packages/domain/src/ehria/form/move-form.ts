import type { Answer, AssessmentContent } from "../content.ts";
import type { SectionStatus } from "../vocabulary.ts";
import { choiceWords } from "./choice-words.ts";
import { compareTemplates, type FormChange } from "./compare-templates.ts";
import { kindOf } from "./kinds/registry.ts";
import { listSections } from "./sections.ts";
import { type FormQuestion, type FormTemplate, questionByKey } from "./template.ts";
import { countingContent, type FormReading, readForm } from "./visibility.ts";

/** Something that people have put in, as a line that they would recognise. */
export interface MovedAnswer {
  question: string;
  part: string | null;
  label: string;
  /** What it says, in words. */
  says: string;
}

export interface MovedSection {
  key: string;
  title: string;
  /** Null: the version it was on has no such section. */
  before: SectionStatus | null;
  after: SectionStatus;
}

/** What moving an assessment to another version of its form would do. Nothing in the store changes but the version. */
export interface FormMove {
  changes: readonly FormChange[];
  /** Answers that count before and after. */
  carried: readonly MovedAnswer[];
  /** Questions that are asked there and that this version doesn't have. */
  added: readonly { question: string; label: string; text: string; isRequired: boolean }[];
  /** Answers that count now and would not: kept, and back in force should a version ask for them again. */
  setAside: readonly MovedAnswer[];
  /** Answers that were set aside and would count again. */
  returning: readonly MovedAnswer[];
  sections: readonly MovedSection[];
}

const wordsOf = (question: FormQuestion | null, { choice, text }: Answer): string =>
  [choice === null ? null : choiceWords(question, choice), text].filter((each) => each !== null).join(": ");

const labelOf = (question: FormQuestion | null, key: string, part: string | null): string => {
  if (question === null) return key;
  const name = question.parts.find((each) => each.key === part)?.label;
  return name === undefined ? question.label : `${question.label}: ${name}`;
};

const YES_NO = (affected: boolean | null): string => (affected === null ? "" : affected ? "Yes" : "No");

const isSaid = (text: string | null): text is string => text !== null && text !== "";

/** Everything that counts in one reading, row by row, whatever table it stands in. */
const countingLines = (reading: FormReading): MovedAnswer[] => {
  const { template } = reading;
  const counting = countingContent(reading);
  const rowQuestion = (storedIn: string, stage: string): FormQuestion | null =>
    template.questions.find((each) => kindOf(each).storedIn === storedIn && each.stage === stage) ?? null;
  const line = (
    question: FormQuestion | null,
    key: string,
    part: string | null,
    says: string,
  ): MovedAnswer => ({
    question: key,
    part,
    label: labelOf(question, key, part),
    says,
  });
  const answers = counting.answers.map((answer) => {
    const question = questionByKey(template, answer.question);
    return line(question, answer.question, answer.part, wordsOf(question, answer));
  });
  const characteristics = counting.characteristicImpacts.map((row) => {
    const question = rowQuestion("CHARACTERISTIC_IMPACTS", row.stage);
    const says = [YES_NO(row.affected), row.comments, row.barriers].filter(isSaid).join(": ");
    return line(question, question?.key ?? row.stage, row.characteristic, says);
  });
  const rights = counting.rightImpacts.map((row) => {
    const question = rowQuestion("RIGHT_IMPACTS", row.stage);
    const says = [YES_NO(row.affected), row.comments].filter(isSaid).join(": ");
    return line(question, question?.key ?? row.stage, `${row.part}-${row.article}`, says);
  });
  const plan = template.questions.find(({ kind }) => kind === "IMPROVEMENT_PLAN") ?? null;
  const actions = counting.improvementActions.map((row) =>
    line(
      plan,
      plan?.key ?? "improvement-plan",
      row.id,
      [row.objective, row.action].filter(isSaid).join(": "),
    ),
  );
  return [...answers, ...characteristics, ...rights, ...actions].filter(({ says }) => says !== "");
};

const cellOf = ({ question, part }: MovedAnswer): string => `${question} ${part ?? ""}`;

const addedQuestions = (from: FormTemplate, after: FormReading): FormMove["added"] =>
  after.questions
    .filter(({ question, asked }) => asked !== "FALSE" && questionByKey(from, question.key) === null)
    .map(({ question, required }) => ({
      question: question.key,
      label: question.label,
      text: question.text,
      isRequired: required,
    }));

/** What a move would do, for a person to see before they do it. */
export const planFormMove = (from: FormTemplate, to: FormTemplate, content: AssessmentContent): FormMove => {
  const [before, after] = [readForm(from, content), readForm(to, content)];
  const [now, then] = [countingLines(before), countingLines(after)];
  const cellsNow = new Set(now.map(cellOf));
  const cellsThen = new Set(then.map(cellOf));
  const statuses = new Map(listSections(before).map(({ key, status }) => [key, status]));
  return {
    changes: compareTemplates(from, to),
    carried: then.filter((each) => cellsNow.has(cellOf(each))),
    added: addedQuestions(from, after),
    setAside: now.filter((each) => !cellsThen.has(cellOf(each))),
    returning: then.filter((each) => !cellsNow.has(cellOf(each))),
    sections: listSections(after).map(({ key, title, status }) => ({
      key,
      title,
      before: statuses.get(key) ?? null,
      after: status,
    })),
  };
};
