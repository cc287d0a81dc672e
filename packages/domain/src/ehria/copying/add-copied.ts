import { isWritten } from "../content.ts";
import { kindOf } from "../form/kinds/registry.ts";
import type { FormQuestion } from "../form/template.ts";
import { copyStates } from "./copied-text.ts";

/**
 * Whether what others answered can be of use here: running text, which the kinds have that may be bounded in words. A name, a
 * date, people, ticks and the reason for an option are each assessment's own.
 */
export const takesCopies = (question: Pick<FormQuestion, "kind">): boolean => {
  const { storedIn, takes, needs } = kindOf(question);
  return storedIn === "ANSWERS" && takes.includes("maxWords") && !needs.includes("options");
};

/** The answer with the copied words below what it says already, which stays to the character but for blanks at its end. */
export const addCopied = (text: string | null, copied: string): string =>
  isWritten(text) ? `${text.trimEnd()}\n\n${copied.trim()}` : copied.trim();

/** True where these words stand in the answer already, as they are. */
export const saysAlready = (text: string | null, copied: string): boolean =>
  copyStates(text, [copied]).some((state) => state === "UNCHANGED" || state === "KEPT");
