import { RIGHT_PART_WORDS } from "@due-regard/domain/ehria/impact-words";
import type { SummaryRow } from "../../../ui/summary-list.tsx";
import { fieldId } from "../drafting/fields/field.ts";
import { rightKey, rightSlug, toSlug } from "../drafting/rows.ts";
import { topicAddress, topicsOf } from "../drafting/topics.ts";
import type { Content, Question, Section } from "../types.ts";
import { AnswerText } from "./answer-text.tsx";
import { CharacteristicText, RightText } from "./row-text.tsx";

export interface Reading {
  content: Content;
  section: Section;
  /** Of the assessment: what the addresses of its pages begin with. */
  address: string;
  /** True where the reader may change what they read: each row then has its link. */
  editable: boolean;
}

export const questionWords = ({ number, text }: Question): string => (number ? `${number}. ${text}` : text);

const linkTo = (reading: Reading, to: string, about: string): Pick<SummaryRow, "change"> =>
  reading.editable ? { change: { to, words: "Change", hiddenText: about } } : {};

const topicOf = ({ address, section }: Reading, question: Question): string => {
  const topic = topicsOf(section.questions).find((each) => each.questions.includes(question));
  return topicAddress(address, section.key, topic?.slug ?? "questions");
};

const answerRows = (question: Question, reading: Reading): SummaryRow[] => {
  const to = topicOf(reading, question);
  const { answers } = reading.content;
  const { parts } = question;
  if (parts.length === 0) {
    const value = <AnswerText question={question} part={null} answers={answers} />;
    return [
      {
        key: question.key,
        label: questionWords(question),
        value,
        ...linkTo(reading, `${to}#${fieldId(question.key)}`, `answer: ${question.text}`),
      },
    ];
  }
  return parts.map((part) => ({
    key: `${question.key}.${part.key}`,
    label: part.label,
    value: <AnswerText question={question} part={part} answers={answers} />,
    ...linkTo(reading, `${to}#${fieldId(`${question.key}.${part.key}`)}`, `answer: ${part.label}`),
  }));
};

const characteristicRows = (question: Question, reading: Reading): SummaryRow[] =>
  reading.content.characteristicImpacts
    .filter(({ stage }) => stage === (question.stage ?? "SCREENING"))
    .map((impact) => ({
      key: `${question.key}.${impact.characteristic}`,
      label: impact.label,
      value: <CharacteristicText impact={impact} />,
      ...linkTo(
        reading,
        `${topicOf(reading, question)}/${toSlug(impact.characteristic)}`,
        `answer: ${impact.label}`,
      ),
    }));

const rightRows = (question: Question, reading: Reading): SummaryRow[] =>
  reading.content.rightImpacts
    .filter(({ stage }) => stage === (question.stage ?? "SCREENING"))
    .map((impact) => ({
      key: `${question.key}.${rightKey(impact)}`,
      label: `${RIGHT_PART_WORDS[impact.part]}, article ${impact.article}: ${impact.title}`,
      value: <RightText impact={impact} />,
      ...linkTo(
        reading,
        `${topicOf(reading, question)}/${rightSlug(impact)}`,
        `answer: article ${impact.article}, ${impact.title}`,
      ),
    }));

/** The kinds whose answers are rows of their own; all others are answers to the question or its parts. */
const ROWS: Record<string, (question: Question, reading: Reading) => SummaryRow[]> = {
  CHARACTERISTIC_ROWS: characteristicRows,
  RIGHT_ROWS: rightRows,
  IMPROVEMENT_PLAN: () => [],
};

/** Everything of a section that counts, row by row. Hidden answers don't count and aren't signed, so they aren't here. */
export const questionRows = (question: Question, reading: Reading): SummaryRow[] =>
  (ROWS[question.kind] ?? answerRows)(question, reading);
