import { invalid, ok, type Result } from "../../result.ts";
import { hashContent } from "../../seal/hash-content.ts";
import type { FormTemplate } from "./template.ts";
import { draftTemplateSchema } from "./template-schema.ts";

/** Longest template file, in UTF-16 units: about five times the longest form that we know. It fits into one request. */
export const MAX_TEMPLATE_FILE = 600_000;
/** Deeper than any condition that a person could follow; a document without a bottom would exhaust its reader. */
const MAX_DEPTH = 40;

/**
 * SHA-256 of what a form says, whatever number it was published under and however its sections are numbered: the same file
 * imported anywhere keeps its hash.
 */
export const hashTemplate = (template: FormTemplate): string => {
  const { version: _number, sections, ...content } = template;
  return hashContent({
    ...content,
    sections: sections.map((each, index) => ({ ...each, position: index + 1 })),
  });
};

/** A template as the text of a file, laid out for people to read and compare: always in the same order. */
export const writeTemplateFile = (template: FormTemplate): string => {
  const ordered = draftTemplateSchema.parse(template);
  const words = Object.entries(ordered.wording).sort(([one], [other]) => (one < other ? -1 : 1));
  return `${JSON.stringify({ ...ordered, wording: Object.fromEntries(words) }, null, 2)}\n`;
};

/** How deep a text of JSON goes: brackets outside strings. Read before it is parsed, so without recursion. */
const depthOf = (text: string): number => {
  let depth = 0;
  let deepest = 0;
  let isInString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (isInString) {
      if (character === "\\") index += 1;
      else if (character === '"') isInString = false;
    } else if (character === '"') isInString = true;
    else if (character === "{" || character === "[") deepest = Math.max(deepest, ++depth);
    else if (character === "}" || character === "]") depth -= 1;
  }
  return deepest;
};

const refuse = (message: string): Result<never> => invalid([{ path: "document", message }], message);

/** The JSON in a file's text; what it says is for parse-template.ts to judge. */
export const readTemplateFile = (text: string): Result<unknown> => {
  if (text.length > MAX_TEMPLATE_FILE) {
    const most = MAX_TEMPLATE_FILE.toLocaleString("en-GB");
    return refuse(`This file is too long for a form: it may have up to ${most} characters`);
  }
  if (depthOf(text) > MAX_DEPTH) return refuse(`This file is nested more than ${MAX_DEPTH} levels deep`);
  try {
    // A file saved by some editors starts with an invisible mark.
    return ok(JSON.parse(text.replace(/^\uFEFF/, "")));
  } catch (error) {
    const why = error instanceof Error ? error.message : "";
    return refuse(`This is not a file of JSON: ${why}`);
  }
};
