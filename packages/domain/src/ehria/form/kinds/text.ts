import type { QuestionKindModel } from "./question-kind.ts";
import { wordsAlone } from "./words-alone.ts";

/** Longest single line: a title, a job title, a telephone number. */
export const MAX_LINE_LENGTH = 500;

const lineFaults = (text: string | null): string[] => {
  if (text === null) return [];
  const faults: string[] = [];
  if (text.length > MAX_LINE_LENGTH) faults.push(`Use ${MAX_LINE_LENGTH} characters or fewer`);
  if (/[\r\n]/.test(text)) faults.push("Write this on one line");
  return faults;
};

/** One line of words. */
export const text: QuestionKindModel = {
  ...wordsAlone,
  name: "One line",
  faults: (question, answer) => [...wordsAlone.faults(question, answer), ...lineFaults(answer.text)],
};
