import type { FormTemplate } from "./template.ts";
import { type TemplateFault, templateFault } from "./template-fault.ts";

/**
 * A section's key is the last part of its page's address, beside the pages that every assessment has (web, assessments/routes.tsx): a
 * section under one of these keys could never be opened.
 */
export const RESERVED_SECTION_KEYS: readonly string[] = [
  "changes",
  "check",
  "comments",
  "evidence",
  "hand-over-review",
  "kept",
  "move",
  "people",
  "publish",
  "receipt",
  "reopen",
  "review",
  "revisions",
  "sign",
  "supersede",
  "watch",
  "withdraw",
];

/** So with a form's key, beside the page that imports one. */
export const RESERVED_FORM_KEYS: readonly string[] = ["import"];

const TAKEN = "one of the pages has this address already";

/** Keys whose pages could not be opened. */
export const reservedKeys = ({ key, sections }: FormTemplate): TemplateFault[] => [
  ...(RESERVED_FORM_KEYS.includes(key)
    ? [templateFault("key", `A form can't have the key "${key}": ${TAKEN}`, "Give it another key")]
    : []),
  ...sections
    .filter((section) => RESERVED_SECTION_KEYS.includes(section.key))
    .map((section) =>
      templateFault(
        `sections.${section.key}.key`,
        `A section can't have the key "${section.key}": ${TAKEN}`,
        "Give it another key",
      ),
    ),
];
