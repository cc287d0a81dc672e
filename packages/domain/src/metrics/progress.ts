import {
  absoluteDecimal,
  addDecimals,
  compareDecimals,
  type Decimal,
  divideDecimals,
  subtractDecimals,
} from "./decimal.ts";
import type { Aim, Comparison } from "./vocabulary.ts";

/** Progress is improvement, not direction: admissions up with aim LOW are WORSE (domain.md §1). */
export interface Progress {
  comparison: Comparison;
  /** Current less previous, with its sign, in the metric's units. */
  change: Decimal;
  /** What was compared, in words: "against April to November 2018". */
  basis: string;
}

export interface ProgressInput {
  current: Decimal | null;
  previous: Decimal | null;
  aim: Aim;
  /** The band, for aim BAND. */
  band?: { low: Decimal; high: Decimal } | null;
  /** A change of no more than this, in the metric's units, is similar. */
  similarWithin: Decimal;
  basis: string;
}

/**
 * Null when either figure is missing, when the measure is for information, or when a band is unknown. For a band, moving
 * toward it, into it, or toward its middle while inside is better; drifting about inside is similar, since the target is met.
 */
export function measureProgress(input: ProgressInput): Progress | null {
  const { current, previous, aim, basis } = input;
  if (current === null || previous === null || aim === "INFORMATION") return null;
  const change = subtractDecimals(current, previous);
  const gain = gainOf(input, current, previous, change);
  if (gain === null) return null;
  return { comparison: judge(gain, input.similarWithin), change, basis };
}

/** How much better, by the aim: positive is better. Null for a band whose bounds are unknown. */
function gainOf(input: ProgressInput, current: Decimal, previous: Decimal, change: Decimal): Decimal | null {
  if (input.aim === "HIGH") return change;
  if (input.aim === "LOW") return subtractDecimals(previous, current);
  if (!input.band) return null;
  const { low, high } = input.band;
  const outside = subtractDecimals(distanceTo(previous, low, high), distanceTo(current, low, high));
  if (compareDecimals(outside, "0") !== 0) return outside;
  const middle = divideDecimals(addDecimals(low, high), "2", 6) ?? low;
  const inside = subtractDecimals(
    absoluteDecimal(subtractDecimals(previous, middle)),
    absoluteDecimal(subtractDecimals(current, middle)),
  );
  return compareDecimals(inside, "0") > 0 ? inside : "0";
}

/** How far outside the band a value lies; nought inside it. */
function distanceTo(value: Decimal, low: Decimal, high: Decimal): Decimal {
  if (compareDecimals(value, low) < 0) return subtractDecimals(low, value);
  return compareDecimals(value, high) > 0 ? subtractDecimals(value, high) : "0";
}

function judge(gain: Decimal, similarWithin: Decimal): Comparison {
  if (compareDecimals(absoluteDecimal(gain), similarWithin) <= 0) return "SIMILAR";
  return compareDecimals(gain, "0") > 0 ? "BETTER" : "WORSE";
}
