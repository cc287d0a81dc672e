import type { FormTemplate } from "./template.ts";

/**
 * A template's text with the council's own words put in: "{{council}}" becomes what `wording` says.
 * A word that the template doesn't define stays as it is, so that a mistake shows instead of vanishing.
 */
export const fillWording = (text: string, wording: Readonly<Record<string, string>>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (token, word: string) =>
    Object.hasOwn(wording, word) ? (wording[word] ?? token) : token,
  );

const fillAll = (value: unknown, wording: Readonly<Record<string, string>>): unknown => {
  if (typeof value === "string") return fillWording(value, wording);
  if (Array.isArray(value)) return value.map((each) => fillAll(each, wording));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fillAll(inner, wording)]));
};

/** The form as people read it: every text with the council's own words. Export and compare the form as it is stored instead. */
export const fillTemplate = (template: FormTemplate): FormTemplate =>
  ({
    ...(fillAll(template, template.wording) as FormTemplate),
    wording: template.wording,
  }) satisfies FormTemplate;
