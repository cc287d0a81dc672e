import type { AssessmentContent } from "../content.ts";
import type { SectionStatus } from "../vocabulary.ts";
import { type AnswerLine, cellOf, linesOf } from "./answer-lines.ts";
import { compareTemplates, type FormChange } from "./compare-templates.ts";
import { listSections } from "./sections.ts";
import { type FormTemplate, questionByKey } from "./template.ts";
import { countingContent, type FormReading, readForm } from "./visibility.ts";

/** Something that people have put in, as a line that they would recognise. */
export type MovedAnswer = AnswerLine;

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

/** Everything that counts in one reading, row by row, whatever table it stands in. */
const countingLines = (reading: FormReading): MovedAnswer[] =>
  linesOf(reading.template, countingContent(reading));

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
