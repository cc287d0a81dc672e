import { type Decimal, groupThousands } from "./decimal.ts";
import type { NoValueReason, ObservationStatus, Unit } from "./vocabulary.ts";

/** What is known of a figure that was recorded by hand. A figure from a paper is shown as the paper prints it instead. */
export interface ValueToShow {
  status: ObservationStatus;
  value: Decimal | null;
  unit: Unit;
  numerator?: Decimal | null;
  denominator?: Decimal | null;
  count?: Decimal | null;
  countOf?: string | null;
  noValueReason?: NoValueReason | null;
  /** "May 2023", as an officer or a paper put it. */
  expectedOn?: string | null;
}

const UNIT_TEXT: Record<Unit, (figure: string) => string> = {
  PERCENT: (figure) => `${figure}%`,
  COUNT: (figure) => figure,
  RATE_PER_100K: (figure) => `${figure} per 100,000`,
  RATE_PER_1000: (figure) => `${figure} per 1,000`,
  DAYS: (figure) => `${figure} days`,
  HOURS: (figure) => `${figure} hours`,
  CURRENCY: (figure) => (figure.startsWith("-") ? `-£${figure.slice(1)}` : `£${figure}`),
  SCORE: (figure) => figure,
};

/** Words for each kind of blank: {when} is filled in where a date is known, and dropped with its comma where not. */
const REASON_TEXT: Record<NoValueReason, readonly [plain: string, dated: string]> = {
  SURVEY_NOT_RUN: ["Survey not run", "Survey not run, next due {when}"],
  SURVEY_BIENNIAL: [
    "No survey this year: it runs every two years",
    "Survey runs every two years, next due {when}",
  ],
  RESULTS_DUE: ["Survey results awaited", "Survey results due {when}"],
  PUBLICATION_SUSPENDED: ["Not published nationally", "Not published nationally, expected {when}"],
  NOT_COLLECTED: ["Not collected", "Not collected, expected {when}"],
  SUPPRESSED: ["Suppressed to protect privacy", "Suppressed to protect privacy"],
  INFORMATION_ONLY: ["For information only", "For information only"],
  DATA_QUALITY: [
    "Withheld: doubts about data quality",
    "Withheld: doubts about data quality, expected {when}",
  ],
  TO_BE_CONFIRMED: ["To be confirmed", "To be confirmed {when}"],
  NOT_APPLICABLE: ["Not applicable", "Not applicable"],
};

/** "96.0", PERCENT → "96.0%". Thousands are grouped; the printed precision stays. */
export function formatDecimal(value: Decimal, unit: Unit): string {
  return UNIT_TEXT[unit](groupThousands(value));
}

/** Why there is no figure, in words: "Survey results due May 2023". */
export function formatNoValue(reason: NoValueReason, expectedOn?: string | null): string {
  const [plain, dated] = REASON_TEXT[reason];
  return expectedOn ? dated.replace("{when}", expectedOn) : plain;
}

/**
 * A figure for people: "95% (4,784 out of 5,000)", "462.0 per 100,000 (669 admissions) (forecast)",
 * "Survey results due May 2023". No value is words, never nought.
 */
export function formatValue(shown: ValueToShow): string {
  if (shown.value === null)
    return formatNoValue(shown.noValueReason ?? "NOT_APPLICABLE", shown.expectedOn ?? null);
  return [
    formatDecimal(shown.value, shown.unit),
    partsText(shown),
    countText(shown),
    statusText(shown.status),
  ]
    .filter((part) => part !== "")
    .join(" ");
}

function partsText({ numerator, denominator }: ValueToShow): string {
  if (!numerator || !denominator) return "";
  return `(${groupThousands(numerator)} out of ${groupThousands(denominator)})`;
}

function countText({ count, countOf }: ValueToShow): string {
  if (!count) return "";
  return `(${[groupThousands(count), countOf].filter(Boolean).join(" ")})`;
}

function statusText(status: ObservationStatus): string {
  const shown: Partial<Record<ObservationStatus, string>> = {
    FORECAST: "(forecast)",
    PROVISIONAL: "(provisional)",
    ESTIMATE: "(estimate)",
  };
  return shown[status] ?? "";
}
