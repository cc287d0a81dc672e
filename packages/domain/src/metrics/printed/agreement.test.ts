import { describe, expect, it } from "vitest";
import { compareDecimals } from "../decimal.ts";
import type { Aim, NoValueReason, ObservationStatus } from "../vocabulary.ts";
import targets from "./fixtures/paper-targets.json" with { type: "json" };
import values from "./fixtures/paper-values.json" with { type: "json" };
import { parsePrintedTarget } from "./parse-printed-target.ts";
import { parsePrintedValue } from "./parse-printed-value.ts";
import { readPeriodHint } from "./period-hint.ts";

/*
 * Every distinct figure and target cell of the four County dashboards, the City's quarter 3 and the carers' survey, each
 * with the reading that a person made of it. The parser must agree; where it must not, EXCEPTIONS gives the reason.
 */

interface ValueCase {
  printed: string;
  value?: string;
  unit?: string;
  numerator?: string;
  denominator?: string;
  count?: string;
  countOf?: string;
  status: string;
  reason?: string;
  printedPrecision?: number;
  partsRounded?: boolean;
  period?: string;
  scalePrinted?: string;
  expected?: string;
  where: string;
}

interface TargetCase {
  printed: string;
  aim: string;
  column: string;
  operator?: string;
  low?: string;
  high?: string;
  unit?: string;
  count?: string;
  status: string;
  kind: string;
  source?: string;
  operatorInferred?: boolean;
  where: string;
}

const STATUSES: Record<string, ObservationStatus> = {
  actual: "ACTUAL",
  forecast: "FORECAST",
  "not-available": "NOT_AVAILABLE",
  "not-published": "NOT_AVAILABLE",
  blank: "NOT_AVAILABLE",
};

const REASONS: Record<string, NoValueReason> = {
  "survey result due": "RESULTS_DUE",
  "no survey this year (biennial)": "SURVEY_BIENNIAL",
  "no survey that year (biennial)": "SURVEY_BIENNIAL",
  "survey cancelled (Covid-19)": "SURVEY_NOT_RUN",
  "source suspended": "PUBLICATION_SUSPENDED",
  "not applicable or not collected": "NOT_APPLICABLE",
};

/** Where the person knew more than the cell says. The parser doesn't guess: the loader's own file carries the correction. */
const EXCEPTIONS: Record<string, { person: Partial<ValueCase>; parser: Partial<ValueCase>; reason: string }> =
  {
    "19.0 (Apr-Nov 2019)": {
      person: { value: "19000" },
      parser: { value: "19.0" },
      reason: "The paper lost the k; only its text (19,000 hours, the year before) tells",
    },
  };

function expected(one: ValueCase): ValueCase {
  const exception = EXCEPTIONS[one.printed];
  return exception ? { ...one, ...exception.parser } : one;
}

describe("printed figures agree with the reading by hand", () => {
  it("covers every distinct cell", () => {
    expect(new Set(values.map((one) => one.printed)).size).toBe(369);
    expect(
      Object.keys(EXCEPTIONS).filter((printed) => !values.some((one) => one.printed === printed)),
    ).toEqual([]);
  });

  it.each((values as ValueCase[]).map((one) => [one.where, one.printed, expected(one)] as const))(
    "%s: %s",
    (_where, printed, hand) => {
      const read = parsePrintedValue(printed);
      expect(read.doubts.map((doubt) => doubt.kind)).toEqual(hand.status === "blank" ? ["BLANK"] : []);
      expect(read.status).toBe(STATUSES[hand.status]);
      expect(sameNumber(read.value, hand.value)).toBe(true);
      expect(sameNumber(read.numerator, hand.numerator)).toBe(true);
      expect(sameNumber(read.denominator, hand.denominator)).toBe(true);
      expect(sameNumber(read.count, hand.count)).toBe(true);
      expect(read.countOf).toBe(hand.countOf ?? null);
      expect(read.partsRounded).toBe(hand.partsRounded ?? false);
      expect(read.scalePrinted).toBe(hand.scalePrinted ?? null);
      if (hand.printedPrecision !== undefined) expect(read.printedPrecision).toBe(hand.printedPrecision);
      if (hand.reason !== undefined) expect(read.noValueReason).toBe(REASONS[hand.reason]);
      if (hand.period !== undefined) expect(read.period).toEqual(readPeriodHint(hand.period));
      expect(read.unit).toBe(unitPrinted(printed, hand));
      expect(read.expectedPeriod ?? read.expectedOn).toBe(expectedText(hand.expected));
    },
  );
});

describe("printed targets agree with the reading by hand", () => {
  it("covers every distinct cell", () => {
    expect(new Set(targets.map((one) => one.printed)).size).toBe(90);
  });

  it.each((targets as TargetCase[]).map((one) => [one.where, one.printed, one] as const))(
    "%s: %s",
    (_where, printed, hand) => {
      const read = parsePrintedTarget(printed, {
        aim: hand.aim as Aim,
        column: hand.column as "TARGET" | "MILESTONE",
      });
      expect(read.doubts).toEqual([]);
      expect(read.operator).toBe(hand.operator ?? "NONE");
      expect(read.kind).toBe(kindByHand(hand));
      expect(sameNumber(read.low, hand.low)).toBe(true);
      expect(sameNumber(read.high, hand.high)).toBe(true);
      expect(sameNumber(read.count, hand.count)).toBe(true);
      expect(read.local).toBe(hand.source === "local");
      expect(read.operatorInferred).toBe(hand.operatorInferred ?? false);
    },
  );
});

/** The hand's unit often comes from the measure; the parser gives it only where the cell prints one. */
function unitPrinted(printed: string, hand: ValueCase): string | null {
  if (hand.value === undefined) return null;
  if (hand.unit === "AVERAGE_DELAYED_DAYS_PER_MONTH") return "DAYS";
  const shown = printed.includes("%")
    ? "PERCENT"
    : /per 100(k|,000) pop/i.test(printed)
      ? "RATE_PER_100K"
      : null;
  if (shown !== null) expect(shown).toBe(hand.unit);
  return shown;
}

function expectedText(expected: string | undefined): string | null {
  if (expected === undefined) return null;
  return expected === "2023-autumn" ? "Autumn 2023" : expected.replace("/", "-");
}

/** In the hand's reading a band is a TARGET or MILESTONE with two bounds, and a blank is a TARGET with a status. */
function kindByHand(hand: TargetCase): string {
  if (hand.operator === "BETWEEN") return "BAND";
  if (hand.operator === "MAINTAIN") return "MAINTAIN";
  if (hand.status === "none") return "NONE";
  if (hand.status === "to-be-confirmed") return "TO_BE_CONFIRMED";
  return hand.status === "for-information-only" ? "INFORMATION_ONLY" : hand.kind;
}

function sameNumber(read: string | null, hand: string | undefined): boolean {
  if (read === null || hand === undefined) return read === null && hand === undefined;
  return compareDecimals(read, hand) === 0;
}
