import { compareTexts, type TextRun } from "../compare-texts.ts";
import { questionByKey } from "../form/template.ts";
import { pairRows } from "./pair-rows.ts";
import { type ComparedRevision, type ComparedRow, cellRows, LISTED_ROWS } from "./revision-rows.ts";

/** ADDED: only the later revision has it. REMOVED: only the earlier one. CHANGED: both, with different words. */
export const ROW_CHANGES = ["ADDED", "REMOVED", "CHANGED"] as const;
export type RowChange = (typeof ROW_CHANGES)[number];

/** One field of a row that differs. */
export interface FieldDifference {
  /** What the form calls it: "Answer", "Comments", "By when". */
  field: string;
  /** The words in reading order; of a choice or a date, the whole before and the whole after. */
  runs: TextRun[];
}

/** One answer, part, row, action or citation that differs. */
export interface RowDifference {
  /** "question" or "question.part"; what has no cell of its own (an action, a citation) names its question, or "assessment". */
  place: string;
  /** What the form calls it. Null: the question has this one alone. */
  label: string | null;
  change: RowChange;
  fields: FieldDifference[];
}

/** Everything of one question that differs. */
export interface QuestionDifference {
  /** Key of the question. Null: people and evidence of the assessment as a whole. */
  question: string | null;
  /** Its place in the form's own sequence. Null: it has none. */
  number: string | null;
  label: string;
  rows: RowDifference[];
}

export interface RevisionDifference {
  from: number;
  to: number;
  /** In the order of the later form; questions that it no longer has come after. Empty: not a word differs. */
  questions: QuestionDifference[];
}

/** Fields that are compared as wholes: a word of a date or of a choice means nothing by itself. */
const WHOLE_FIELDS = new Set(["Answer", "Affected", "Direction", "By when", "Job title", "Figure"]);

const fieldDifference = (field: string, before: string, after: string): FieldDifference => {
  if (!WHOLE_FIELDS.has(field)) return { field, runs: compareTexts(before, after) };
  const runs: TextRun[] = [
    { kind: "removed", text: before },
    { kind: "added", text: after },
  ];
  return { field, runs: runs.filter(({ text }) => text !== "") };
};

const compareFields = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): FieldDifference[] =>
  [...new Set([...after.keys(), ...before.keys()])].flatMap((field) => {
    const [was, is] = [before.get(field) ?? "", after.get(field) ?? ""];
    return was === is ? [] : [fieldDifference(field, was, is)];
  });

const NONE: ReadonlyMap<string, string> = new Map();

const compareRow = (before: ComparedRow | null, after: ComparedRow | null): RowDifference[] => {
  const row = after ?? before;
  if (row === null) return [];
  const fields = compareFields(before?.fields ?? NONE, after?.fields ?? NONE);
  if (fields.length === 0) return [];
  const change = before === null ? "ADDED" : after === null ? "REMOVED" : "CHANGED";
  return [{ place: row.place, label: row.label, change, fields }];
};

type Found = [question: string | null, row: RowDifference];
type Pair = [before: ComparedRow | null, after: ComparedRow | null];

const comparePairs = (pairs: readonly Pair[]): Found[] =>
  pairs.flatMap(([was, is]) => compareRow(was, is).map((row): Found => [(is ?? was)?.question ?? null, row]));

/** Rows with a cell of their own are found again by it. */
const compareCells = (before: readonly ComparedRow[], after: readonly ComparedRow[]): Found[] => {
  const earlier = new Map(before.map((row) => [row.key, row]));
  const later = new Set(after.map(({ key }) => key));
  return comparePairs([
    ...after.map((row): Pair => [earlier.get(row.key) ?? null, row]),
    ...before.filter(({ key }) => !later.has(key)).map((row): Pair => [row, null]),
  ]);
};

/** Rows that get new ids with each revision (actions, citations) are found again by what they say. */
const compareLists = (before: readonly ComparedRow[], after: readonly ComparedRow[]): Found[] =>
  comparePairs(pairRows(before, after));

/**
 * What a later revision says otherwise than an earlier one, question by question and word by word (issue 5, "Review").
 * Both are taken as they were signed, or would be: hidden answers don't count. Questions are named as the later form
 * names them. Two revisions that say the same have no difference, whatever ids and versions their rows have.
 */
export const compareRevisions = (before: ComparedRevision, after: ComparedRevision): RevisionDifference => {
  const found = [
    ...compareCells(cellRows(before), cellRows(after)),
    ...LISTED_ROWS.flatMap((rowsOf) => compareLists(rowsOf(before), rowsOf(after))),
  ];
  const byQuestion = Map.groupBy(found, ([question]) => question);
  const order = [
    null,
    ...after.template.questions.map(({ key }) => key),
    ...before.template.questions.map(({ key }) => key),
  ];
  const keys = [...new Set([...order, ...byQuestion.keys()])].filter((key) => byQuestion.has(key));
  return {
    from: before.content.revision,
    to: after.content.revision,
    questions: keys.map((key) => {
      const question =
        key === null ? null : (questionByKey(after.template, key) ?? questionByKey(before.template, key));
      return {
        question: key,
        number: question?.number?.toString() ?? null,
        label: question?.label ?? key ?? "The whole assessment",
        rows: (byQuestion.get(key) ?? []).map(([, row]) => row),
      };
    }),
  };
};
