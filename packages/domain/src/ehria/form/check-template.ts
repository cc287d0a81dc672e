import { checkConditions } from "./check-conditions.ts";
import { checkQuestions } from "./check-questions.ts";
import { checkReach } from "./check-reach.ts";
import { checkSections } from "./check-sections.ts";
import { checkSignOff } from "./check-sign-off.ts";
import { checkWording } from "./check-wording.ts";
import { reservedKeys } from "./reserved-keys.ts";
import type { FormTemplate } from "./template.ts";
import { type TemplateFault, templateFault } from "./template-fault.ts";

const repeated = (values: readonly string[]): string[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) !== index)),
];

const duplicates = (path: string, what: string, values: readonly string[], remedy: string): TemplateFault[] =>
  repeated(values).map((value) => templateFault(path, `${what} "${value}" occurs twice`, remedy));

const OTHER_KEY = "Give one of them another key";

/** What names a thing names one thing: without that nothing else about a template can be said. */
export const duplicateKeys = ({ sections, questions }: FormTemplate): TemplateFault[] => {
  const keys = (items: readonly { key: string }[]): string[] => items.map(({ key }) => key);
  return [
    ...duplicates("sections", "Section", keys(sections), OTHER_KEY),
    ...sections.flatMap(({ key, subsections }) =>
      duplicates(`sections.${key}.subsections`, "Subsection", keys(subsections), OTHER_KEY),
    ),
    ...duplicates("questions", "Question", keys(questions), OTHER_KEY),
    ...questions.flatMap(({ key, parts, options }) => [
      ...duplicates(`questions.${key}.parts`, "Part", keys(parts), OTHER_KEY),
      ...duplicates(`questions.${key}.options`, "Option", keys(options), OTHER_KEY),
    ]),
  ];
};

const duplicateNumbers = ({ questions }: FormTemplate): TemplateFault[] => [
  ...duplicates(
    "questions",
    "Number",
    questions.flatMap(({ number }) => (number === null ? [] : [String(number)])),
    "Give each question a number of its own, or none",
  ),
  ...duplicates(
    "questions",
    "Meaning",
    questions.flatMap(({ meaning }) => meaning ?? []),
    "Let one question alone have this meaning",
  ),
];

/**
 * Faults that the shape alone doesn't show: repeated keys, conditions that point nowhere or forward, kinds without their
 * parts, forms that nobody could complete or sign.
 */
export const checkTemplate = (template: FormTemplate): TemplateFault[] => {
  const conditions = checkConditions(template);
  return [
    ...duplicateKeys(template),
    ...duplicateNumbers(template),
    ...reservedKeys(template),
    ...checkSections(template),
    ...checkQuestions(template),
    ...conditions,
    ...(conditions.length === 0 ? checkReach(template) : []),
    ...checkSignOff(template),
    ...checkWording(template),
  ];
};
