import type { CharacteristicImpact } from "../content.ts";
import type { ProtectedCharacteristic, Stage } from "../vocabulary.ts";

/**
 * What an assessment finally says of a group: its full report looks again at what the screening said, so where the report answers it
 * speaks last (design/domain.md §3: questions 10 and 19). A report that leaves the group out takes nothing back.
 */

/** Of a row, only what says who is affected and which way. */
export type ImpactRow = Pick<CharacteristicImpact, "characteristic" | "stage" | "affected" | "direction">;

export const COUNTING_REASONS = [
  "REPORT_OVER_SCREENING",
  "REPORT_ALONE",
  "REPORT_SILENT",
  "SCREENING_ALONE",
] as const;
/** Why this stage's row counts. */
export type CountingReason = (typeof COUNTING_REASONS)[number];

export const REASON_WORDS: Readonly<Record<CountingReason, string>> = {
  REPORT_OVER_SCREENING: "The full report answers for this group, and so counts rather than the screening.",
  REPORT_ALONE: "Only the full report answers for this group.",
  REPORT_SILENT: "The full report does not answer for this group, so the screening counts.",
  SCREENING_ALONE: "There is a screening and no full report.",
};

export interface CountingImpact {
  stage: Stage;
  affected: boolean;
  direction: ImpactRow["direction"];
  reason: CountingReason;
}

const reasonFor = (stage: Stage, hasScreening: boolean, hasReport: boolean): CountingReason => {
  if (stage === "REPORT") return hasScreening ? "REPORT_OVER_SCREENING" : "REPORT_ALONE";
  return hasReport ? "REPORT_SILENT" : "SCREENING_ALONE";
};

/**
 * The row that speaks for a group in one assessment. Null: it was not asked or not answered; a direction alone is no answer.
 *
 * @param rows what counts of the assessment, after hidden answers are left out: at most one row for each stage and group
 */
export const countingImpact = (
  rows: readonly ImpactRow[],
  characteristic: ProtectedCharacteristic,
): CountingImpact | null => {
  const answeredIn = (stage: Stage) =>
    rows.find((row) => row.characteristic === characteristic && row.stage === stage && row.affected !== null);
  const [report, screening] = [answeredIn("REPORT"), answeredIn("SCREENING")];
  const row = report ?? screening;
  if (row === undefined || row.affected === null) return null;
  const hasReport = rows.some(({ stage }) => stage === "REPORT");
  return {
    stage: row.stage,
    affected: row.affected,
    direction: row.affected ? row.direction : null,
    reason: reasonFor(row.stage, screening !== undefined, hasReport),
  };
};

/** Whether people are worse off: "affected" alone says nothing about harm (design/domain.md, trap 13). */
export const isHarm = ({ affected, direction }: Pick<CountingImpact, "affected" | "direction">): boolean =>
  affected && (direction === "NEGATIVE" || direction === "MIXED");
