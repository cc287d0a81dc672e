import type { ImportField } from "./vocabulary.ts";

/** BLOCKS: the row can't be recorded. WARNS: it can, and somebody should look at it. */
export const PROBLEM_WEIGHTS = ["BLOCKS", "WARNS"] as const;
export type ProblemWeight = (typeof PROBLEM_WEIGHTS)[number];

interface Kind {
  weight: ProblemWeight;
  /** What is wrong; the detail is what is particular about this row. */
  wrong: (detail: string) => string;
  /** What to do about it. */
  remedy: string;
}

const said = (detail: string): string => detail;

/** Everything that can be wrong with a row. Only kind and detail are stored: a million rows may have the same problem. */
export const PROBLEM_KINDS = {
  MISSING_CELL: {
    weight: "BLOCKS",
    wrong: (field) => `There is no ${field} in this row.`,
    remedy: "Fill the cell, or give one value for all rows in the mapping.",
  },
  UNKNOWN_METRIC: {
    weight: "BLOCKS",
    wrong: (code) => `“${code}” is not among this council’s metrics.`,
    remedy: "Define the metric, correct its code, or leave unknown metrics out.",
  },
  UNKNOWN_ORGANISATION: {
    weight: "BLOCKS",
    wrong: (code) => `No organisation with the code “${code}” is known here.`,
    remedy: "Correct the ONS code, or leave unknown organisations out.",
  },
  OUT_OF_REACH: {
    weight: "BLOCKS",
    wrong: (name) => `Your role does not reach as far as ${name}.`,
    remedy: "Leave the row out of the file, or ask an analyst of that organisation to import it.",
  },
  UNREADABLE_PERIOD: {
    weight: "BLOCKS",
    wrong: said,
    remedy: "Write the period in one of these forms.",
  },
  UNREADABLE_VALUE: {
    weight: "BLOCKS",
    wrong: said,
    remedy:
      "Write the figure in plain digits, such as 1410000 or 96.0; where there is none, leave the cell blank and give the reason. Nothing is guessed.",
  },
  UNREADABLE_WORD: {
    weight: "BLOCKS",
    wrong: said,
    remedy: "Use one of the words listed.",
  },
  WRONG_UNIT: {
    weight: "BLOCKS",
    wrong: said,
    remedy: "Check that the metric is the right one, or write the value in the metric’s unit.",
  },
  BREAKS_RULE: { weight: "BLOCKS", wrong: said, remedy: "Correct the row." },
  TOO_LONG: {
    weight: "BLOCKS",
    wrong: (limit) => `This is longer than the ${limit} characters that are kept.`,
    remedy: "Shorten the text.",
  },
  TOO_WIDE: {
    weight: "BLOCKS",
    wrong: (detail) => `This row has more cells than the header: ${detail}.`,
    remedy: "Put quotation marks round text that holds the separator, so that no cell slips.",
  },
  DUPLICATE: {
    weight: "BLOCKS",
    wrong: (rows) => `Rows ${rows} are about the same figure.`,
    remedy: "Keep one of them: nobody but you can tell which is right.",
  },
  NO_OUTCOME: {
    weight: "BLOCKS",
    wrong: (parts) => `There is a ${parts} here, and no outcome that it belongs to.`,
    remedy: "Add the row with the outcome, or take these rows out.",
  },
  CONFLICT: {
    weight: "BLOCKS",
    wrong: said,
    remedy: "Check the file again to see what it would change now.",
  },
  LOOK_ALIKE: {
    weight: "WARNS",
    wrong: said,
    remedy: "Check that it was read as you mean it. The doubt is kept with the figure.",
  },
  DOUBT: {
    weight: "WARNS",
    wrong: said,
    remedy: "Check it against its source. If it stands there so, record it: the doubt is kept with it.",
  },
  PRINTED_DIFFERS: {
    weight: "WARNS",
    wrong: said,
    remedy: "Check which of the two is right: the value counts, the printed cell is shown.",
  },
  OTHER_UNIT: {
    weight: "WARNS",
    wrong: said,
    remedy: "Check that it is of a time when the metric was counted so.",
  },
  REVISED_SINCE: {
    weight: "WARNS",
    wrong: said,
    remedy: "Take the row out of the file, unless you mean to take the figure back to what this row says.",
  },
  UNREADABLE_INSTANT: {
    weight: "WARNS",
    wrong: (cell) => `“${cell}” is no instant, so nobody can tell whether the figure was revised since.`,
    remedy: "Check what this row would change. Downloads write it as 2020-01-20T00:00:00.000Z.",
  },
  UNKNOWN_GROUP: {
    weight: "WARNS",
    wrong: (group) => `“${group}” is not a group whose protected characteristic can be told.`,
    remedy: "The row is left out. To record it, use our own format and name the characteristic.",
  },
} as const satisfies Record<string, Kind>;

export type ProblemKind = keyof typeof PROBLEM_KINDS;

/** Something about a row that a person should put right or look at. */
export interface RowProblem {
  kind: ProblemKind;
  /** Null: it is about the whole row. */
  field: ImportField | null;
  detail: string;
}

export const problem = (kind: ProblemKind, field: ImportField | null, detail: string): RowProblem => ({
  kind,
  field,
  detail,
});

/** Whether any of them stops the row. */
export const isBlocked = (problems: readonly RowProblem[]): boolean =>
  problems.some(({ kind }) => PROBLEM_KINDS[kind].weight === "BLOCKS");
