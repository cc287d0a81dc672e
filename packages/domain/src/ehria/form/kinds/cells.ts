import { isWritten } from "../../content.ts";
import type { FormQuestion, QuestionPart } from "../template.ts";
import type { AnswerValue, CellReader, Gap } from "./question-kind.ts";

/** Longest text that a cell can hold, in UTF-16 units; far above any stated word limit. */
export const MAX_TEXT_LENGTH = 20_000;

export const isBlank = (answer: AnswerValue | null): boolean =>
  answer === null || (answer.choice === null && !isWritten(answer.text));

export const areAllBlank = (
  question: FormQuestion,
  cells: readonly (string | null)[],
  reader: CellReader,
): boolean => cells.every((cell) => isBlank(reader.answer(question.key, cell)));

/** Faults of words: what can't be stored or sealed (NUL, broken surrogate pairs), and what is too long. */
export const textFaults = (text: string | null): string[] => {
  if (text === null) return [];
  const faults: string[] = [];
  if (text.length > MAX_TEXT_LENGTH)
    faults.push(`Use ${MAX_TEXT_LENGTH.toLocaleString("en-GB")} characters or fewer`);
  if (text.includes("\u0000") || !text.isWellFormed())
    faults.push("Remove the characters that can't be read and type them again");
  return faults;
};

export const choiceFaults = (choice: string | null, allowed: readonly string[]): string[] =>
  choice === null || allowed.includes(choice) ? [] : [`Choose one of: ${allowed.join(", ")}`];

export const noChoiceFaults = (choice: string | null): string[] =>
  choice === null ? [] : ["This question takes words, not a choice"];

export const noTextFaults = (text: string | null): string[] =>
  text === null || text === "" ? [] : ["This question takes a choice, not words"];

export const partCells = (question: FormQuestion): string[] => question.parts.map((part) => part.key);

/** "Consultation so far, part a (what matters to them)": names a cell in a message. */
export const cellName = (question: FormQuestion, part: QuestionPart | null): string =>
  part === null ? question.label : `${question.label}: ${part.label}`;

export const unanswered = (
  question: FormQuestion,
  part: QuestionPart | null,
  field: "choice" | "text",
  how: string,
): Gap => ({
  rule: "required-part-unanswered",
  part: part?.key ?? null,
  field,
  message: `${how} – ${cellName(question, part)}`,
});

/** Gaps of words that must be written, in the question itself or in each of its parts. */
export const missingWords = (
  question: FormQuestion,
  parts: readonly (QuestionPart | null)[],
  reader: CellReader,
): Gap[] =>
  parts
    .filter((part) => !isWritten(reader.answer(question.key, part?.key ?? null)?.text))
    .map((part) => unanswered(question, part, "text", "Write an answer"));

/** Gaps of boxes that must be ticked. `how` says what to do: "Answer Yes or No". */
export const missingChoices = (
  question: FormQuestion,
  parts: readonly (QuestionPart | null)[],
  reader: CellReader,
  how: string,
): Gap[] =>
  parts
    .filter((part) => (reader.answer(question.key, part?.key ?? null)?.choice ?? null) === null)
    .map((part) => unanswered(question, part, "choice", how));
