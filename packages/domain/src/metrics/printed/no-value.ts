import { MONTH_NAMES, monthNumber, pad } from "../calendar.ts";
import type { NoValueReason } from "../vocabulary.ts";
import { fullYear, readYearSpan } from "./period-hint.ts";

/** Why a cell holds no figure, and when one is expected, if the cell says so. */
export interface PrintedNoValue {
  noValueReason: NoValueReason;
  /** "May 2018", "2018/19", "Autumn 2023". */
  expectedOn: string | null;
  /** Code of that month or financial year; null for a season. */
  expectedPeriod: string | null;
}

type Expected = Pick<PrintedNoValue, "expectedOn" | "expectedPeriod">;

const UNDATED: Expected = { expectedOn: null, expectedPeriod: null };
const MONTH_AND_YEAR = "([a-z]{3,9}) ?['’-]{0,2}(\\d{4}|\\d{2})";

/** Every form of blank in the papers. The first group of digits or words after a reason is when to expect the figure. */
const FORMS: ReadonlyArray<readonly [RegExp, NoValueReason, (groups: string[]) => Expected | null]> = [
  [/^n\/?a$/i, "NOT_APPLICABLE", () => UNDATED],
  [/^tbc$/i, "TO_BE_CONFIRMED", () => UNDATED],
  [/^for information only$/i, "INFORMATION_ONLY", () => UNDATED],
  [new RegExp(`^(?:survey results? )?due ${MONTH_AND_YEAR}$`, "i"), "RESULTS_DUE", expectMonth],
  [
    new RegExp(`^\\d{2}/\\d{2} user survey results available ${MONTH_AND_YEAR}$`, "i"),
    "RESULTS_DUE",
    expectMonth,
  ],
  [/^next survey due (\d{4}\/\d{2})$/i, "SURVEY_BIENNIAL", expectYear],
  [/^survey is biennial and not completed in [\d/-]+$/i, "SURVEY_BIENNIAL", () => UNDATED],
  [
    /^survey is biennial and will next run in ((?:spring|summer|autumn|winter) \d{4})$/i,
    "SURVEY_BIENNIAL",
    expectSeason,
  ],
  [/^no (?:statutory )?carers survey in [\d/-]+$/i, "SURVEY_BIENNIAL", () => UNDATED],
  [/^survey not to be undertaken in [\d/-]+ due to [\w-]+$/i, "SURVEY_NOT_RUN", () => UNDATED],
  [/^not published by [\w ]+ during [\w ]+$/i, "PUBLICATION_SUSPENDED", () => UNDATED],
  // Whoever publishes nationally left it out that year: of the ten kinds this is the nearest.
  [/^no national data published$/i, "PUBLICATION_SUSPENDED", () => UNDATED],
  [/^not collected$/i, "NOT_COLLECTED", () => UNDATED],
  [/^suppressed$/i, "SUPPRESSED", () => UNDATED],
  [/^data quality issues?$/i, "DATA_QUALITY", () => UNDATED],
];

/** Reads a cell that holds words in place of a figure; null when it is not one of the known blanks. */
export function readNoValue(text: string): PrintedNoValue | null {
  for (const [pattern, noValueReason, expect] of FORMS) {
    const match = pattern.exec(text);
    const expected = match ? expect(match.slice(1)) : null;
    if (expected) return { noValueReason, ...expected };
  }
  return null;
}

function expectMonth([name = "", year = ""]: string[]): Expected | null {
  const month = monthNumber(name);
  if (month === null) return null;
  const full = fullYear(year);
  return { expectedOn: `${MONTH_NAMES[month - 1]} ${full}`, expectedPeriod: `${full}-${pad(month)}` };
}

function expectYear([span = ""]: string[]): Expected | null {
  return readYearSpan(span) === null ? null : { expectedOn: span, expectedPeriod: span.replace("/", "-") };
}

function expectSeason([season = ""]: string[]): Expected {
  return { expectedOn: season, expectedPeriod: null };
}
