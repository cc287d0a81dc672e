import type { ResultOf } from "gql.tada";
import type { ImpactQuery } from "./queries.ts";

export type Impact = ResultOf<typeof ImpactQuery>;
export type Cumulative = Impact["cumulativeImpact"];
export type Cell = Cumulative["cells"][number];
export type Listed = Cumulative["assessments"][number];

/** A characteristic with its cells, in the order of the columns. */
export interface ImpactRow {
  characteristic: Cell["characteristic"];
  label: string;
  cells: readonly Cell[];
}

export const rowsOf = (cells: readonly Cell[]): ImpactRow[] =>
  [...Map.groupBy(cells, ({ characteristic }) => characteristic)].map(([characteristic, own]) => ({
    characteristic,
    label: own[0]?.label ?? characteristic,
    cells: own,
  }));
