/** A group within a breakdown: how many of how many. Whole numbers of people. */
export interface GroupCount {
  numerator: number;
  denominator: number;
}

/**
 * How a group fares against another: the ratio of their rates, with the interval in which 95 of 100 such samples would
 * put it. `ratio` and its interval are null when the numbers are too small to say anything; `note` then says so.
 */
export interface Disparity {
  ratio: string | null;
  low: string | null;
  high: string | null;
  /** The interval includes 1: the difference may be chance. Null when there is no ratio. */
  couldBeChance: boolean | null;
  note: string | null;
}

/** Fewer than five people on either side: no ratio, which is also what disclosure control asks. */
const TOO_FEW = 5;
/** Fewer than this: a ratio, but with a warning. */
const FEW = 20;
/** Of the standard normal distribution: 95% lies within. */
const Z_95 = 1.959964;

/**
 * Rate ratio of `group` to `reference` with a 95% interval on the log scale (Katz). Numbers of events are those in the
 * numerators. Ratios are estimates, so floating point is good enough here; they come back with two decimals.
 */
export function measureDisparity(group: GroupCount, reference: GroupCount): Disparity {
  const problem = problemWith(group) ?? problemWith(reference);
  if (problem) return { ratio: null, low: null, high: null, couldBeChance: null, note: problem };
  const ratio = group.numerator / group.denominator / (reference.numerator / reference.denominator);
  const error = Math.sqrt(varianceOf(group) + varianceOf(reference));
  const [low, high] = [ratio * Math.exp(-Z_95 * error), ratio * Math.exp(Z_95 * error)];
  const few = Math.min(group.numerator, reference.numerator) < FEW;
  return {
    ratio: ratio.toFixed(2),
    low: low.toFixed(2),
    high: high.toFixed(2),
    couldBeChance: low <= 1 && high >= 1,
    note: few ? "The numbers are small: read this with care" : null,
  };
}

function varianceOf({ numerator, denominator }: GroupCount): number {
  return 1 / numerator - 1 / denominator;
}

function problemWith({ numerator, denominator }: GroupCount): string | null {
  const whole = Number.isInteger(numerator) && Number.isInteger(denominator);
  if (!whole || numerator < 0 || numerator > denominator) return "The counts do not make a rate";
  return numerator < TOO_FEW ? "The numbers are too small to compare" : null;
}
