import { PROTECTED_CHARACTERISTICS, type ProtectedCharacteristic } from "../vocabulary.ts";
import { type CountingImpact, countingImpact, type ImpactRow } from "./counting-impact.ts";

/**
 * Cumulative impact (design/domain.md §3): over a set of assessments, which groups are affected, in which direction, by which of them.
 */

/** Every answer that an assessment can give about a group, so that each of them stands in exactly one column of the group's row. */
export const IMPACT_COLUMNS = [
  "POSITIVE",
  "NEUTRAL",
  "NEGATIVE",
  "MIXED",
  "UNKNOWN",
  "NO_DIRECTION",
  "NOT_AFFECTED",
  "NOT_ANSWERED",
] as const;
export type ImpactColumn = (typeof IMPACT_COLUMNS)[number];

export const COLUMN_WORDS: Readonly<Record<ImpactColumn, string>> = {
  POSITIVE: "Positive",
  NEUTRAL: "Neutral",
  NEGATIVE: "Negative",
  MIXED: "Positive and negative",
  UNKNOWN: "Direction not known",
  NO_DIRECTION: "Affected, direction not said",
  NOT_AFFECTED: "Not affected",
  NOT_ANSWERED: "Not asked or not answered",
};

/** An assessment of the set, as one revision of it. */
export interface AssessedImpact {
  id: string;
  /** What counts of that revision, after hidden answers are left out. */
  impacts: readonly ImpactRow[];
}

export interface CumulativeEntry {
  id: string;
  /** What it says of the group. Null: nothing. */
  impact: CountingImpact | null;
}

export interface CumulativeCell {
  column: ImpactColumn;
  /** In the order in which the assessments were given. */
  entries: CumulativeEntry[];
}

export interface CumulativeRow {
  characteristic: ProtectedCharacteristic;
  /** One for each column, in their order: their counts add up to the number of assessments. */
  cells: CumulativeCell[];
}

export const columnOf = (impact: CountingImpact | null): ImpactColumn => {
  if (impact === null) return "NOT_ANSWERED";
  if (!impact.affected) return "NOT_AFFECTED";
  return impact.direction ?? "NO_DIRECTION";
};

/**
 * One row for each characteristic, in the order of the vocabulary.
 *
 * @throws RangeError where an assessment is given twice: it would be counted twice
 */
export const cumulate = (assessments: readonly AssessedImpact[]): CumulativeRow[] => {
  const twice = assessments.find(
    ({ id }, index) => assessments.findIndex((each) => each.id === id) !== index,
  );
  if (twice !== undefined) throw new RangeError(`${twice.id} would be counted twice`);
  return PROTECTED_CHARACTERISTICS.map((characteristic) => {
    const entries = assessments.map(({ id, impacts }) => ({
      id,
      impact: countingImpact(impacts, characteristic),
    }));
    const byColumn = Map.groupBy(entries, ({ impact }) => columnOf(impact));
    return {
      characteristic,
      cells: IMPACT_COLUMNS.map((column) => ({ column, entries: byColumn.get(column) ?? [] })),
    };
  });
};

/** How many assessments stand in a column of a row. */
export const countIn = ({ cells }: CumulativeRow, column: ImpactColumn): number =>
  cells.find((cell) => cell.column === column)?.entries.length ?? 0;
