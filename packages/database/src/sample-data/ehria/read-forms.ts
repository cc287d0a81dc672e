import { readFile } from "node:fs/promises";
import { type AssessmentDraft, parseDraft } from "@due-regard/domain/ehria/form/parse-draft";
import { parseTemplate } from "@due-regard/domain/ehria/form/parse-template";
import type { FormTemplate } from "@due-regard/domain/ehria/form/template";
import type { Result } from "@due-regard/domain/result";

const FORMS = new URL("../../../sample-data/forms/", import.meta.url);

const readJson = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(name, FORMS), "utf8"));

/** The files are ours: a fault in one is a bug, so it throws, with every place named. */
const orThrow = <Value>(name: string, result: Result<Value>): Value => {
  if (result.ok) return result.value;
  const { failure } = result;
  const places =
    failure.kind === "VALIDATION"
      ? failure.problems.map(({ path, message }) => `\n  ${path}: ${message}`)
      : [];
  throw new Error(`${name}: ${failure.message}${places.join("")}`);
};

const COUNTY_FORM = "leicestershire-ehria-v1.json";

/** Every form that comes with the software, in the order in which they are published. A form is data: this line is all. */
const FORM_FILES = ["short-equality-assessment-v1.json", COUNTY_FORM] as const;

const readTemplate = async (name: string): Promise<FormTemplate> =>
  orThrow(name, parseTemplate(await readJson(name)));

/** The County's form of the papers, version 1. */
export const readCountyTemplate = (): Promise<FormTemplate> => readTemplate(COUNTY_FORM);

export const readSampleTemplates = (): Promise<FormTemplate[]> => Promise.all(FORM_FILES.map(readTemplate));

/** The home care assessment of the papers, as the unfinished draft that it was. */
export const readHomeCareDraft = async (template: FormTemplate): Promise<AssessmentDraft> => {
  const name = "home-care-draft.json";
  return orThrow(name, parseDraft(template, await readJson(name)));
};
