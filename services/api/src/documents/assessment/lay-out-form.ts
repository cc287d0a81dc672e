import type { Block } from "@due-regard/document/document";
import { kindOf } from "@due-regard/domain/ehria/form/kinds/registry";
import type { FormQuestion, FormSection, FormTemplate } from "@due-regard/domain/ehria/form/template";
import type { QuestionReading } from "@due-regard/domain/ehria/form/visibility";
import { layOutAnswer } from "./lay-out-answer.ts";
import { heading, type Layout, paragraph, quiet } from "./open-layout.ts";

/** Every section of the form with what is asked of it, in its order. The section that asks nothing is the sign-off. */
export const layOutForm = (layout: Layout): Block[] =>
  layout.record.template.sections
    .filter(({ key }) => key !== signOffSection(layout.record.template)?.key)
    .flatMap((section) => layOutSection(layout, section));

/** The last section without a question. Others without one weren't asked for, in a copy for the public. */
export const signOffSection = ({ sections, questions }: FormTemplate): FormSection | undefined =>
  sections.findLast(({ key }) => !questions.some(({ section }) => section === key));

export const sectionName = ({ numberPrinted, title }: FormSection): string =>
  numberPrinted === null ? title : `Section ${numberPrinted}: ${title}`;

const layOutSection = (layout: Layout, section: FormSection): Block[] => {
  const asked = layout.reading.questions.filter(
    ({ question, asked }) =>
      question.section === section.key && asked === "TRUE" && layout.shows.question(question),
  );
  const title = heading(2, sectionName(section));
  if (asked.length === 0) return [title, paragraph(nothingAsked(layout, section))];
  return [
    title,
    ...asked.flatMap((state, index) => [
      ...subsectionHeading(section, state.question, asked[index - 1]?.question),
      ...layOutQuestion(layout, state),
    ]),
  ];
};

const nothingAsked = ({ reading }: Layout, { key }: FormSection): string =>
  reading.sections.get(key) === "UNDECIDED"
    ? "Not reached yet: earlier answers decide whether it is needed."
    : "Not required.";

const subsectionHeading = (
  { subsections }: FormSection,
  { subsection }: FormQuestion,
  before: FormQuestion | undefined,
): Block[] => {
  const found = subsections.find(({ key }) => key === subsection);
  return found === undefined || before?.subsection === subsection ? [] : [heading(3, found.title)];
};

/** "5. Target groups consulted", or the label alone where the form gives no number. */
export const questionName = ({ number, label }: FormQuestion): string =>
  number === null ? label : `${number}. ${label}`;

const layOutQuestion = (layout: Layout, state: QuestionReading): Block[] => {
  const { question } = state;
  const isInRow = (part: string | null): boolean => part !== null && kindOf(question).storedIn !== "ANSWERS";
  const cited = layout.evidence.flatMap((each, index) =>
    each.question === question.key && !isInRow(each.part) ? [index + 1] : [],
  );
  return [
    heading(question.subsection === null ? 3 : 4, questionName(question)),
    ...(question.text === question.label ? [] : [quiet(question.text)]),
    ...printedNumber(question),
    ...layOutAnswer(layout, state),
    ...(cited.length === 0
      ? []
      : [quiet(`Evidence cited: ${cited.join(", ")}. See “Evidence cited” below.`)]),
  ];
};

/** The printed form repeats a number and lost others: who holds the paper beside it must find the place. */
const printedNumber = ({ number, numberPrinted }: FormQuestion): Block[] =>
  numberPrinted === null || numberPrinted === String(number)
    ? []
    : [quiet(`On the printed form its number is ${numberPrinted}.`)];
