import { kindOf } from "./kinds/registry.ts";
import type { FormQuestion, FormTemplate } from "./template.ts";

/** Places of a form as they are told to people and programs: "question", or "question.part". */

const split = (path: string): [head: string, rest: string | null] => {
  const dot = path.indexOf(".");
  return dot === -1 ? [path, null] : [path.slice(0, dot), path.slice(dot + 1)];
};

const questionOf = ({ questions }: FormTemplate, key: string): FormQuestion | undefined =>
  questions.find((question) => question.key === key);

const ROWS: readonly string[] = ["CHARACTERISTIC_IMPACTS", "RIGHT_IMPACTS"];

/**
 * The place that an entry of the record means. Rows are recorded under their stage ("SCREENING.AGE"), which the form asks
 * about in one question ("potential-impact.AGE"). Null: this form has no such place (any more).
 */
export const placeOfRecord = (template: FormTemplate, recorded: string): string | null => {
  const [head, part] = split(recorded);
  if (questionOf(template, head) !== undefined) return recorded;
  const row = template.questions.find(
    (question) =>
      ROWS.includes(kindOf(question).storedIn) &&
      question.stage === head &&
      question.parts.some(({ key }) => key === part),
  );
  return row === undefined || part === null ? null : `${row.key}.${part}`;
};

/** True for a question of the form, and for one of its parts. */
export const isPlace = (template: FormTemplate, place: string): boolean => {
  const [key, part] = split(place);
  const question = questionOf(template, key);
  return question !== undefined && (part === null || question.parts.some((each) => each.key === part));
};

/** A place inside a sentence: "question 9", "question 10 (Age)", or "“Name of the policy”" where it has no number. */
export const namePlace = (template: FormTemplate, place: string): string => {
  const [key, part] = split(place);
  const question = questionOf(template, key);
  if (question === undefined) return "another version of this form";
  const name = question.number === null ? `“${question.label}”` : `question ${question.number}`;
  const found = question.parts.find((each) => each.key === part);
  return found === undefined ? name : `${name} (${found.label})`;
};
