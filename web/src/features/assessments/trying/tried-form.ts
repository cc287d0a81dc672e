import type { LoadQuery } from "../../../data/load.ts";
import type { DraftPlace } from "../drafting/draft-place.ts";
import { createTrial, type Trial, type TriedForm } from "./trial.ts";

const nameOf = ({ key, version }: TriedForm): string => `${key} ${version ?? "draft"}`;

/** One for each form that is tried out, for as long as the application is open in this window. */
const trials = new Map<string, Trial>();

export const trialOf = (form: TriedForm, ask: LoadQuery): Trial => {
  const trial = trials.get(nameOf(form)) ?? createTrial(form, ask);
  trials.set(nameOf(form), trial);
  return trial;
};

/** The form that an address names. Null: it names none. */
export const readTriedForm = (params: Readonly<Record<string, string | undefined>>): TriedForm | null => {
  const { key = "", version } = params;
  if (version === undefined) return { key, version: null };
  return /^[1-9]\d{0,3}$/.test(version) ? { key, version: Number(version) } : null;
};

/** Where the form itself stands: the draft or the version. */
export const formPlace = ({ key, version }: TriedForm): { to: string; words: string } =>
  version === null
    ? { to: `/forms/${key}/draft`, words: "Draft" }
    : { to: `/forms/${key}/versions/${version}`, words: `Version ${version}` };

export const tryAddress = (form: TriedForm): string => `${formPlace(form).to}/try`;

export const tryPlace = (form: TriedForm): DraftPlace => ({
  address: tryAddress(form),
  crumbs: [{ to: "/forms", words: "Forms" }, formPlace(form), { to: tryAddress(form), words: "Try it out" }],
  isTryOut: true,
});
