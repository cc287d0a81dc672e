import type { FormQuestion } from "./template.ts";

const PLAIN_CHOICES: Readonly<Record<string, string>> = { YES: "Yes", NO: "No", UNKNOWN: "Not known" };

/** A choice as people read it: the option's own label, or the common word for it. */
export const choiceWords = (question: FormQuestion | null, choice: string): string =>
  question?.options.find(({ key }) => key === choice)?.label ??
  (Object.hasOwn(PLAIN_CHOICES, choice) ? (PLAIN_CHOICES[choice] ?? choice) : choice);
