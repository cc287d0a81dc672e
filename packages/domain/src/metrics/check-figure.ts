import { PROTECTED_CHARACTERISTICS, type ProtectedCharacteristic } from "../ehria/vocabulary.ts";
import type { Problem } from "../result.ts";
import { compareDecimals, type Decimal, decimalPlaces, divideDecimals, multiplyDecimals } from "./decimal.ts";
import type { Period } from "./period.ts";
import type { Accumulation, NoValueReason, ObservationStatus, Unit } from "./vocabulary.ts";

/** A figure as somebody wants to record it, whether typed or out of a file. */
export interface FigureDraft {
  period: Period;
  status: ObservationStatus;
  value: Decimal | null;
  numerator: Decimal | null;
  denominator: Decimal | null;
  /** A count beside a rate ("33 admissions"), and what it counts. */
  count: Decimal | null;
  countOf: string | null;
  noValueReason: NoValueReason | null;
  /** When results are due, in words or as a date. */
  expectedOn: string | null;
  note: string | null;
  breakdown: { characteristic: string; category: string } | null;
}

export interface FigureMeasure {
  unit: Unit;
  accumulation: Accumulation;
}

export const FIGURE_LIMITS = { note: 2_000, expectedOn: 100, countOf: 100, category: 100 } as const;

/**
 * What stands in the way of recording a figure, each with the input that it is about. None: it may be recorded.
 * `today` is an ISO date. Units and periods decide what is impossible; what is only odd is a doubt ({@link doubtsAbout}).
 */
export function checkFigure(draft: FigureDraft, measure: FigureMeasure, today: string): Problem[] {
  const rules: [holds: boolean, path: string, message: string][] = [
    ...blankRules(draft),
    ...amountRules(draft, measure.unit),
    ...periodRules(draft, measure, today),
    ...wordRules(draft),
  ];
  return rules.filter(([holds]) => !holds).map(([, path, message]) => ({ path, message }));
}

type Rule = [holds: boolean, path: string, message: string];

const blankRules = ({ status, value, noValueReason, expectedOn }: FigureDraft): Rule[] => [
  [
    value !== null || noValueReason !== null,
    "value",
    "Give a value, or say why there is none: no value is not nought.",
  ],
  [value === null || noValueReason === null, "noValueReason", "Give a value or a reason for none, not both."],
  // Whoever has yet to give one of the two need not be told what each of them would make the status.
  [
    (value === null) === (noValueReason === null) || (status === "NOT_AVAILABLE") === (value === null),
    "status",
    "The status NOT_AVAILABLE is for a figure without a value, and only for that.",
  ],
  [value === null || expectedOn === null, "expectedOn", "A value is here already, so nothing is expected."],
];

/** Money and scores may be negative; shares, counts, rates and lengths of time may not. Percentages can be changes. */
const NEVER_NEGATIVE: readonly Unit[] = ["COUNT", "RATE_PER_100K", "RATE_PER_1000", "DAYS", "HOURS"];

const notNegative = (amount: Decimal | null): boolean => amount === null || compareDecimals(amount, "0") >= 0;

const amountRules = (draft: FigureDraft, unit: Unit): Rule[] => {
  const { value, numerator, denominator, count, countOf } = draft;
  const whole = numerator !== null && denominator !== null;
  return [
    [
      !NEVER_NEGATIVE.includes(unit) || notNegative(value),
      "value",
      "A figure of this kind can't be below nought.",
    ],
    [notNegative(numerator), "numerator", "A numerator can't be below nought."],
    [
      denominator === null || compareDecimals(denominator, "0") > 0,
      "denominator",
      "A denominator is more than nought: nothing can be a share of none.",
    ],
    [
      unit !== "PERCENT" || !whole || compareDecimals(numerator, denominator) <= 0,
      "numerator",
      "The numerator of a percentage can't be more than its denominator. Have they changed places?",
    ],
    [
      value !== null || (numerator === null && denominator === null && count === null),
      "value",
      "Parts and counts belong to a value: give the value too.",
    ],
    [notNegative(count), "count", "A count can't be below nought."],
    [countOf === null || count !== null, "countOf", "Give the count as well as what it counts."],
  ];
};

const periodRules = ({ period, status }: FigureDraft, measure: FigureMeasure, today: string): Rule[] => [
  [
    measure.accumulation !== "CUMULATIVE" || period.kind !== "SNAPSHOT",
    "period",
    "This metric grows through a period, so its figures are for months, quarters or years and not for one day.",
  ],
  [
    period.start <= today || status === "FORECAST" || status === "NOT_AVAILABLE",
    "period",
    `${period.label} has not begun: until then only a forecast can be recorded.`,
  ],
];

const wordRules = ({ note, expectedOn, countOf, breakdown }: FigureDraft): Rule[] => [
  withinLimit(note, "note", "note"),
  withinLimit(expectedOn, "expectedOn", "expectedOn"),
  withinLimit(countOf, "countOf", "countOf"),
  withinLimit(breakdown?.category ?? null, "category", "breakdown.category"),
  [breakdown === null || breakdown.category !== "", "breakdown.category", "Name the category."],
  [
    breakdown === null ||
      PROTECTED_CHARACTERISTICS.includes(breakdown.characteristic as ProtectedCharacteristic),
    "breakdown.characteristic",
    "Choose a protected characteristic.",
  ],
];

const withinLimit = (text: string | null, limit: keyof typeof FIGURE_LIMITS, path: string): Rule => [
  (text ?? "").length <= FIGURE_LIMITS[limit],
  path,
  `Use ${FIGURE_LIMITS[limit]} characters or fewer.`,
];

/**
 * What a careful reader would ask about a figure that may well be right. Doubts are kept with the figure and shown;
 * they never stop it: a percentage over 100 occurs in real returns, and sources contradict themselves (domain.md §1).
 */
export function doubtsAbout(draft: FigureDraft, measure: FigureMeasure, today: string): string[] {
  const { value, numerator, denominator, period, status } = draft;
  const isPercent = measure.unit === "PERCENT" && value !== null;
  const doubts = [
    isPercent && compareDecimals(value, "100") > 0 ? `${value}% is more than 100%` : null,
    isPercent && compareDecimals(value, "0") < 0 ? `${value}% is less than 0%` : null,
    isPercent ? percentageDoubt(value, numerator, denominator) : null,
    measure.unit === "COUNT" && value !== null && decimalPlaces(value) > 0 && !value.match(/\.0+$/)
      ? "A count is usually a whole number"
      : null,
    status === "ACTUAL" && period.end > today ? `Recorded as actual before ${period.label} had ended` : null,
  ];
  return doubts.filter((doubt) => doubt !== null);
}

function percentageDoubt(
  value: Decimal,
  numerator: Decimal | null,
  denominator: Decimal | null,
): string | null {
  if (numerator === null || denominator === null) return null;
  const worked = divideDecimals(multiplyDecimals(numerator, "100"), denominator, decimalPlaces(value));
  if (worked === null || compareDecimals(worked, value) === 0) return null;
  return `${numerator} of ${denominator} makes ${worked}%, not ${value}%`;
}

/** Whether two figures say the same, to the digit: "11.0" and "11" do not, for precision is part of a value. */
export function isSameFigure(left: RecordedFigure, right: RecordedFigure): boolean {
  return FIGURE_FIELDS.every((field) => (left[field] ?? null) === (right[field] ?? null));
}

const FIGURE_FIELDS = [
  "status",
  "value",
  "numerator",
  "denominator",
  "count",
  "countOf",
  "noValueReason",
  "expectedOn",
  "note",
] as const satisfies readonly (keyof FigureDraft)[];

export type RecordedFigure = Pick<FigureDraft, (typeof FIGURE_FIELDS)[number]>;
