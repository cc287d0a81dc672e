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

/** The County's form of the papers, version 1. */
export const readCountyTemplate = async (): Promise<FormTemplate> => {
  const name = "leicestershire-ehria-v1.json";
  return orThrow(name, parseTemplate(await readJson(name)));
};

/** The home care assessment of the papers, as the unfinished draft that it was. */
export const readHomeCareDraft = async (template: FormTemplate): Promise<AssessmentDraft> => {
  const name = "home-care-draft.json";
  return orThrow(name, parseDraft(template, await readJson(name)));
};

export interface SampleForms {
  template: FormTemplate;
  homeCareDraft: AssessmentDraft;
}

export const readSampleForms = async (): Promise<SampleForms> => {
  const template = await readCountyTemplate();
  return { template, homeCareDraft: await readHomeCareDraft(template) };
};
