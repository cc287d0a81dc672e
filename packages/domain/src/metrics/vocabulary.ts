/**
 * The words of the metrics domain, named exactly as in the API (design/api.graphql).
 * Lists are `const` tuples so that the database, the schema and the tests can walk them.
 */

/** Which way is good. BAND: inside its bounds. INFORMATION: shown, never rated. */
export const AIMS = ["HIGH", "LOW", "BAND", "INFORMATION"] as const;
export type Aim = (typeof AIMS)[number];

export const UNITS = [
  "PERCENT",
  "COUNT",
  "RATE_PER_100K",
  "RATE_PER_1000",
  "DAYS",
  "HOURS",
  "CURRENCY",
  "SCORE",
] as const;
export type Unit = (typeof UNITS)[number];

/** SNAPSHOT: the position on a day. PERIOD: over the whole period. CUMULATIVE: grows through the year, so only it may be pro-rated. */
export const ACCUMULATIONS = ["SNAPSHOT", "PERIOD", "CUMULATIVE"] as const;
export type Accumulation = (typeof ACCUMULATIONS)[number];

export const OBSERVATION_STATUSES = [
  "ACTUAL",
  "PROVISIONAL",
  "ESTIMATE",
  "FORECAST",
  "NOT_AVAILABLE",
] as const;
export type ObservationStatus = (typeof OBSERVATION_STATUSES)[number];

/** The ten kinds of blank that occur in the papers (domain.md §1): no value is not zero. */
export const NO_VALUE_REASONS = [
  "SURVEY_NOT_RUN",
  "SURVEY_BIENNIAL",
  "RESULTS_DUE",
  "PUBLICATION_SUSPENDED",
  "NOT_COLLECTED",
  "SUPPRESSED",
  "INFORMATION_ONLY",
  "DATA_QUALITY",
  "TO_BE_CONFIRMED",
  "NOT_APPLICABLE",
] as const;
export type NoValueReason = (typeof NO_VALUE_REASONS)[number];

/** RAG until 2020/21; from 2022/23 a comparison with a benchmark or local target. */
export const RATING_SCHEMES = ["RAG", "BENCHMARK"] as const;
export type RatingScheme = (typeof RATING_SCHEMES)[number];

export const RAG_RATINGS = ["RED", "AMBER", "GREEN"] as const;
export type RagRating = (typeof RAG_RATINGS)[number];

/** Judged by the aim, not by the sign: BETTER is an improvement whichever way the number moved. */
export const COMPARISONS = ["BETTER", "SIMILAR", "WORSE"] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** Best first. */
export const QUARTILES = ["TOP", "SECOND", "THIRD", "BOTTOM"] as const;
export type Quartile = (typeof QUARTILES)[number];

export const PERIOD_KINDS = [
  "FINANCIAL_YEAR",
  "QUARTER",
  "MONTH",
  "MONTH_RANGE",
  "ACADEMIC_YEAR",
  "SNAPSHOT",
] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/**
 * What sort of yardstick a target is. A band is BAND wherever it is printed (its period says whether it is a
 * milestone); MAINTAIN carries no number of its own; the last three carry none at all, and say so in words.
 */
export const TARGET_KINDS = [
  "TARGET",
  "MILESTONE",
  "BAND",
  "MAINTAIN",
  "BENCHMARK",
  "TO_BE_CONFIRMED",
  "INFORMATION_ONLY",
  "NONE",
] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** BETWEEN is inclusive at both ends. MAINTAIN: no worse than the same measure a year before. NONE: there is nothing to compare with. */
export const TARGET_OPERATORS = ["GT", "GTE", "LT", "LTE", "BETWEEN", "MAINTAIN", "NONE"] as const;
export type TargetOperator = (typeof TARGET_OPERATORS)[number];

export const FORECAST_METHODS = ["LINEAR", "PROFILED", "OFFICER"] as const;
export type ForecastMethod = (typeof FORECAST_METHODS)[number];

/** How a margin is measured: in the metric's own units (percentage points for a percentage), or as a percentage of the target. */
export const TOLERANCE_KINDS = ["ABSOLUTE", "RELATIVE", "NONE"] as const;
export type ToleranceKind = (typeof TOLERANCE_KINDS)[number];
