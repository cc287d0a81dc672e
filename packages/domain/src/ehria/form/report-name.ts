import type { FormTemplate } from "./template.ts";

/** What this form calls the fuller part that a screening may lead to, inside a sentence: "report", "full assessment". */
export const reportName = ({ signOff }: FormTemplate): string =>
  signOff.elements.find(({ key }) => key === "REPORT")?.label.toLowerCase() ?? "report";

/** "a report", "an impact report" */
export const withArticle = (noun: string): string => `${/^[aeiou]/i.test(noun) ? "an" : "a"} ${noun}`;
