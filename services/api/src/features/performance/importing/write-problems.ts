import type { CopyValue } from "@due-regard/database/imports/copy-in";
import type { StagedRow } from "@due-regard/database/imports/row-blocks";
import type { FoundProblem } from "@due-regard/domain/metrics/import/read-ascof-rows";
import type { ImportMapping } from "@due-regard/domain/metrics/import/vocabulary";

const PRINTED_SHOWN = 200;
const DETAIL_KEPT = 500;
/** Of one row; more would tell nobody more. */
const PROBLEMS_OF_A_ROW = 20;

export interface ProblemWriter {
  /** Rows whose cells problems may point to. Those of the piece before are still known. */
  remember: (rows: readonly StagedRow[]) => void;
  /** Problems as they are stored: with the column, its header and the cell as it stands in the file. */
  lines: (problems: readonly FoundProblem[]) => CopyValue[][];
}

export const createProblemWriter = (mapping: ImportMapping, headers: readonly string[]): ProblemWriter => {
  let before = new Map<number, readonly string[]>();
  let now = new Map<number, readonly string[]>();
  const counts = new Map<number, number>();
  return {
    remember: (rows) => {
      before = now;
      now = new Map(rows.map(({ row, cells }) => [row, cells]));
    },
    lines: (problems) =>
      problems.flatMap(({ row, kind, field, detail }) => {
        const number = (counts.get(row) ?? 0) + 1;
        counts.set(row, number);
        if (number > PROBLEMS_OF_A_ROW) return [];
        const column = field === null ? undefined : mapping.columns[field];
        const cells = now.get(row) ?? before.get(row);
        const printed = column === undefined ? null : (cells?.[column - 1] ?? "").slice(0, PRINTED_SHOWN);
        const header = column === undefined ? null : (headers[column - 1] ?? "").slice(0, PRINTED_SHOWN);
        return [[row, number, kind, column ?? null, header, printed, detail.slice(0, DETAIL_KEPT)]];
      }),
  };
};
