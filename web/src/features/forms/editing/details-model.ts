import type { FormTemplate, SignOffSpec } from "@due-regard/domain/ehria/form/template";
import { SIGNATORY_ROLES, type SignatoryRole, STAGES, type Stage } from "@due-regard/domain/ehria/vocabulary";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { linesOf, paragraphsOf } from "./guidance-model.ts";

export interface WordModel {
  id: string;
  name: string;
  stands: string;
}

export interface ElementModel {
  /** Section that it stands for. Empty: the form has no such stage. */
  section: string;
  label: string;
}

export interface SignatureModel {
  label: string;
  statement: string;
}

/** What a form says about itself, as a page edits it. */
export interface DetailsModel {
  title: string;
  intro: string;
  doubts: string;
  words: readonly WordModel[];
  elements: Readonly<Record<Stage, ElementModel>>;
  signatures: Readonly<Record<SignatoryRole, SignatureModel>>;
}

const byKey = <Key extends string, Value>(keys: readonly Key[], value: (key: Key) => Value) =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>;

export const readDetails = ({ title, intro, doubts, wording, signOff }: FormTemplate): DetailsModel => ({
  title,
  intro: intro.join("\n\n"),
  doubts: doubts.join("\n"),
  words: Object.entries(wording).map(([name, stands]) => ({ id: name, name, stands })),
  elements: byKey(STAGES, (stage) => {
    const element = signOff.elements.find(({ key }) => key === stage);
    return { section: element?.section ?? "", label: element?.label ?? "" };
  }),
  signatures: byKey(SIGNATORY_ROLES, (role) => {
    const signature = signOff.signatures.find((each) => each.role === role);
    return { label: signature?.label ?? "", statement: signature?.statement ?? "" };
  }),
});

const WORD = /^[a-z][a-zA-Z]{0,39}$/;

/** What can't be kept even in a draft: a word that nothing could name. */
export const checkDetails = ({ words }: DetailsModel): FieldError[] =>
  words.flatMap(({ id, name }, index) => {
    const field = `word-${id}-name`;
    if (!WORD.test(name))
      return [{ field, message: "Enter one word in small letters, such as council, without spaces" }];
    return words.slice(0, index).some((each) => each.name === name)
      ? [{ field, message: `“${name}” stands here twice` }]
      : [];
  });

const writeSignOff = ({ elements, signatures }: DetailsModel): SignOffSpec => ({
  elements: STAGES.filter((stage) => elements[stage].section !== "").map((stage) => ({
    key: stage,
    label: elements[stage].label.trim(),
    section: elements[stage].section,
  })),
  signatures: SIGNATORY_ROLES.map((role) => ({
    role,
    label: signatures[role].label.trim(),
    statement: signatures[role].statement.trim(),
  })),
});

export const writeDetails = (template: FormTemplate, model: DetailsModel): FormTemplate => ({
  ...template,
  title: model.title.trim(),
  intro: paragraphsOf(model.intro),
  doubts: linesOf(model.doubts),
  wording: Object.fromEntries(model.words.map(({ name, stands }) => [name, stands.trim()])),
  signOff: writeSignOff(model),
});
