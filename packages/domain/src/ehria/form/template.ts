import type { SignatoryRole, Stage } from "../vocabulary.ts";

/**
 * A form as data (design/domain.md §3): another council's form is another template, not another program.
 * A published version never changes, and an assessment stays on the version it was started on.
 */
export interface FormTemplate {
  key: string;
  version: number;
  title: string;
  intro: readonly string[];
  /** Words that stand in the texts as {{council}}, {{group}} …: see fill-wording.ts. */
  wording: Readonly<Record<string, string>>;
  /** Where the form comes from. Null for a form made here. */
  source: { paper: string; note: string } | null;
  sections: readonly FormSection[];
  questions: readonly FormQuestion[];
  signOff: SignOffSpec;
  /** What the printed form leaves uncertain: shown, not settled silently. */
  doubts: readonly string[];
}

export interface FormSection {
  key: string;
  /** "2" as the form prints it. Null: the form gives it no number. */
  numberPrinted: string | null;
  title: string;
  intro: readonly string[];
  position: number;
  /** When its questions are asked at all. Null: always. */
  condition: Condition | null;
  subsections: readonly FormSubsection[];
}

export interface FormSubsection {
  key: string;
  title: string;
}

export interface FormQuestion {
  /** Stable across versions and never a number: the paper prints 13 twice and lost others (design/domain.md, trap 11). */
  key: string;
  /** Place in the paper's own sequence, 1 to 26. Null: key details and routing questions have none. */
  number: number | null;
  /** What the paper prints. Null where the number is lost or there is none. */
  numberPrinted: string | null;
  section: string;
  subsection: string | null;
  kind: QuestionKind;
  /** What rules take this question to be, whatever its key and wording. Null: nothing that a rule needs. */
  meaning: QuestionMeaning | null;
  /** A few words that name the question in lists, messages and history. */
  label: string;
  text: string;
  hint: string | null;
  guidance: Guidance | null;
  parts: readonly QuestionPart[];
  options: readonly QuestionOption[];
  /** Label of the words that go with a single choice. Null: the choice stands alone. */
  textLabel: string | null;
  /** Which stage's rows it shows, for the two kinds that live in typed tables. */
  stage: Stage | null;
  /** When it is asked, beside its section's condition. Null: whenever the section is. */
  condition: Condition | null;
  /** Whether it must be answered once asked, or when. */
  required: boolean | Condition;
  /** Answers that follow from other answers and overrule the one given. */
  forced: readonly ForcedChoice[];
  /** What an answer makes necessary elsewhere. */
  obligations: readonly Obligation[];
  /** Stated beside the field and never enforced while typing. Null: no limit stated. */
  maxWords: number | null;
  /** Whether the answer may leave the council: fields are allow-listed (design/domain.md, "Depersonalised publication"). */
  publication: PublicationRule;
  /** What the paper leaves uncertain about this question. */
  doubts: readonly string[];
}

export interface QuestionPart {
  /** "a", "aim-1", or for rows of the law the characteristic ("AGE") or the right ("CONVENTION-8"). */
  key: string;
  label: string;
  textLabel: string | null;
  hint: string | null;
  /** What helps with this part alone, beside the question's own guidance: for rows of the law above all. */
  guidance: Guidance | null;
}

export interface QuestionOption {
  key: string;
  label: string;
  hint: string | null;
}

export interface Guidance {
  lookAt: readonly string[];
  law: { text: string; source: string };
  goodExample: string;
  weakExample: string;
}

export const PUBLICATION_RULES = ["PUBLISH", "JOB_TITLE_ONLY", "WITHHOLD"] as const;
export type PublicationRule = (typeof PUBLICATION_RULES)[number];

export const QUESTION_KINDS = [
  "TEXT",
  "LONG_TEXT",
  "PARTS_LONG_TEXT",
  "PEOPLE",
  "DATE",
  "DATE_OR_TBC",
  "YES_NO",
  "YES_NO_UNKNOWN",
  "SINGLE_CHOICE",
  "YES_NO_MATRIX",
  "YES_NO_TEXT_MATRIX",
  "YES_NO_UNKNOWN_MATRIX",
  "CHARACTERISTIC_ROWS",
  "RIGHT_ROWS",
  "IMPROVEMENT_PLAN",
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** The handles by which rules find a question. A template that lacks one simply doesn't get the rule. */
export const QUESTION_MEANINGS = [
  "TITLE",
  "DEPARTMENT",
  "LEAD_OFFICER",
  "TELEPHONE",
  "IMPLEMENTING_OFFICER",
  "STARTED_ON",
  "COMPLETED_ON",
  "REPORT_ALREADY_NEEDED",
  "REPORT_ALREADY_NEEDED_REASON",
  "EQUALITY_AIMS",
  "CONSULTED",
  "REPRESENTATIVES_CONSULTED",
  "OTHERS_EXPLORED",
  "CONSULTATION_EXPLANATION",
  "MONITORING",
  "POTENTIAL_IMPACT",
  "POTENTIAL_RIGHTS",
  "ADVERSE_EVIDENCE",
  "LIKELY_IMPACT",
  "REPORT_REQUIRED",
  "LIKELY_IMPACT_ROWS",
  "LIKELY_RIGHTS_ROWS",
  "ADVERSE_IMPACT",
  "MITIGATION",
  "IMPROVEMENT_PLAN",
] as const;
export type QuestionMeaning = (typeof QUESTION_MEANINGS)[number];

/** When something holds, as data. Conditions may look only at questions that come earlier in the template. */
export type Condition =
  | { op: "IS"; question: string; part?: string | undefined; choice: string }
  | { op: "ANY_PART_IS"; question: string; choice: string }
  | { op: "ANY_OF"; conditions: readonly Condition[] }
  | { op: "ALL_OF"; conditions: readonly Condition[] }
  | { op: "NOT"; condition: Condition };

export interface ForcedChoice {
  when: Condition;
  choice: string;
  /** Plain reason, shown beside the forced answer. */
  because: string;
}

export interface Obligation {
  when: Condition;
  /** The only thing that an answer can oblige so far: an improvement action that names this question. */
  needs: "IMPROVEMENT_ACTION";
  message: string;
}

export interface SignOffSpec {
  /** Elements of the form that the lead confirms as complete, each standing for a section. */
  elements: readonly { key: Stage; label: string; section: string }[];
  /** Signatures in the order in which they are given, each with the statement that is signed. */
  signatures: readonly { role: SignatoryRole; label: string; statement: string }[];
}

/** The question that a rule means, or null when this template has none. */
export const questionMeaning = (template: FormTemplate, meaning: QuestionMeaning): FormQuestion | null =>
  template.questions.find((question) => question.meaning === meaning) ?? null;

export const questionByKey = (template: FormTemplate, key: string): FormQuestion | null =>
  template.questions.find((question) => question.key === key) ?? null;
