import type { DashboardColumn } from "@due-regard/domain/metrics/dashboard-columns";
import type * as words from "@due-regard/domain/metrics/vocabulary";
import { describedEnum } from "./described-enum.ts";

export const AimEnum = describedEnum<words.Aim>("Aim", "Which way a metric should go.", {
  HIGH: "Higher is better.",
  LOW: "Lower is better.",
  BAND: "Best inside a band; both ends are inside.",
  INFORMATION: "For information: never rated.",
});

export const UnitEnum = describedEnum<words.Unit>("Unit", "What a value counts.", {
  PERCENT: "Percentage: 96.0 means 96.0%.",
  COUNT: "Things or events.",
  RATE_PER_100K: "Per 100,000 people of the population concerned.",
  RATE_PER_1000: "Per 1,000 people of the population concerned.",
  DAYS: "Days; for delayed transfers, average days in a month.",
  HOURS: "Hours.",
  CURRENCY: "Pounds sterling.",
  SCORE: "Points on the measure's own scale.",
});

export const AccumulationEnum = describedEnum<words.Accumulation>(
  "Accumulation",
  "How a value builds up. It decides whether a forecast may be pro-rated.",
  {
    SNAPSHOT: "The position on a day.",
    PERIOD: "Measured over the whole period, such as a percentage.",
    CUMULATIVE: "Grows through the year, such as a count of visits.",
  },
);

export const ObservationStatusEnum = describedEnum<words.ObservationStatus>(
  "ObservationStatus",
  "What sort of figure it is. A forecast is never passed off as an actual.",
  {
    ACTUAL: "What happened.",
    PROVISIONAL: "What happened, subject to later correction.",
    ESTIMATE: "Worked out where no count was made.",
    FORECAST: "Expected for the whole period.",
    NOT_AVAILABLE: "There is no value; `noValueReason` says why.",
  },
);

export const NoValueReasonEnum = describedEnum<words.NoValueReason>(
  "NoValueReason",
  "Why there is no value. No value is not zero.",
  {
    SURVEY_NOT_RUN: "The survey was cancelled or not run.",
    SURVEY_BIENNIAL: "The survey runs every two years, and this is not one of them.",
    RESULTS_DUE: "Results are due; `expectedOn` says when.",
    PUBLICATION_SUSPENDED: "The source has suspended publication.",
    NOT_COLLECTED: "Not collected for this period.",
    SUPPRESSED: "Left out to protect people's identity. It is not zero.",
    INFORMATION_ONLY: "For information only.",
    DATA_QUALITY: "Held back because of doubts about its quality.",
    TO_BE_CONFIRMED: "To be confirmed.",
    NOT_APPLICABLE: "Does not apply here.",
  },
);

export const RatingSchemeEnum = describedEnum<words.RatingScheme>("RatingScheme", "How a dashboard rates.", {
  RAG: "Red, Amber or Green against a target (County dashboards to 2020/21).",
  BENCHMARK: "Better, similar or below the national average or a local target (from 2022/23).",
});

export const RagRatingEnum = describedEnum<words.RagRating>("RagRating", "Red, Amber or Green.", {
  RED: "Close monitoring or significant action is required.",
  AMBER: "Light-touch monitoring is required.",
  GREEN: "No action is required.",
});

export const ComparisonEnum = describedEnum<words.Comparison>(
  "Comparison",
  "How one figure stands to another, by the metric's aim and not by its sign.",
  {
    BETTER: "Better by the metric's aim.",
    SIMILAR: "Within the metric's own tolerance.",
    WORSE: "Worse by the metric's aim.",
  },
);

export const QuartileEnum = describedEnum<words.Quartile>(
  "Quartile",
  "Quarter of the authorities that reported, best first; a boundary value belongs to the better one.",
  { TOP: "Best quarter.", SECOND: "Second quarter.", THIRD: "Third quarter.", BOTTOM: "Last quarter." },
);

export const PeriodKindEnum = describedEnum<words.PeriodKind>("PeriodKind", "What sort of period it is.", {
  FINANCIAL_YEAR: "April to March: 2019-20.",
  QUARTER: "Quarter of a financial year: 2019-20-Q3.",
  MONTH: "Calendar month: 2019-11.",
  MONTH_RANGE: "From month to month, such as the year to date: 2019-04/2019-11.",
  ACADEMIC_YEAR: "August to July: AY2017-18.",
  SNAPSHOT: "One day: 2017-12-31.",
});

export const TargetKindEnum = describedEnum<words.TargetKind>("TargetKind", "What sort of yardstick it is.", {
  TARGET: "A number to reach by the end of the period.",
  MILESTONE: "A number to reach at a point on the way.",
  BAND: "A range to stay within.",
  MAINTAIN: "No worse than the year before.",
  BENCHMARK: "Somebody else's figure used as the yardstick, such as the England average.",
  TO_BE_CONFIRMED: "Not decided yet.",
  INFORMATION_ONLY: "The measure is shown for information.",
  NONE: "No target is set.",
});

export const TargetOperatorEnum = describedEnum<words.TargetOperator>(
  "TargetOperator",
  "How a value is held against the target.",
  {
    GT: "More than `low`.",
    GTE: "At least `low`.",
    LT: "Less than `high`.",
    LTE: "At most `high`.",
    BETWEEN: "From `low` to `high`, both included.",
    MAINTAIN: "No worse than the same measure a year before.",
    NONE: "There is nothing to compare with.",
  },
);

export const ToleranceKindEnum = describedEnum<words.ToleranceKind>(
  "ToleranceKind",
  "How the margin of a target is measured. It belongs to the target: there is no blanket rule.",
  {
    ABSOLUTE: "In the metric's own unit: percentage points for a percentage.",
    RELATIVE: "As a percentage of the target.",
    NONE: "No margin is set.",
  },
);

export const EffectiveRatingEnum = describedEnum<words.RagRating | words.Comparison | "NONE">(
  "EffectiveRating",
  "What a row is rated in the end, in either scheme: `Rating.effective`, or NONE.",
  {
    GREEN: "On target.",
    AMBER: "Within the target's tolerance.",
    RED: "To miss.",
    BETTER: "Better than the benchmark or local target.",
    SIMILAR: "Similar to it.",
    WORSE: "Below it.",
    NONE: "No judgement.",
  },
);

export const ForecastMethodEnum = describedEnum<words.ForecastMethod>(
  "ForecastMethod",
  "Where a forecast comes from.",
  {
    LINEAR: "Straight line from the year to date.",
    PROFILED: "The share of the year that past years had reached by the same month.",
    OFFICER: "An officer's judgement, as printed in a paper or entered.",
  },
);

export const DashboardColumnEnum = describedEnum<DashboardColumn>(
  "DashboardColumn",
  "What a column of a dashboard shows.",
  {
    CODE: "The measure's framework and code.",
    MEASURE: "The measure's name.",
    AIM: "Which way it should go.",
    RATING: "How it is rated.",
    PROGRESS: "Whether it improved.",
    TARGET: "What it is held against.",
    NEXT_TARGET: "What it will be held against next.",
    EARLIER_THIS_YEAR: "Figures of the same year before the current one, such as its first quarters.",
    CURRENT: "The current figure.",
    PREVIOUS: "The figure that it is compared with.",
    BENCHMARK: "The nation's figure.",
    QUARTILE: "Quartile among authorities.",
    RANK: "Rank among authorities.",
    EARLIER_RANK: "Rank among authorities a year before.",
    COMMENTS: "What is said about it.",
  },
);
