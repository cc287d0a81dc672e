import { lastDayOfMonth, MONTH_NAMES } from "./calendar.ts";
import { comparePeriods, financialYearOf, monthRange, type Period, periodOf, shiftPeriod } from "./period.ts";

/**
 * Like is compared with like (domain.md §1): full years make one series, April to November another. Months follow months
 * and quarters quarters; all other stretches come once a year.
 */
export interface Stretch {
  /** The same for periods that may stand in one series. */
  key: string;
  /** For people: “Financial years”, “April to November”. */
  label: string;
}

/** The series that a period belongs to. */
export function stretchOf(period: Period): Stretch {
  const [from, to] = [monthOf(period.start), monthOf(period.end)];
  switch (period.kind) {
    case "FINANCIAL_YEAR":
      return { key: "years", label: "Financial years" };
    case "ACADEMIC_YEAR":
      return { key: "academic-years", label: "Academic years" };
    case "QUARTER":
      return { key: "quarters", label: "Quarters" };
    case "MONTH":
      return { key: "months", label: "Months" };
    case "MONTH_RANGE":
      return { key: `${from}-to-${to}`.toLowerCase(), label: `${from} to ${to}` };
    case "SNAPSHOT":
      return snapshotOf(period.end, to);
  }
}

/** The last day of February stays one series through leap years. */
function snapshotOf(date: string, month: string): Stretch {
  const last = date === lastDayOfMonth(date.slice(0, 7));
  const day = Number(date.slice(8));
  return last
    ? { key: `end-of-${month}`.toLowerCase(), label: `Position at the end of ${month}` }
    : { key: `on-${day}-${month}`.toLowerCase(), label: `Position on ${day} ${month}` };
}

/** The period after this one in its series. */
export function followingPeriod(period: Period): Period {
  if (period.kind === "MONTH") return addMonths(period, 1);
  if (period.kind !== "QUARTER") return shiftPeriod(period, 1);
  const quarter = Number(period.code.slice(-1));
  const year = financialYearOf(period.start);
  return quarter === 4
    ? periodOf(`${shiftPeriod(year, 1).code}-Q1`)
    : periodOf(`${year.code}-Q${quarter + 1}`);
}

/** More than this between two periods is no gap to be drawn: somebody mistyped a year. */
const LONGEST_GAP = 240;

/** The periods of one series from the first of these to the last, in order, with those that nobody reported between them. */
export function fillSeries(periods: readonly Period[]): Period[] {
  const known = new Map(periods.map((period) => [period.code, period]));
  const inOrder = [...known.values()].sort(comparePeriods);
  return inOrder.flatMap((period, index) => {
    const next = inOrder[index + 1];
    return next === undefined ? [period] : [period, ...between(period, next)];
  });
}

function between(from: Period, to: Period): Period[] {
  const missing: Period[] = [];
  let period = followingPeriod(from);
  while (period.end < to.end && missing.length < LONGEST_GAP) {
    missing.push(period);
    period = followingPeriod(period);
  }
  return missing.length < LONGEST_GAP ? missing : [];
}

function addMonths(period: Period, months: number): Period {
  const [year = 0, month = 0] = period.start.split("-").map(Number);
  const date = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 7);
  return monthRange(date, date);
}

function monthOf(date: string): string {
  return MONTH_NAMES[Number(date.slice(5, 7)) - 1] ?? "";
}
