import { invalid, ok, type Result } from "../result.ts";
import { addYears, isCalendarDate, lastDayOfMonth, MONTH_NAMES, monthsBetween, pad } from "./calendar.ts";
import type { PeriodKind } from "./vocabulary.ts";

/** A stretch of time that figures are about. `start` and `end` are ISO dates, both included. */
export interface Period {
  /** The code of design/api.graphql: 2019-20 · 2019-20-Q3 · 2019-11 · 2019-04/2019-11 · AY2017-18 · 2017-12-31. */
  code: string;
  /** For people: "2019/20", "April to November 2019". */
  label: string;
  kind: PeriodKind;
  start: string;
  end: string;
}

type Reader = (groups: string[]) => Period | null;

/**
 * One row a form of code, tried in order. 2010-11 could be the financial year or November 2010: the financial year
 * wins, and the month is written as a range, 2010-11/2010-11. (Only 2000-01 to 2011-12 can be read both ways.)
 * Years are 1000 to 2999.
 */
const FORMS: ReadonlyArray<readonly [RegExp, Reader]> = [
  [/^([12]\d{3})-(\d{2})$/, ([year, two]) => readFinancialYear(year, two) ?? readMonth(year, two)],
  [/^([12]\d{3})-(\d{2})-Q([1-4])$/, ([year, two, quarter]) => readQuarter(year, two, quarter)],
  [/^([12]\d{3})-(\d{2})\/([12]\d{3})-(\d{2})$/, ([y1, m1, y2, m2]) => readMonthRange(y1, m1, y2, m2)],
  [/^AY([12]\d{3})-(\d{2})$/, ([year, two]) => readAcademicYear(year, two)],
  [/^([12]\d{3}-\d{2}-\d{2})$/, ([date]) => readSnapshot(date)],
];

/** Few periods are asked about often: a dashboard names the same dozen a thousand times. */
const KNOWN_PERIODS = new Map<string, Period>();
const MOST_KNOWN = 5_000;

function remember(code: string, period: Period): Period {
  if (KNOWN_PERIODS.size >= MOST_KNOWN) KNOWN_PERIODS.clear();
  KNOWN_PERIODS.set(code, Object.freeze(period));
  return period;
}

/** Reads a period code. A code that can't be read is a VALIDATION failure that says what codes look like. */
export function parsePeriod(code: string): Result<Period> {
  const known = KNOWN_PERIODS.get(code);
  if (known) return ok(known);
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(code);
    const period = match ? read(match.slice(1)) : null;
    if (period) return ok(remember(code, period));
  }
  const message = `“${code}” is not a period. Write a financial year (2019-20), quarter (2019-20-Q3), month (2019-11), months (2019-04/2019-11), academic year (AY2017-18) or day (2017-12-31).`;
  return invalid([{ path: "period", message }]);
}

/** The period of a code that is known to be good, such as one that was stored. A bad code is a bug and throws. */
export function periodOf(code: string): Period {
  const result = parsePeriod(code);
  if (!result.ok) throw new Error(`Not a period code: ${code}`);
  return result.value;
}

/** April of `year` to the March after it: financialYear(2019) is 2019/20. */
export function financialYear(year: number): Period {
  return {
    code: `${year}-${pad((year + 1) % 100)}`,
    label: `${year}/${pad((year + 1) % 100)}`,
    kind: "FINANCIAL_YEAR",
    start: `${year}-04-01`,
    end: `${year + 1}-03-31`,
  };
}

/** September of `year` to the August after it: adult learning starts its year in September (County paper of January 2023, paragraph 23). */
export function academicYear(year: number): Period {
  const years = `${year}-${pad((year + 1) % 100)}`;
  return {
    code: `AY${years}`,
    label: `Academic year ${years.replace("-", "/")}`,
    kind: "ACADEMIC_YEAR",
    start: `${year}-09-01`,
    end: `${year + 1}-08-31`,
  };
}

/** From the first day of one month to the last of another. Months are "2019-04". One month alone is a MONTH. */
export function monthRange(from: string, to: string): Period {
  const single = from === to;
  // A single month whose short code would be read as a financial year keeps the code of a range.
  const short = single && !looksLikeFinancialYear(from);
  return {
    code: short ? from : `${from}/${to}`,
    label: labelMonths(from, to),
    kind: single ? "MONTH" : "MONTH_RANGE",
    start: `${from}-01`,
    end: lastDayOfMonth(to),
  };
}

/** The same stretch a year before, which is what a seasonal figure is compared with. */
export function previousPeriod(period: Period): Period {
  return shiftPeriod(period, -1);
}

/** The same stretch some years later; earlier where `years` is below nought. */
export function shiftPeriod(period: Period, years: number): Period {
  const shifted = { start: addYears(period.start, years), end: addYears(period.end, years) };
  const year = Number(shifted.start.slice(0, 4));
  const byKind: Record<PeriodKind, () => Period> = {
    FINANCIAL_YEAR: () => financialYear(year),
    ACADEMIC_YEAR: () => academicYear(year),
    QUARTER: () => periodOf(`${financialYearOf(shifted.start).code}-${period.code.slice(-2)}`),
    MONTH: () => monthRange(shifted.start.slice(0, 7), shifted.start.slice(0, 7)),
    MONTH_RANGE: () => monthRange(shifted.start.slice(0, 7), shifted.end.slice(0, 7)),
    SNAPSHOT: () => periodOf(shifted.start),
  };
  return byKind[period.kind]();
}

/** The period that runs from one day to another: a financial year, an academic year, months or a single day; else null. */
export function periodBetween(start: string, end: string): Period | null {
  const year = Number(start.slice(0, 4));
  const candidates = [
    financialYear(year),
    academicYear(year),
    ...(start <= end && start.endsWith("-01") ? [monthRange(start.slice(0, 7), end.slice(0, 7))] : []),
    ...(start === end ? [periodOf(start)] : []),
  ];
  return candidates.find((period) => period.start === start && period.end === end) ?? null;
}

/** The financial year in which a date falls. */
export function financialYearOf(date: string): Period {
  const year = Number(date.slice(0, 4));
  return financialYear(date.slice(5) < "04-01" ? year - 1 : year);
}

/** Whether `inner` lies wholly within `outer`. */
export function containsPeriod(outer: Period, inner: Period): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Orders periods by where they end, then by where they start: a year to date comes before its full year. */
export function comparePeriods(left: Period, right: Period): number {
  return left.end.localeCompare(right.end) || left.start.localeCompare(right.start);
}

/** How many whole months a period covers; a snapshot covers none. */
export function monthsIn(period: Period): number {
  if (period.kind === "SNAPSHOT") return 0;
  // All others begin on the first day of a month and end on the last of one.
  return monthsBetween(period.start, period.end) + 1;
}

function readFinancialYear(year = "", two = ""): Period | null {
  return followsYear(year, two) ? financialYear(Number(year)) : null;
}

function readAcademicYear(year = "", two = ""): Period | null {
  return followsYear(year, two) ? academicYear(Number(year)) : null;
}

function readMonth(year = "", month = ""): Period | null {
  return isMonth(month) ? monthRange(`${year}-${month}`, `${year}-${month}`) : null;
}

function readQuarter(year = "", two = "", quarter = ""): Period | null {
  const whole = readFinancialYear(year, two);
  if (!whole) return null;
  const firstMonth = 4 + (Number(quarter) - 1) * 3;
  const calendarYear = Number(year) + (firstMonth > 12 ? 1 : 0);
  const from = `${calendarYear}-${pad(((firstMonth - 1) % 12) + 1)}`;
  const to = `${calendarYear}-${pad(((firstMonth + 1) % 12) + 1)}`;
  return {
    code: `${whole.code}-Q${quarter}`,
    label: `Quarter ${quarter}, ${whole.label}`,
    kind: "QUARTER",
    start: `${from}-01`,
    end: lastDayOfMonth(to),
  };
}

function readMonthRange(fromYear = "", fromMonth = "", toYear = "", toMonth = ""): Period | null {
  if (!isMonth(fromMonth) || !isMonth(toMonth)) return null;
  const [from, to] = [`${fromYear}-${fromMonth}`, `${toYear}-${toMonth}`];
  return from <= to ? monthRange(from, to) : null;
}

function readSnapshot(date = ""): Period | null {
  if (!isCalendarDate(date)) return null;
  const [year = "", month = "", day = ""] = date.split("-");
  const label = `${Number(day)} ${MONTH_NAMES[Number(month) - 1]} ${year}`;
  return { code: date, label, kind: "SNAPSHOT", start: date, end: date };
}

function followsYear(year: string, two: string): boolean {
  return Number(two) === (Number(year) + 1) % 100;
}

function looksLikeFinancialYear(code: string): boolean {
  return followsYear(code.slice(0, 4), code.slice(5));
}

function isMonth(two: string): boolean {
  return two >= "01" && two <= "12";
}

function labelMonths(from: string, to: string): string {
  const name = (month: string) => MONTH_NAMES[Number(month.slice(5)) - 1];
  const [fromYear, toYear] = [from.slice(0, 4), to.slice(0, 4)];
  if (from === to) return `${name(from)} ${fromYear}`;
  return fromYear === toYear
    ? `${name(from)} to ${name(to)} ${toYear}`
    : `${name(from)} ${fromYear} to ${name(to)} ${toYear}`;
}
