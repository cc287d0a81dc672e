import {
  absoluteDecimal,
  compareDecimals,
  type Decimal,
  decimalPlaces,
  divideDecimals,
  multiplyDecimals,
  roundDecimal,
  subtractDecimals,
} from "./decimal.ts";
import type { Aim, TargetKind, TargetOperator, ToleranceKind, Unit } from "./vocabulary.ts";

/** What a target asks for. */
export interface TargetTerms {
  kind: TargetKind;
  operator: TargetOperator;
  low: Decimal | null;
  high: Decimal | null;
}

/** How far off is still "nearly there". It belongs to one target: a blanket threshold is not appropriate (domain.md §1). */
export interface Tolerance {
  kind: ToleranceKind;
  /** In the metric's units when ABSOLUTE, a percentage of the bound when RELATIVE; ignored for NONE. */
  amount: Decimal;
}

export interface TargetCheck {
  met: boolean;
  /** Met only once the figure is rounded to the precision in which the target was set: 99.8 against 100, 11.0 against >11. */
  byRounding: boolean;
  /** How far outside, never negative; "0" when met. */
  shortfall: Decimal;
  /** The bound that decided. */
  bound: Decimal;
  side: "BELOW" | "ABOVE" | "WITHIN";
}

interface Bounds {
  low: Decimal | null;
  high: Decimal | null;
  strict: boolean;
}

/**
 * Whether a value does what its target asks; null when the target has nothing to compare with (to be confirmed, for
 * information, or "maintain" with no earlier figure). A band includes both ends. A strict < or > can't be judged on a
 * figure that was rounded to the bound itself, so such a figure counts as met, and says so; counts are not rounded.
 */
export function checkTarget(
  value: Decimal,
  target: TargetTerms,
  context: { unit: Unit; aim: Aim; maintained?: Decimal | null },
): TargetCheck | null {
  const bounds = boundsOf(target, context.aim, context.maintained ?? null);
  if (bounds === null) return null;
  const exact = checkBounds(value, bounds);
  if (exact.met || context.unit === "COUNT") return exact;
  const rounded = checkBounds(roundDecimal(value, decimalPlaces(exact.bound)), { ...bounds, strict: false });
  return rounded.met ? { ...rounded, byRounding: true } : exact;
}

/** The margin in the metric's own units; "0" for NONE. */
export function allowance(bound: Decimal, tolerance: Tolerance): Decimal {
  if (tolerance.kind === "NONE") return "0";
  if (tolerance.kind === "ABSOLUTE") return tolerance.amount;
  const share = multiplyDecimals(absoluteDecimal(bound), tolerance.amount);
  return divideDecimals(share, "100", decimalPlaces(share) + 2) ?? "0";
}

/** Whether a distance lies within the margin; the margin itself is inside. */
export function isWithin(distance: Decimal, bound: Decimal, tolerance: Tolerance): boolean {
  return compareDecimals(absoluteDecimal(distance), allowance(bound, tolerance)) <= 0;
}

const BOUNDS: Record<TargetOperator, (target: TargetTerms) => Bounds | null> = {
  GT: ({ low }) => atLeast(low, true),
  GTE: ({ low }) => atLeast(low, false),
  LT: ({ high }) => atMost(high, true),
  LTE: ({ high }) => atMost(high, false),
  BETWEEN: ({ low, high }) => (low === null || high === null ? null : { low, high, strict: false }),
  MAINTAIN: () => null,
  NONE: () => null,
};

function boundsOf(target: TargetTerms, aim: Aim, maintained: Decimal | null): Bounds | null {
  if (target.operator !== "MAINTAIN") return BOUNDS[target.operator](target);
  if (aim === "HIGH") return atLeast(maintained, false);
  return aim === "LOW" ? atMost(maintained, false) : null;
}

function atLeast(low: Decimal | null, strict: boolean): Bounds | null {
  return low === null ? null : { low, high: null, strict };
}

function atMost(high: Decimal | null, strict: boolean): Bounds | null {
  return high === null ? null : { low: null, high, strict };
}

function checkBounds(value: Decimal, { low, high, strict }: Bounds): TargetCheck {
  const limit = strict ? 1 : 0;
  if (low !== null && compareDecimals(value, low) < limit) {
    return missed(subtractDecimals(low, value), low, "BELOW");
  }
  if (high !== null && compareDecimals(high, value) < limit) {
    return missed(subtractDecimals(value, high), high, "ABOVE");
  }
  return { met: true, byRounding: false, shortfall: "0", bound: low ?? high ?? value, side: "WITHIN" };
}

function missed(shortfall: Decimal, bound: Decimal, side: "BELOW" | "ABOVE"): TargetCheck {
  return { met: false, byRounding: false, shortfall, bound, side };
}
