import type { MergeClash } from "@due-regard/domain/ehria/form/merge-templates";

const ATTRIBUTES: Readonly<Record<string, string>> = {
  text: "the question",
  label: "short name",
  hint: "hint",
  textLabel: "label of the reasons",
  section: "section",
  subsection: "subsection",
  kind: "kind",
  parts: "parts",
  options: "answers to choose from",
  stage: "stage",
  maxWords: "words at most",
  condition: "when it is asked",
  required: "whether it must be answered",
  forced: "answers by rule",
  obligations: "actions asked for",
  guidance: "guidance",
  number: "number",
  numberPrinted: "number as printed",
  meaning: "meaning to rules",
  publication: "what is published",
  doubts: "doubts",
  title: "title",
  intro: "introduction",
  subsections: "subsections",
  wording: "the form's own words",
  signOff: "sign-off",
  source: "source",
};

/** "Consultation: hint": a place that two people changed, as a heading. */
export const clashName = ({ path, name }: MergeClash): string => {
  const [list = "", first, second] = path.split(".");
  if (list === "form") return `The form: ${ATTRIBUTES[first ?? ""] ?? first}`;
  if (first === undefined) return list === "sections" ? "Order of the sections" : "Order of the questions";
  return second === undefined ? name : `${name}: ${ATTRIBUTES[second] ?? second}`;
};
