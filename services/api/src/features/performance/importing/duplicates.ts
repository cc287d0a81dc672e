import type { FigureReading } from "@due-regard/domain/metrics/import/figure-reading";

/**
 * Finds figures that a file gives twice. Keys are told apart by small numbers: the texts of a million keys would not fit
 * into the memory that an import may take.
 */
export const createDuplicateFinder = () => {
  const tails = new Map<string, number>();
  const rowsByPair = new Map<string, Map<number, number>>();
  return {
    /** The row that gave this figure before; null: none did. */
    find: ({ row, metric, organisation, draft }: FigureReading): number | null => {
      const { period, status, breakdown } = draft;
      const group = breakdown === null ? "" : `|${breakdown.characteristic}|${breakdown.category}`;
      const tail = `${period.code}${status === "FORECAST" ? "|F" : ""}${group}`;
      let number = tails.get(tail);
      if (number === undefined) {
        number = tails.size;
        tails.set(tail, number);
      }
      const pair = metric.id + organisation.id;
      const rows = rowsByPair.get(pair) ?? new Map<number, number>();
      const earlier = rows.get(number);
      if (earlier !== undefined) return earlier;
      rows.set(number, row);
      rowsByPair.set(pair, rows);
      return null;
    },
  };
};
