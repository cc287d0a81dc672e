import type {
  NoValueReason,
  ObservationStatus,
  TargetKind,
  TargetOperator,
  ToleranceKind,
  Unit,
} from "@due-regard/domain/metrics/vocabulary";

/** The vocabulary in the words of the forms. */

export const STATUS: Record<ObservationStatus, string> = {
  ACTUAL: "What happened",
  PROVISIONAL: "Provisional: may still be corrected",
  ESTIMATE: "Estimate: no count was made",
  FORECAST: "Forecast for the whole period",
  NOT_AVAILABLE: "Not available",
};

export const NO_VALUE: Record<NoValueReason, string> = {
  SURVEY_NOT_RUN: "The survey was not run",
  SURVEY_BIENNIAL: "The survey runs every two years, and not this year",
  RESULTS_DUE: "Results are awaited",
  PUBLICATION_SUSPENDED: "It was not published nationally",
  NOT_COLLECTED: "It was not collected",
  SUPPRESSED: "It is suppressed to protect privacy",
  INFORMATION_ONLY: "It is for information only",
  DATA_QUALITY: "There are doubts about the data",
  TO_BE_CONFIRMED: "It is to be confirmed",
  NOT_APPLICABLE: "It does not apply",
};

export const TARGET_KIND: Record<TargetKind, string> = {
  TARGET: "A number to reach by the year's end",
  MILESTONE: "A number to reach by a point in the year",
  BAND: "A band to stay inside",
  MAINTAIN: "No worse than last year",
  BENCHMARK: "Somebody else's figure, such as the England average",
  TO_BE_CONFIRMED: "To be confirmed",
  INFORMATION_ONLY: "None: the figure is for information only",
  NONE: "None",
};

export const OPERATOR: Record<TargetOperator, string> = {
  GT: "More than",
  GTE: "At least",
  LT: "Less than",
  LTE: "At most",
  BETWEEN: "Between, both ends included",
  MAINTAIN: "No worse than last year",
  NONE: "Nothing to compare with",
};

export const TOLERANCE: Record<ToleranceKind, string> = {
  NONE: "None: whatever misses the target is red",
  ABSOLUTE: "So many of the metric's own units",
  RELATIVE: "A percentage of the target",
};

export const UNIT_HINT: Record<Unit, string> = {
  PERCENT: "In percent. 46.7 and 46.70 are different precisions: write the noughts that you mean",
  COUNT: "A whole number, such as 107800",
  RATE_PER_100K: "Per 100,000 people, such as 462.0",
  RATE_PER_1000: "Per 1,000 people, such as 14.2",
  DAYS: "In days",
  HOURS: "In hours",
  CURRENCY: "In pounds",
  SCORE: "On the measure's own scale",
};
