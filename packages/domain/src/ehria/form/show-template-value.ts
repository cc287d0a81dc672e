import { choiceWords } from "./choice-words.ts";
import { describeCondition } from "./describe-condition.ts";
import { kindOf } from "./kinds/registry.ts";
import type { Condition, FormQuestion, FormTemplate, Guidance } from "./template.ts";

/** Values of a template as lines that a person can compare. Null: there is nothing to show. */

const isCondition = (value: object): value is Condition => "op" in value;

const lines = (...texts: readonly (string | null)[]): string | null => {
  const written = texts.filter((text) => text !== null && text !== "");
  return written.length === 0 ? null : written.join("\n");
};

/** Labels for the names under which things stand in a template, where the name alone would be odd to read. */
const NAMES: Readonly<Record<string, string>> = {
  numberPrinted: "printed number",
  textLabel: "label of its words",
  lookAt: "look at",
  goodExample: "good answer",
  weakExample: "weak answer",
};

const showObject = (value: object, template: FormTemplate): string | null => {
  if (isCondition(value)) return describeCondition(value, template);
  const parts = Object.entries(value)
    .map(([name, inner]) => [NAMES[name] ?? name, showValue(inner, template)] as const)
    .filter(([, text]) => text !== null)
    .map(([name, text]) => `${name}: ${text}`);
  return lines(parts.join("; "));
};

/** Any value, told as plainly as its type allows. */
export const showValue = (value: unknown, template: FormTemplate): string | null => {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value === "" ? null : value;
  if (Array.isArray(value)) return lines(...value.map((each) => showValue(each, template)));
  return typeof value === "object" ? showObject(value, template) : String(value);
};

const showGuidance = ({ lookAt, law, goodExample, weakExample }: Guidance): string | null =>
  lines(
    ...lookAt.map((line) => `Look at: ${line}`),
    law.text && `Law: ${law.text}`,
    law.source && `Source: ${law.source}`,
    goodExample && `Good answer: ${goodExample}`,
    weakExample && `Weak answer: ${weakExample}`,
  );

/** What helps with each part, under its label. Null: nothing does. */
export const showPartGuidance = (
  parts: FormQuestion["parts"],
  guidance: Readonly<Record<string, Guidance>>,
): string | null =>
  lines(
    ...Object.entries(guidance).map(([key, each]) =>
      lines(`${parts.find((part) => part.key === key)?.label ?? key}:`, showGuidance(each)),
    ),
  );

const choices = (
  items: readonly { key: string; label: string; hint: string | null; textLabel?: string | null }[],
): string | null =>
  lines(
    ...items.map(({ key, label, hint, textLabel }) =>
      [`${label} [${key}]`, textLabel ?? null, hint].filter((text) => text !== null).join(" – "),
    ),
  );

type Shows = {
  [Name in keyof FormQuestion]?: (question: FormQuestion, template: FormTemplate) => string | null;
};

const SHOWS: Shows = {
  condition: ({ condition }, template) =>
    condition === null ? "Always" : `When ${describeCondition(condition, template)}`,
  required: ({ required }, template) => {
    if (typeof required === "boolean") return required ? "Yes" : "No";
    return `When ${describeCondition(required, template)}`;
  },
  forced: (question, template) =>
    lines(
      ...question.forced.map(
        ({ when, choice, because }) =>
          `${choiceWords(question, choice)} when ${describeCondition(when, template)}: ${because}`,
      ),
    ),
  obligations: ({ obligations }, template) =>
    lines(...obligations.map(({ when, message }) => `When ${describeCondition(when, template)}: ${message}`)),
  guidance: ({ guidance }) => (guidance === null ? null : showGuidance(guidance)),
  parts: ({ parts }) => choices(parts),
  options: ({ options }) => choices(options),
  kind: (question) => kindOf(question).name,
  section: ({ section }, { sections }) => sections.find(({ key }) => key === section)?.title ?? section,
  subsection: ({ section, subsection }, { sections }) =>
    sections.find(({ key }) => key === section)?.subsections.find(({ key }) => key === subsection)?.title ??
    subsection,
};

/** One attribute of a question as a person would read it. */
export const showQuestionValue = (
  attribute: keyof FormQuestion,
  question: FormQuestion,
  template: FormTemplate,
): string | null => SHOWS[attribute]?.(question, template) ?? showValue(question[attribute], template);
