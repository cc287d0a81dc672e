import { dayWords } from "../../metrics/calendar.ts";
import type { CanonicalContent } from "../../seal/canonical-content.ts";
import type { PinnedEvidence } from "../content.ts";
import { choiceWords } from "../form/choice-words.ts";
import { TO_BE_CONFIRMED } from "../form/kinds/date-or-tbc.ts";
import { kindOf } from "../form/kinds/registry.ts";
import { type FormQuestion, type FormTemplate, questionByKey } from "../form/template.ts";
import { DIRECTION_WORDS } from "../impact-words.ts";

/** One revision as it was, or would be, signed, with the form that it is on. */
export interface ComparedRevision {
  content: CanonicalContent;
  template: FormTemplate;
}

/** A row of a revision: its fields as people read them, in order. Empty fields are left out. */
export interface ComparedRow {
  /** By which it is found again in the other revision. */
  key: string;
  question: string | null;
  place: string;
  label: string | null;
  fields: ReadonlyMap<string, string>;
}

const YES_NO = (value: boolean | null): string | null => (value === null ? null : value ? "Yes" : "No");

const fieldsOf = (fields: Readonly<Record<string, string | null>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== ""),
  );

const rowQuestion = (template: FormTemplate, storedIn: string, stage: string): FormQuestion | null =>
  template.questions.find((each) => kindOf(each).storedIn === storedIn && each.stage === stage) ?? null;

const placeOf = (question: string, part: string | null): string =>
  part === null ? question : `${question}.${part}`;

const cellRow = (
  question: FormQuestion | null,
  key: string,
  part: string | null,
  fields: Readonly<Record<string, string | null>>,
): ComparedRow => ({
  key: placeOf(key, part),
  question: key,
  place: placeOf(key, part),
  label: question?.parts.find((each) => each.key === part)?.label ?? part,
  fields: fieldsOf(fields),
});

const isDate = (question: FormQuestion | null): boolean =>
  question?.kind === "DATE" || question?.kind === "DATE_OR_TBC";

const dateWords = (date: string | null): string | null =>
  date === null ? null : date === TO_BE_CONFIRMED ? "To be confirmed" : dayWords(date);

const answerRows = ({ content, template }: ComparedRevision): ComparedRow[] =>
  content.answers.map(({ question: key, part, choice, text }) => {
    const question = questionByKey(template, key);
    const chosen = choice === null ? null : choiceWords(question, choice);
    return cellRow(
      question,
      key,
      part,
      isDate(question) ? { Answer: dateWords(text) } : { Answer: chosen, Text: text },
    );
  });

const characteristicRows = ({ content, template }: ComparedRevision): ComparedRow[] =>
  content.characteristicImpacts.map((row) => {
    const question = rowQuestion(template, "CHARACTERISTIC_IMPACTS", row.stage);
    return cellRow(question, question?.key ?? row.stage, row.characteristic, {
      Affected: YES_NO(row.affected),
      Direction: row.direction === null ? null : DIRECTION_WORDS[row.direction],
      Comments: row.comments,
      Barriers: row.barriers,
    });
  });

const rightRows = ({ content, template }: ComparedRevision): ComparedRow[] =>
  content.rightImpacts.map((row) => {
    const question = rowQuestion(template, "RIGHT_IMPACTS", row.stage);
    return cellRow(question, question?.key ?? row.stage, row.right, {
      Affected: YES_NO(row.affected),
      Comments: row.comments,
      "Allowed by": row.justification?.prescribedByLaw ?? null,
      "Legitimate aim": row.justification?.legitimateAim ?? null,
      Necessary: row.justification?.necessary ?? null,
      Proportionate: row.justification?.proportionate ?? null,
    });
  });

const planKey = (template: FormTemplate): string | null =>
  template.questions.find((each) => kindOf(each).storedIn === "IMPROVEMENT_ACTIONS")?.key ?? null;

const actionRows = ({ content, template }: ComparedRevision): ComparedRow[] => {
  const question = planKey(template);
  return content.improvementActions.map((row) => ({
    key: row.id,
    question,
    place: question ?? "assessment",
    label: "Action",
    fields: fieldsOf({
      Objective: row.objective,
      Action: row.action,
      Target: row.target,
      "Officer responsible": row.officer,
      "By when": dateWords(row.due),
    }),
  }));
};

/** What was sealed before groups could be cited has none. */
const groupWords = ({ groups }: Partial<Pick<PinnedEvidence, "groups">>): string | null =>
  groups?.map(({ category, display }) => `${category}: ${display}`).join("; ") ?? null;

const evidenceRows = ({ content }: ComparedRevision): ComparedRow[] =>
  content.evidence.map((row) => ({
    key: `${row.question} ${row.part} ${row.contentHash}`,
    question: row.question,
    place: row.question === null ? "assessment" : placeOf(row.question, row.part),
    label: "Evidence",
    fields: fieldsOf({
      Evidence: row.title,
      Figure: row.display,
      Groups: groupWords(row),
      // Of the same name, and another file.
      File: row.file?.sha256 ?? null,
      Note: row.note,
    }),
  }));

const PERSON_WORDS = { LEAD_OFFICER: "Lead officer", CONTRIBUTOR: "Contributor" } as const;

/** People by job title alone, as the sealed content names them. */
const personRows = ({ content }: ComparedRevision): ComparedRow[] =>
  content.people.map(({ role, userId, jobTitle }) => ({
    key: `${role} ${userId}`,
    question: null,
    place: "assessment",
    label: PERSON_WORDS[role],
    fields: fieldsOf({ "Job title": jobTitle }),
  }));

/** Rows that have a cell of their own, by which they are found again. */
export const cellRows = (revision: ComparedRevision): ComparedRow[] => [
  ...personRows(revision),
  ...answerRows(revision),
  ...characteristicRows(revision),
  ...rightRows(revision),
];

/** Rows that get new ids with each revision, list by list. */
export const LISTED_ROWS: readonly ((revision: ComparedRevision) => ComparedRow[])[] = [
  actionRows,
  evidenceRows,
];
