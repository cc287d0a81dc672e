import type { Problem } from "../../result.ts";
import { type ConditionReference, referencesOf } from "./condition.ts";
import { kindOf } from "./kinds/registry.ts";
import type { Condition, FormQuestion, FormTemplate, QuestionKind } from "./template.ts";

/** What each kind needs a question to have; left out: nothing beyond the shape. */
const NEEDS: Partial<Record<QuestionKind, readonly ("parts" | "options" | "stage")[]>> = {
  PARTS_LONG_TEXT: ["parts"],
  SINGLE_CHOICE: ["options"],
  YES_NO_MATRIX: ["parts"],
  YES_NO_TEXT_MATRIX: ["parts"],
  YES_NO_UNKNOWN_MATRIX: ["parts"],
  CHARACTERISTIC_ROWS: ["parts", "stage"],
  RIGHT_ROWS: ["parts", "stage"],
  IMPROVEMENT_PLAN: ["parts"],
};

const repeated = (values: readonly string[]): string[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) !== index)),
];

const duplicates = (path: string, what: string, values: readonly string[]): Problem[] =>
  repeated(values).map((value) => ({ path, message: `${what} "${value}" occurs twice` }));

const duplicateKeys = (template: FormTemplate): Problem[] => [
  ...duplicates(
    "sections",
    "Section",
    template.sections.map((each) => each.key),
  ),
  ...duplicates(
    "questions",
    "Question",
    template.questions.map((each) => each.key),
  ),
  ...duplicates(
    "questions",
    "Number",
    template.questions.flatMap((each) => (each.number === null ? [] : [String(each.number)])),
  ),
  ...duplicates(
    "questions",
    "Meaning",
    template.questions.flatMap((each) => each.meaning ?? []),
  ),
  ...template.questions.flatMap((each) => [
    ...duplicates(
      `questions.${each.key}.parts`,
      "Part",
      each.parts.map((part) => part.key),
    ),
    ...duplicates(
      `questions.${each.key}.options`,
      "Option",
      each.options.map((option) => option.key),
    ),
  ]),
];

const missingNeeds = (question: FormQuestion): Problem[] =>
  (NEEDS[question.kind] ?? [])
    .filter((need) => (need === "stage" ? question.stage === null : question[need].length === 0))
    .map((need) => ({
      path: `questions.${question.key}.${need}`,
      message: `A ${question.kind} question needs ${need}`,
    }));

const unknownSection = (question: FormQuestion, template: FormTemplate): Problem[] => {
  const section = template.sections.find((each) => each.key === question.section);
  const path = `questions.${question.key}`;
  if (section === undefined)
    return [{ path: `${path}.section`, message: `There is no section "${question.section}"` }];
  if (question.subsection === null || section.subsections.some((each) => each.key === question.subsection))
    return [];
  return [
    {
      path: `${path}.subsection`,
      message: `Section "${section.key}" has no subsection "${question.subsection}"`,
    },
  ];
};

const faultOfReference = (reference: ConditionReference, earlier: readonly FormQuestion[]): string | null => {
  const target = earlier.find((each) => each.key === reference.question);
  if (target === undefined) return `"${reference.question}" is not a question that comes earlier`;
  if (reference.part !== null && !target.parts.some((part) => part.key === reference.part)) {
    return `"${reference.question}" has no part "${reference.part}"`;
  }
  if (!kindOf(target).choices(target).includes(reference.choice) || kindOf(target).storedIn !== "ANSWERS") {
    return `"${reference.question}" can't be answered "${reference.choice}"`;
  }
  return null;
};

const conditionFaults = (condition: Condition, path: string, earlier: readonly FormQuestion[]): Problem[] =>
  referencesOf(condition).flatMap((reference) => {
    const message = faultOfReference(reference, earlier);
    return message === null ? [] : [{ path, message }];
  });

/** A question's own condition may look only behind it; what it obliges may look at the question itself too. */
const questionConditions = (question: FormQuestion, index: number, template: FormTemplate): Problem[] => {
  const before = template.questions.slice(0, index);
  const path = `questions.${question.key}`;
  const own = [question.condition, typeof question.required === "boolean" ? null : question.required].filter(
    (each) => each !== null,
  );
  return [
    ...own.flatMap((each) => conditionFaults(each, `${path}.condition`, before)),
    ...question.forced.flatMap(({ when, choice }) => [
      ...conditionFaults(when, `${path}.forced`, before),
      ...(kindOf(question).choices(question).includes(choice)
        ? []
        : [{ path: `${path}.forced`, message: `This question can't be answered "${choice}"` }]),
    ]),
    ...question.obligations.flatMap(({ when }) =>
      conditionFaults(when, `${path}.obligations`, [...before, question]),
    ),
  ];
};

const sectionConditions = (template: FormTemplate): Problem[] =>
  template.sections.flatMap((section) => {
    if (section.condition === null) return [];
    const first = template.questions.findIndex((each) => each.section === section.key);
    const before = first === -1 ? template.questions : template.questions.slice(0, first);
    return conditionFaults(section.condition, `sections.${section.key}.condition`, before);
  });

/** Questions stand section by section, in the sections' order: conditions and readers both rely on it. */
const disorder = (template: FormTemplate): Problem[] => {
  const order = template.questions.map((question) =>
    template.sections.findIndex((each) => each.key === question.section),
  );
  return order.every((place, index) => index === 0 || place >= (order[index - 1] ?? 0))
    ? []
    : [
        {
          path: "questions",
          message: "Keep the questions of a section together, in the order of the sections",
        },
      ];
};

/** Faults that the shape alone doesn't show: repeated keys, conditions that point nowhere or forward, kinds without their parts. */
export const checkTemplate = (template: FormTemplate): Problem[] => [
  ...duplicateKeys(template),
  ...disorder(template),
  ...sectionConditions(template),
  ...template.questions.flatMap((question, index) => [
    ...unknownSection(question, template),
    ...missingNeeds(question),
    ...questionConditions(question, index, template),
  ]),
  ...template.signOff.elements
    .filter(({ section }) => !template.sections.some((each) => each.key === section))
    .map(({ key, section }) => ({
      path: `signOff.elements.${key}`,
      message: `There is no section "${section}"`,
    })),
];
