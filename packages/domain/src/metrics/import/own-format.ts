import { PROTECTED_CHARACTERISTICS } from "../../ehria/vocabulary.ts";
import { FIGURE_LIMITS } from "../check-figure.ts";
import { FORECAST_METHODS, NO_VALUE_REASONS, OBSERVATION_STATUSES, UNITS } from "../vocabulary.ts";

/**
 * Our own format for figures, one row a figure: what the import reads, the export writes and docs/api.md describes.
 * Headers are compared without case, spaces, underscores and hyphens. Columns that are not listed are not used, and the
 * import says so.
 */
export interface OwnColumn {
  header: string;
  /** Every row must have it, from a column or as one value for all rows. */
  required: boolean;
  means: string;
  /** What may stand there, in words. */
  limit: string;
}

const listed = (words: readonly string[]): string => `One of ${words.join(", ")}`;
const characters = (limit: number): string => `Up to ${limit.toLocaleString("en-GB")} characters`;
const AMOUNT = "A decimal number; thousands may be grouped: 1,373.0";

export const DISPLAY_LIMIT = 500;
export const DOUBTS_LIMIT = 2_000;
export const FORECAST_BASIS_LIMIT = 1_000;

export const OWN_COLUMNS = {
  METRIC: {
    header: "metric",
    required: true,
    means: "The metric’s stable code: 1C pt 2a, LOCAL-prevent",
    limit: "A code that `metrics` knows",
  },
  ORGANISATION: {
    header: "organisation",
    required: true,
    means: "ONS code of the organisation: E10000018",
    limit: "A code that `organisations` knows",
  },
  PERIOD: {
    header: "period",
    required: true,
    means: "Period code: 2019-20, 2019-20-Q3, 2019-11, 2019-04/2019-11, AY2017-18 or 2017-12-31",
    limit: "One of these six forms",
  },
  STATUS: {
    header: "status",
    required: false,
    means: "What sort of figure it is. Blank: ACTUAL, or NOT_AVAILABLE where there is a reason for no value",
    limit: listed(OBSERVATION_STATUSES),
  },
  VALUE: {
    header: "value",
    required: false,
    means:
      "The value in the metric’s unit, exact: 11.0 and 11 are different precisions. A cell as a paper prints it (96.0%, 1.41m, 95% (4,784 out of 5,000)) is read too, and kept as printed. Blank: there is none, so a reason must say why",
    limit: `${AMOUNT}, or a printed figure of up to ${DISPLAY_LIMIT} characters`,
  },
  UNIT: {
    header: "unit",
    required: false,
    means: "This figure’s own unit. Blank: that of the figure it replaces, else the metric’s",
    limit: listed(UNITS),
  },
  NUMERATOR: {
    header: "numerator",
    required: false,
    means: "The part of the denominator, as printed",
    limit: AMOUNT,
  },
  DENOMINATOR: {
    header: "denominator",
    required: false,
    means: "What the numerator is a part of, as printed, of its own year",
    limit: `${AMOUNT}; more than 0`,
  },
  COUNT: {
    header: "count",
    required: false,
    means: "A count beside a rate, such as 33 admissions",
    limit: AMOUNT,
  },
  COUNT_OF: {
    header: "count of",
    required: false,
    means: "What `count` counts",
    limit: characters(FIGURE_LIMITS.countOf),
  },
  NO_VALUE_REASON: {
    header: "no value reason",
    required: false,
    means: "Why there is no value. No value is not 0",
    limit: listed(NO_VALUE_REASONS),
  },
  EXPECTED_ON: {
    header: "expected on",
    required: false,
    means: "When results are due: May 2023",
    limit: characters(FIGURE_LIMITS.expectedOn),
  },
  NOTE: {
    header: "note",
    required: false,
    means: "What a reader should know",
    limit: characters(FIGURE_LIMITS.note),
  },
  BREAKDOWN_CHARACTERISTIC: {
    header: "breakdown characteristic",
    required: false,
    means: "The protected characteristic, for a figure about one group. Blank: everybody",
    limit: listed(PROTECTED_CHARACTERISTICS),
  },
  BREAKDOWN_CATEGORY: {
    header: "breakdown category",
    required: false,
    means: "The group within it: Women, 85 and over",
    limit: characters(FIGURE_LIMITS.category),
  },
  PRINTED: {
    header: "printed",
    required: false,
    means:
      "The figure as its paper prints it, kept to the letter. Blank: made from the value. Where value and reason are both blank, the figure is read from here",
    limit: characters(DISPLAY_LIMIT),
  },
  DOUBTS: {
    header: "doubts",
    required: false,
    means: "What a careful reader noticed, one doubt a line within the cell; those that we find are added",
    limit: characters(DOUBTS_LIMIT),
  },
  FORECAST_METHOD: {
    header: "forecast method",
    required: false,
    means: "How a forecast was made. Its author is whoever imports it",
    limit: `${listed(FORECAST_METHODS)}; with a basis, and only where the status is FORECAST`,
  },
  FORECAST_BASIS: {
    header: "forecast basis",
    required: false,
    means: "What a forecast rests on",
    limit: `${characters(FORECAST_BASIS_LIMIT)}; with a method`,
  },
  RECORDED_AT: {
    header: "recorded at",
    required: false,
    means:
      "When this version of the figure was recorded, as a download says it. The import doesn’t record it: where the figure was revised since, it asks whether the row is meant to take it back",
    limit: "An instant: 2020-01-20T00:00:00.000Z",
  },
} as const satisfies Record<string, OwnColumn>;

export type OwnField = keyof typeof OWN_COLUMNS;

/** In the order in which they are written. */
export const OWN_FIELDS = Object.keys(OWN_COLUMNS) as OwnField[];

/** "Breakdown_Category " → "breakdowncategory": how headers are compared. */
export function plainHeader(header: string): string {
  return header
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_\-–]+/gu, "");
}
