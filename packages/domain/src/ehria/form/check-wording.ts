import type { FormTemplate } from "./template.ts";
import { type TemplateFault, templateFault } from "./template-fault.ts";

/** Every text inside a value, however deep. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
};

const missingWords = (path: string, value: unknown, wording: FormTemplate["wording"]): TemplateFault[] => {
  const tokens = textsIn(value).flatMap((text) =>
    [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, word]) => word ?? ""),
  );
  return [...new Set(tokens)]
    .filter((word) => !Object.hasOwn(wording, word))
    .map((word) =>
      templateFault(
        path,
        `Nothing says what {{${word}}} stands for`,
        "Add it to the form's own words, or write the words out",
      ),
    );
};

/** Words in double braces that the form doesn't define would be shown as they are. */
export const checkWording = ({ wording, sections, questions, ...form }: FormTemplate): TemplateFault[] => [
  ...missingWords("form", form, wording),
  ...sections.flatMap((section) => missingWords(`sections.${section.key}`, section, wording)),
  ...questions.flatMap((question) => missingWords(`questions.${question.key}`, question, wording)),
];
