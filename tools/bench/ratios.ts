/** Several of a kind, in the way that says how far to trust them. */
export interface Spread {
  min: number;
  median: number;
  max: number;
}

export const spreadOf = (values: readonly number[]): Spread => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (place: number): number => sorted[place] ?? Number.NaN;
  const middle = (sorted.length - 1) / 2;
  return {
    min: at(0),
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    max: at(sorted.length - 1),
  };
};

/** Each round's own ratio: what the machine did in a round met both. */
export const ratiosOf = (ours: readonly number[], others: readonly number[]): Spread =>
  spreadOf(ours.map((value, round) => value / (others[round] ?? Number.NaN)));
