import { namePlace } from "../form/name-place.ts";
import { type FormTemplate, questionByKey } from "../form/template.ts";

/** Fields of a place, as they stand in a sentence after it. The text of an answer needs no word. */
const FIELDS: Readonly<Record<string, string>> = {
  comments: "comments",
  barriers: "barriers",
  prescribedByLaw: "what allows it",
  legitimateAim: "the legitimate aim",
  necessary: "why it is necessary",
  proportionate: "why it is proportionate",
  objective: "objective",
  action: "action",
  target: "target",
  officer: "officer responsible",
  title: "title",
  display: "what was cited",
  source: "source",
  url: "address",
  note: "note",
};

const SIGNATORIES: Readonly<Record<string, string>> = {
  LEAD_OFFICER: "Job title of the lead officer",
  DEG_CHAIR: "Job title of the chair",
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const withField = (words: string, field: string): string => {
  const named = Object.hasOwn(FIELDS, field) ? FIELDS[field] : undefined;
  return named === undefined ? words : `${words}: ${named}`;
};

/** A place of the public copy (passages.ts) for people: "Question 10 (Age): comments", "Evidence 2: note", "Title". */
export const namePublicPlace = (form: FormTemplate, place: string): string => {
  if (place === "title") return "Title of the assessment";
  const dot = place.lastIndexOf(".");
  const [path, field] = [place.slice(0, dot), place.slice(dot + 1)];
  const [head = "", row = ""] = path.split(".");
  if (head === "signatures") return SIGNATORIES[row] ?? "Job title";
  if (head === "evidence" && field !== "text") return withField(`Evidence ${row}`, field);
  const name = capital(namePlace(form, path));
  const isAction = questionByKey(form, head)?.kind === "IMPROVEMENT_PLAN";
  return withField(isAction ? `${name}, action ${row}` : name, field);
};
