import { monthNumber, pad } from "../calendar.ts";
import { academicYear, financialYear, monthRange, type Period } from "../period.ts";

/** What a cell says about its own period. Years are those in which the financial or academic year starts. */
export type PeriodHint =
  | { kind: "MONTHS"; from: number; to: number; year: number | null }
  | { kind: "FINANCIAL_YEAR"; year: number }
  | { kind: "ACADEMIC_YEAR"; year: number }
  | { kind: "FULL_YEAR" };

/** "17/18", "2016/17", "2019-20", "2019/2020" → the year it starts in; null when the two halves don't follow. */
export function readYearSpan(text: string): number | null {
  const match = /^(\d{4}|\d{2})\s?[/–-]\s?(\d{4}|\d{2})$/.exec(text.trim());
  if (!match) return null;
  const start = fullYear(match[1] ?? "");
  return fullYear(match[2] ?? "") === start + 1 ? start : null;
}

/** "18" → 2018, "2018" → 2018. */
export function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

/** "Apr-Nov", "Apr-Nov 2016", "Academic year 17/18", "2016/17", "full year"; null when it is none of these. */
export function readPeriodHint(text: string): PeriodHint | null {
  if (/^full[- ]year$/i.test(text)) return { kind: "FULL_YEAR" };
  const academic = /^academic year (.+)$/i.exec(text);
  if (academic) return hintOfYear("ACADEMIC_YEAR", readYearSpan(academic[1] ?? ""));
  const months = /^([a-z]{3,9})\s?[-–]\s?([a-z]{3,9})(?: (\d{4}))?$/i.exec(text);
  if (months) return hintOfMonths(months[1] ?? "", months[2] ?? "", months[3]);
  return hintOfYear("FINANCIAL_YEAR", readYearSpan(text));
}

/** The period that a hint means in a column about the financial year that starts in `year`. */
export function resolvePeriodHint(hint: PeriodHint, year: number): Period {
  switch (hint.kind) {
    case "FULL_YEAR":
      return financialYear(year);
    case "FINANCIAL_YEAR":
      return financialYear(hint.year);
    case "ACADEMIC_YEAR":
      return academicYear(hint.year);
    case "MONTHS":
      return monthRange(monthIn(hint.from, hint.year ?? year), monthIn(hint.to, hint.year ?? year));
  }
}

/** January to March belong to the year after the one in which the financial year starts. */
function monthIn(month: number, financialYearStart: number): string {
  return `${financialYearStart + (month < 4 ? 1 : 0)}-${pad(month)}`;
}

function hintOfMonths(from: string, to: string, year: string | undefined): PeriodHint | null {
  const [first, last] = [monthNumber(from), monthNumber(to)];
  if (first === null || last === null) return null;
  return { kind: "MONTHS", from: first, to: last, year: year === undefined ? null : Number(year) };
}

function hintOfYear(kind: "FINANCIAL_YEAR" | "ACADEMIC_YEAR", year: number | null): PeriodHint | null {
  return year === null ? null : { kind, year };
}
