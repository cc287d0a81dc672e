import type { EffectiveRating } from "@due-regard/domain/metrics/headline-counts";
import type {
  Aim,
  Comparison,
  ForecastMethod,
  Quartile,
  RatingScheme,
  Unit,
} from "@due-regard/domain/metrics/vocabulary";

/** The vocabulary in the words that people read in a file. */

export const AIM_WORDS: Record<Aim, string> = {
  HIGH: "High is good",
  LOW: "Low is good",
  BAND: "Inside its band is good",
  INFORMATION: "For information",
};

const RATING_WORDS: Record<NonNullable<EffectiveRating>, string> = {
  GREEN: "Green",
  AMBER: "Amber",
  RED: "Red",
  BETTER: "Better",
  SIMILAR: "Similar",
  WORSE: "Worse",
};

export const ratingWords = (rating: EffectiveRating): string =>
  rating === null ? "No judgement" : RATING_WORDS[rating];

export const PROGRESS_WORDS: Record<Comparison, string> = {
  BETTER: "Better",
  SIMILAR: "Similar",
  WORSE: "Worse",
};

export const SCHEME_WORDS: Record<RatingScheme, string> = {
  RAG: "Red, amber, green",
  BENCHMARK: "Compared with a benchmark or local target",
};

export const QUARTILE_WORDS: Record<Quartile, string> = {
  TOP: "Top",
  SECOND: "Second",
  THIRD: "Third",
  BOTTOM: "Bottom",
};

export const FORECAST_WORDS: Record<ForecastMethod, string> = {
  LINEAR: "straight line",
  PROFILED: "profiled on past years",
  OFFICER: "officer’s",
};

export const UNIT_WORDS: Record<Unit, string> = {
  PERCENT: "Percentage",
  COUNT: "Count",
  RATE_PER_100K: "Rate per 100,000 people",
  RATE_PER_1000: "Rate per 1,000 people",
  DAYS: "Days",
  HOURS: "Hours",
  CURRENCY: "Pounds",
  SCORE: "Score",
};

const inLondon = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", ...options });
const DAY = inLondon({ day: "numeric", month: "long", year: "numeric" });
const CLOCK = inLondon({ hour: "2-digit", minute: "2-digit", hour12: false });

/** “20 January 2020”, by the calendar of the council. */
export const dayWords = (instant: string): string => DAY.format(new Date(instant));

/** “20 January 2020 at 14:02”. */
export const instantWords = (instant: string): string =>
  `${dayWords(instant)} at ${CLOCK.format(new Date(instant))}`;
