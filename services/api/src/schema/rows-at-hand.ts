import type DataLoader from "dataloader";
import type { ApiContext } from "../context.ts";

interface LoadedType<Row> {
  getDataloader: (context: ApiContext) => DataLoader<string, Row>;
}

/**
 * Rows of a loaded noun that came along with what leads to them, kept for their request. A field that finds its row here
 * answers at once: a hundred figures of one paper make no hundred promises, which would cost as much again as the figures.
 */
export const rowsAtHand = <Row extends { id: string }>(type: LoadedType<Row>) => {
  const kept = new WeakMap<ApiContext, Map<string, Row>>();
  return {
    /** Keeps rows, also for the noun's loader. */
    keep: (context: ApiContext, rows: readonly Row[]): void => {
      const known = kept.get(context) ?? new Map<string, Row>();
      kept.set(context, known);
      for (const row of rows) {
        known.set(row.id, row);
        type.getDataloader(context).prime(row.id, row);
      }
    },
    /** The row with an id; what is no id, or none of a row at hand, is for the loader as it is. */
    find: <Id extends string | null>(context: ApiContext, id: Id): Row | Id =>
      (id !== null && kept.get(context)?.get(id)) || id,
  };
};
