import { tidyTemplate } from "@due-regard/domain/ehria/form/edit-template";
import { parseDraftTemplate } from "@due-regard/domain/ehria/form/parse-template";
import type { FormTemplate } from "@due-regard/domain/ehria/form/template";
import type { TemplateFault } from "@due-regard/domain/ehria/form/template-fault";
import { readTemplateFile } from "@due-regard/domain/ehria/form/template-file";
import { invalid, ok, type Problem, type Result } from "@due-regard/domain/result";

/** A fault as a problem of the input: what is wrong, then what to do. */
export const problemOf = ({ path, message, remedy }: TemplateFault): Problem => ({
  path,
  message: `${message}. ${remedy}.`,
});

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Reads a document that is to be kept as a draft: anything that can be found again by name, however unfinished. The number
 * of the version is given when it is published, so whatever the document says of it is left aside.
 */
export const readDraftDocument = (text: string, key?: string): Result<FormTemplate> => {
  const file = readTemplateFile(text);
  if (!file.ok) return file;
  const source = isObject(file.value) ? { ...file.value, ...(key ? { key } : {}), version: 1 } : file.value;
  const { template, faults } = parseDraftTemplate(source);
  if (template === null) return invalid(faults.map(problemOf), "This can't be kept as a draft of a form");
  return ok(tidyTemplate(template));
};
