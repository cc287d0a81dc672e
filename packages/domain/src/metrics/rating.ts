import { compareDecimals, type Decimal, groupThousands, subtractDecimals } from "./decimal.ts";
import type { Forecast } from "./forecast.ts";
import { containsPeriod, type Period } from "./period.ts";
import {
  allowance,
  checkTarget,
  isWithin,
  type TargetCheck,
  type TargetTerms,
  type Tolerance,
} from "./target.ts";
import type {
  Accumulation,
  Aim,
  Comparison,
  ObservationStatus,
  RagRating,
  TargetKind,
  Unit,
} from "./vocabulary.ts";

/** Everything a suggestion may rest on. Nothing else is looked at, so the reason can say it all. */
export interface RatingInput {
  value: Decimal | null;
  status: ObservationStatus;
  unit: Unit;
  aim: Aim;
  accumulation: Accumulation;
  period: Period;
  target: (TargetTerms & { period: Period; tolerance: Tolerance | null }) | null;
  /** For "maintain last year": the same measure over the same months a year before. */
  maintained?: Decimal | null;
  /** Where the year is heading, when a cumulative figure meets a year-end target. */
  forecast?: Forecast | null;
}

/** The software suggests and gives its reason; an officer judges. Null: nothing is suggested, and the reason says why. */
export interface RagSuggestion {
  suggested: RagRating | null;
  reason: string;
}

export interface ComparisonSuggestion {
  comparison: Comparison | null;
  reason: string;
}

const NOTHING_TO_MEET: Partial<Record<TargetKind, string>> = {
  TO_BE_CONFIRMED: "The target is still to be confirmed",
  INFORMATION_ONLY: "The figure is shown for information only",
  NONE: "There is no target",
};

const NO_TOLERANCE: Tolerance = { kind: "NONE", amount: "0" };

/**
 * Red, amber or green from the target's own tolerance (domain.md §1). A figure that meets its target is green; one that
 * misses by no more than the tolerance is amber; beyond that, or where the target has no tolerance, red.
 */
export function suggestRag(input: RatingInput): RagSuggestion {
  const figure = figureToCompare(input);
  if ("reason" in figure) return { suggested: null, reason: figure.reason };
  const { check, words, tolerance } = figure;
  if (check.met) return { suggested: "GREEN", reason: metReason(words, check) };
  const amber = isWithin(check.shortfall, check.bound, tolerance);
  return {
    suggested: amber ? "AMBER" : "RED",
    reason: `${missedReason(words, check)}, ${toleranceReason(amber, check, tolerance)}`,
  };
}

/**
 * Better, similar or worse than a benchmark or local target, by the aim and with the metric's own tolerance ("0": only
 * equal is similar). Inside a band is similar: the measure is where its target wants it. Outside by no more than the
 * tolerance is similar too.
 */
export function compareWithBenchmark(input: RatingInput & { similarWithin: Decimal }): ComparisonSuggestion {
  const tolerance: Tolerance = { kind: "ABSOLUTE", amount: input.similarWithin };
  const figure = figureToCompare({ ...input, target: input.target && { ...input.target, tolerance } });
  if ("reason" in figure) return { comparison: null, reason: figure.reason };
  const { check, words } = figure;
  if (!check.met) {
    const similar = isWithin(check.shortfall, check.bound, tolerance);
    const reason = `${missedReason(words, check)}, ${toleranceReason(similar, check, tolerance)}`;
    return { comparison: similar ? "SIMILAR" : "WORSE", reason };
  }
  if (input.target?.operator === "BETWEEN") return { comparison: "SIMILAR", reason: metReason(words, check) };
  const margin = subtractDecimals(figure.value, check.bound);
  const similar = isWithin(margin, check.bound, tolerance);
  return { comparison: similar ? "SIMILAR" : "BETTER", reason: metReason(words, check) };
}

interface ComparableFigure {
  value: Decimal;
  check: TargetCheck;
  words: string;
  tolerance: Tolerance;
}

/** The figure that may meet the target, like with like, or the reason why none may. */
function figureToCompare(input: RatingInput): ComparableFigure | { reason: string } {
  const { target, aim, value } = input;
  if (aim === "INFORMATION") return { reason: "The figure is shown for information only" };
  if (target === null) return { reason: "There is no target" };
  const nothing = NOTHING_TO_MEET[target.kind];
  if (nothing) return { reason: nothing };
  if (value === null) return { reason: "There is no figure yet" };
  const needsForecast = meetsYearEndTooSoon(input, target);
  const forecast = needsForecast ? (input.forecast ?? null) : null;
  if (needsForecast && forecast === null) {
    return {
      reason: "A year-to-date figure does not meet a year-end target: it needs a forecast or a milestone",
    };
  }
  const compared = forecast?.value ?? value;
  const check = checkTarget(compared, target, {
    unit: input.unit,
    aim,
    maintained: input.maintained ?? null,
  });
  if (check === null) return { reason: "There is no earlier figure to maintain" };
  const words = forecast ? `Forecast ${show(compared)} (${forecast.basis})` : show(compared);
  return { value: compared, check, words, tolerance: target.tolerance ?? NO_TOLERANCE };
}

/** "Maintain" is exempt: it is compared with the same months of the year before. */
function meetsYearEndTooSoon(input: RatingInput, target: { kind: TargetKind; period: Period }): boolean {
  return (
    input.accumulation === "CUMULATIVE" &&
    input.status !== "FORECAST" &&
    target.kind !== "MAINTAIN" &&
    input.period.end < target.period.end &&
    containsPeriod(target.period, input.period)
  );
}

function metReason(words: string, check: TargetCheck): string {
  if (check.byRounding) return `${words} meets ${show(check.bound)} at the precision the target was set in`;
  return `${words} meets the target`;
}

function missedReason(words: string, { shortfall, bound, side }: TargetCheck): string {
  if (compareDecimals(shortfall, "0") === 0)
    return `${words} equals ${show(bound)}, which the target excludes`;
  return `${words} is ${show(shortfall)} ${side === "BELOW" ? "below" : "above"} ${show(bound)}`;
}

function toleranceReason(within: boolean, check: TargetCheck, tolerance: Tolerance): string {
  if (tolerance.kind === "NONE") return "and the target has no tolerance";
  const margin = show(allowance(check.bound, tolerance));
  const share = tolerance.kind === "RELATIVE" ? ` (${tolerance.amount}% of the target)` : "";
  return `${within ? "within" : "outside"} the tolerance of ${margin}${share}`;
}

/** Grouped, with no needless noughts after the point in worked-out margins ("54.6000" → "54.6"). */
function show(value: Decimal): string {
  return groupThousands(value.replace(/(\.\d+?)0{2,}$/, "$1"));
}
