import { RESERVED_SECTION_KEYS } from "./reserved-keys.ts";
import type { FormQuestion, FormSection, FormTemplate, QuestionKind } from "./template.ts";

/**
 * Changes to a draft, each of which leaves a whole template: sections numbered in their order, and questions section by
 * section. None of them loses anything that it wasn't asked to take out.
 */

/** Numbers the sections and gathers the questions of each, keeping their order. Questions of no section come last. */
export const tidyTemplate = (template: FormTemplate): FormTemplate => {
  const sections = template.sections.map((section, index) => ({ ...section, position: index + 1 }));
  const place = (question: FormQuestion): number => {
    const index = sections.findIndex(({ key }) => key === question.section);
    return index === -1 ? sections.length : index;
  };
  const questions = template.questions.toSorted((one, other) => place(one) - place(other));
  return { ...template, sections, questions };
};

/** "Who is affected?" → "who-is-affected"; a number is added where the key is taken. */
export const keyFromWords = (words: string, taken: readonly string[], otherwise: string): string => {
  const plain = words
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  const stem = plain.slice(0, 60).replace(/-+$/, "") || otherwise;
  if (!taken.includes(stem)) return stem;
  for (let number = 2; ; number += 1) if (!taken.includes(`${stem}-${number}`)) return `${stem}-${number}`;
};

export const changeSection = (
  template: FormTemplate,
  key: string,
  change: Partial<Omit<FormSection, "key">>,
): FormTemplate => ({
  ...template,
  sections: template.sections.map((each) => (each.key === key ? { ...each, ...change } : each)),
});

/** A question that gets another section stands at that section's end. */
export const changeQuestion = (
  template: FormTemplate,
  key: string,
  change: Partial<Omit<FormQuestion, "key">>,
): FormTemplate => {
  const at = template.questions.findIndex((each) => each.key === key);
  const question = template.questions[at];
  if (question === undefined) return template;
  const changed = { ...question, ...change };
  if (changed.section === question.section)
    return { ...template, questions: template.questions.with(at, changed) };
  return tidyTemplate({ ...template, questions: [...template.questions.toSpliced(at, 1), changed] });
};

/** Lets a question stand right after another one of a section. Null: first in the section. */
export const placeQuestion = (
  template: FormTemplate,
  key: string,
  section: string,
  after: string | null,
): FormTemplate => {
  const question = template.questions.find((each) => each.key === key);
  const others = template.questions.filter((each) => each.key !== key);
  if (question === undefined || after === key) return template;
  const found = others.findIndex((each) => each.key === after && each.section === section);
  const first = others.findIndex((each) => each.section === section);
  const at = found >= 0 ? found + 1 : first >= 0 ? first : others.length;
  const subsection = question.section === section ? question.subsection : null;
  return tidyTemplate({
    ...template,
    questions: others.toSpliced(at, 0, { ...question, section, subsection }),
  });
};

/** The question of its section that stands right before this one. Null: it is the first. */
export const questionBefore = (template: FormTemplate, key: string): string | null => {
  const at = template.questions.findIndex((each) => each.key === key);
  const before = template.questions[at - 1];
  return before !== undefined && before.section === template.questions[at]?.section ? before.key : null;
};

/** Adds a section before the last one, which is where the form is signed. */
export const addSection = (template: FormTemplate, title: string): FormTemplate => {
  const taken = [...template.sections.map(({ key }) => key), ...RESERVED_SECTION_KEYS];
  const section: FormSection = {
    key: keyFromWords(title, taken, "section"),
    numberPrinted: null,
    title,
    intro: [],
    position: 0,
    condition: null,
    subsections: [],
  };
  const at = Math.max(template.sections.length - 1, 0);
  return tidyTemplate({ ...template, sections: template.sections.toSpliced(at, 0, section) });
};

/** Takes a section out with its questions. */
export const removeSection = (template: FormTemplate, key: string): FormTemplate =>
  tidyTemplate({
    ...template,
    sections: template.sections.filter((each) => each.key !== key),
    questions: template.questions.filter((each) => each.section !== key),
  });

export interface NewQuestion {
  section: string;
  label: string;
  kind: QuestionKind;
}

/** The key that a new question gets: free among those of the draft and those that earlier versions used for others. */
export const keyForQuestion = (
  template: FormTemplate,
  label: string,
  usedBefore: readonly string[],
): string => keyFromWords(label, [...template.questions.map(({ key }) => key), ...usedBefore], "question");

const blankQuestion = (key: string, { section, label, kind }: NewQuestion): FormQuestion => ({
  key,
  number: null,
  numberPrinted: null,
  section,
  subsection: null,
  kind,
  meaning: null,
  label,
  text: "",
  hint: null,
  guidance: null,
  parts: [],
  options: [],
  textLabel: null,
  stage: null,
  condition: null,
  required: true,
  forced: [],
  obligations: [],
  maxWords: null,
  publication: "WITHHOLD",
  doubts: [],
});

/** Adds a question at the end of its section. */
export const addQuestion = (template: FormTemplate, key: string, question: NewQuestion): FormTemplate =>
  tidyTemplate({ ...template, questions: [...template.questions, blankQuestion(key, question)] });

/** Conditions elsewhere that look at it stay, and are told of as faults: only a person knows what should hold instead. */
export const removeQuestion = (template: FormTemplate, key: string): FormTemplate => ({
  ...template,
  questions: template.questions.filter((each) => each.key !== key),
});

export type Direction = "UP" | "DOWN";

const swap = <Item>(items: readonly Item[], at: number, other: number): readonly Item[] => {
  const [one, two] = [items[at], items[other]];
  if (one === undefined || two === undefined) return items;
  return items.with(at, two).with(other, one);
};

export const moveSection = (template: FormTemplate, key: string, direction: Direction): FormTemplate => {
  const at = template.sections.findIndex((each) => each.key === key);
  const sections =
    at === -1 ? template.sections : swap(template.sections, at, at + (direction === "UP" ? -1 : 1));
  return tidyTemplate({ ...template, sections });
};

/** One place up or down in its section; from the section's edge into the section next to it. */
export const moveQuestion = (template: FormTemplate, key: string, direction: Direction): FormTemplate => {
  const at = template.questions.findIndex((each) => each.key === key);
  const question = template.questions[at];
  if (question === undefined) return template;
  const step = direction === "UP" ? -1 : 1;
  const neighbour = template.questions[at + step];
  if (neighbour?.section === question.section)
    return { ...template, questions: swap(template.questions, at, at + step) };
  const index = template.sections.findIndex((each) => each.key === question.section);
  const next = template.sections[index + step];
  if (index === -1 || next === undefined) return template;
  const moved: FormQuestion = { ...question, section: next.key, subsection: null };
  const others = template.questions.toSpliced(at, 1);
  // Coming from above it stands first there, coming from below last.
  const questions = direction === "DOWN" ? [moved, ...others] : [...others, moved];
  return tidyTemplate({ ...template, questions });
};
