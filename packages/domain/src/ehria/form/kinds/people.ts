import type { QuestionKindModel } from "./question-kind.ts";
import { MAX_LINE_LENGTH } from "./text.ts";
import { wordsAlone } from "./words-alone.ts";

/** Far more than write or carry out one policy. */
export const MAX_PEOPLE = 30;

/** The people in an answer, each a line: job titles, since names don't leave the council (design/domain.md). */
export const readPeople = (text: string | null): string[] =>
  (text ?? "")
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

const peopleFaults = (text: string | null): string[] => {
  const people = readPeople(text);
  const faults: string[] = [];
  if (people.length > MAX_PEOPLE) faults.push(`Name ${MAX_PEOPLE} people or fewer`);
  if (people.some((line) => line.length > MAX_LINE_LENGTH))
    faults.push(`Use ${MAX_LINE_LENGTH} characters or fewer for each person`);
  return faults;
};

/** People by job title, one a line. */
export const people: QuestionKindModel = {
  ...wordsAlone,
  name: "People, by job title",
  faults: (question, answer) => [...wordsAlone.faults(question, answer), ...peopleFaults(answer.text)],
};
