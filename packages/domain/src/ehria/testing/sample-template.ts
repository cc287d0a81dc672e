import { parseTemplate } from "../form/parse-template.ts";
import type { FormTemplate } from "../form/template.ts";

/**
 * A short form for tests: one question of every kind and every meaning that a rule needs, with the County form's
 * conditions. Tests of the domain use it, so that they own their data.
 */
const no = (question: string) => ({ op: "IS", question, choice: "NO" });
const yes = (question: string) => ({ op: "IS", question, choice: "YES" });
const part = (key: string, label = key) => ({ key, label });

const reportNeeded = [yes("known"), yes("needs-report")];

const SECTIONS = [
  { key: "details", title: "Details", position: 1 },
  { key: "about", title: "About", position: 2, numberPrinted: "1" },
  { key: "screening", title: "Screening", position: 3, condition: { op: "NOT", condition: yes("known") } },
  { key: "report", title: "Report", position: 4, condition: { op: "ANY_OF", conditions: reportNeeded } },
  {
    key: "plan",
    title: "Plan",
    position: 5,
    condition: {
      op: "ANY_OF",
      conditions: [...reportNeeded, { op: "ANY_PART_IS", question: "monitoring", choice: "NO" }],
    },
  },
  { key: "sign-off", title: "Sign-off", position: 6 },
];

const DETAILS = [
  { key: "title", kind: "TEXT", meaning: "TITLE" },
  { key: "started", kind: "DATE", meaning: "STARTED_ON" },
  { key: "completed", kind: "DATE_OR_TBC", meaning: "COMPLETED_ON" },
].map((each) => ({ ...each, section: "details" }));

const ABOUT = [
  { key: "change", number: 1, kind: "LONG_TEXT" },
  { key: "who", number: 2, kind: "LONG_TEXT" },
  {
    key: "aims",
    number: 3,
    kind: "YES_NO_TEXT_MATRIX",
    meaning: "EQUALITY_AIMS",
    parts: [part("one"), part("two")],
  },
  { key: "known", kind: "YES_NO", meaning: "REPORT_ALREADY_NEEDED", required: false },
  { key: "known-why", kind: "LONG_TEXT", meaning: "REPORT_ALREADY_NEEDED_REASON", condition: yes("known") },
].map((each) => ({ ...each, section: "about" }));

const SCREENING = [
  { key: "asked", number: 4, kind: "YES_NO_MATRIX", meaning: "CONSULTED", parts: [part("a"), part("b")] },
  {
    key: "others",
    number: 5,
    kind: "YES_NO",
    meaning: "REPRESENTATIVES_CONSULTED",
    condition: { op: "ANY_PART_IS", question: "asked", choice: "NO" },
  },
  {
    key: "why-not",
    number: 6,
    kind: "LONG_TEXT",
    meaning: "CONSULTATION_EXPLANATION",
    required: {
      op: "ANY_OF",
      conditions: [{ op: "ANY_PART_IS", question: "asked", choice: "NO" }, no("others")],
    },
  },
  {
    key: "monitoring",
    number: 7,
    kind: "YES_NO_MATRIX",
    meaning: "MONITORING",
    parts: [part("a")],
    obligations: [
      {
        when: { op: "ANY_PART_IS", question: "monitoring", choice: "NO" },
        needs: "IMPROVEMENT_ACTION",
        message: "Plan the monitoring",
      },
    ],
  },
  {
    key: "impact",
    number: 8,
    kind: "CHARACTERISTIC_ROWS",
    stage: "SCREENING",
    meaning: "POTENTIAL_IMPACT",
    parts: ["AGE", "DISABILITY", "SEX"].map((key) => part(key)),
  },
  {
    key: "rights",
    number: 9,
    kind: "RIGHT_ROWS",
    stage: "SCREENING",
    meaning: "POTENTIAL_RIGHTS",
    parts: ["CONVENTION-3", "CONVENTION-8", "CONVENTION-9"].map((key) => part(key)),
  },
  {
    key: "evidence",
    number: 10,
    kind: "YES_NO_UNKNOWN_MATRIX",
    meaning: "ADVERSE_EVIDENCE",
    parts: [part("a")],
  },
  {
    key: "likely",
    number: 11,
    kind: "SINGLE_CHOICE",
    meaning: "LIKELY_IMPACT",
    options: ["NO_IMPACT", "POSITIVE", "NEUTRAL", "NEGATIVE", "UNKNOWN"].map((key) => part(key)),
  },
  {
    key: "needs-report",
    number: 12,
    kind: "YES_NO",
    meaning: "REPORT_REQUIRED",
    forced: ["NEGATIVE", "UNKNOWN"].map((choice) => ({
      when: { op: "IS", question: "likely", choice },
      choice: "YES",
      because: `Required because the impact is ${choice.toLowerCase()}.`,
    })),
  },
].map((each) => ({ ...each, section: "screening" }));

const REPORT = [
  { key: "findings", number: 13, kind: "PARTS_LONG_TEXT", parts: [part("a"), part("b")] },
  {
    key: "likely-rows",
    number: 14,
    kind: "CHARACTERISTIC_ROWS",
    stage: "REPORT",
    meaning: "LIKELY_IMPACT_ROWS",
    parts: ["AGE", "DISABILITY", "SEX"].map((key) => part(key)),
  },
  {
    key: "likely-rights",
    number: 15,
    kind: "RIGHT_ROWS",
    stage: "REPORT",
    meaning: "LIKELY_RIGHTS_ROWS",
    parts: ["CONVENTION-3", "CONVENTION-8", "CONVENTION-9"].map((key) => part(key)),
  },
  {
    key: "adverse",
    number: 16,
    kind: "SINGLE_CHOICE",
    meaning: "ADVERSE_IMPACT",
    textLabel: "Reasons",
    options: ["NONE_FOUND", "LAWFUL", "UNLAWFUL"].map((key) => part(key)),
    obligations: [
      {
        when: { op: "IS", question: "adverse", choice: "UNLAWFUL" },
        needs: "IMPROVEMENT_ACTION",
        message: "Plan to put it right at once",
      },
    ],
  },
  { key: "reduce", number: 17, kind: "PARTS_LONG_TEXT", meaning: "MITIGATION", parts: [part("a")] },
  { key: "watchers", kind: "PEOPLE" },
  { key: "tried", kind: "YES_NO_UNKNOWN" },
].map((each) => ({ ...each, section: "report" }));

const PLAN = [
  {
    key: "plan-actions",
    number: 18,
    kind: "IMPROVEMENT_PLAN",
    meaning: "IMPROVEMENT_PLAN",
    parts: [part("objective")],
    section: "plan",
  },
];

const source = {
  key: "sample-form",
  version: 1,
  title: "Sample form",
  wording: { council: "Sampleshire" },
  sections: SECTIONS,
  questions: [...DETAILS, ...ABOUT, ...SCREENING, ...REPORT, ...PLAN].map((each) => ({
    label: each.key,
    text: each.key,
    ...each,
  })),
  signOff: {
    elements: [
      { key: "SCREENING", label: "Screening", section: "screening" },
      { key: "REPORT", label: "Report", section: "report" },
    ],
    signatures: [
      { role: "LEAD_OFFICER", label: "Lead", statement: "Complete" },
      { role: "DEG_CHAIR", label: "Chair", statement: "Scrutinised" },
    ],
  },
};

const parsed = parseTemplate(source);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));

export const sampleTemplate: FormTemplate = parsed.value;
/** The same as the JSON that a file would hold. */
export const sampleTemplateSource: typeof source = source;
