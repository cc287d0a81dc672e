import {
  academicYear,
  financialYear,
  monthRange,
  type Period,
  periodOf,
  previousPeriod,
} from "@due-regard/domain/metrics/period";
import type { PrintedTarget } from "@due-regard/domain/metrics/printed/parse-printed-target";
import type { PrintedValue } from "@due-regard/domain/metrics/printed/parse-printed-value";
import { resolvePeriodHint } from "@due-regard/domain/metrics/printed/period-hint";
import type { CatalogueMetric } from "./papers.ts";

/*
 * Which period a printed figure is about. A cell that says so wins. Otherwise: a survey's figure is for the financial
 * year; adult learning's for the academic year; anything else in the current column is the year to date of the edition.
 */

type Reported = Pick<CatalogueMetric, "reporting" | "accumulation">;

/** The period of a cell in a dashboard's current column. `year` is the one in which the financial year starts. */
export function currentCellPeriod(
  metric: Reported,
  cell: PrintedValue,
  edition: { period: Period; year: number },
): Period {
  if (cell.period) return resolvePeriodHint(cell.period, edition.year);
  return wholeYear(metric, edition.year) ?? edition.period;
}

/**
 * The period of a cell in the column for the year before. Counts that grow through the year are set beside the same
 * months a year earlier; percentages, rates and surveys beside the whole year, as the papers do.
 */
export function previousCellPeriod(
  metric: Reported,
  cell: PrintedValue,
  current: Period,
  year: number,
): Period {
  if (cell.period) return resolvePeriodHint(cell.period, year - 1);
  const whole = wholeYear(metric, year - 1);
  if (whole) return whole;
  return metric.accumulation === "CUMULATIVE" ? previousPeriod(current) : financialYear(year - 1);
}

/** A milestone is for the year to that month; every other target is for the financial year. */
export function targetCellPeriod(target: PrintedTarget, year: number): Period {
  if (target.milestoneMonth === null) return financialYear(year);
  return resolvePeriodHint({ kind: "MONTHS", from: 4, to: target.milestoneMonth, year: null }, year);
}

/**
 * The City's columns for quarters 1 to 3: the year to date at the quarter's end for what is counted through the year
 * (admissions, carers supported, delayed transfers), the quarter itself for what is a position (self-directed support
 * "as at snapshot date", mental health).
 */
export function quarterCellPeriod(
  metric: Pick<CatalogueMetric, "quarterly">,
  year: number,
  quarter: 1 | 2 | 3,
): Period {
  const code = `${financialYear(year).code}-Q${quarter}`;
  if (metric.quarterly !== "YEAR_TO_DATE") return periodOf(code);
  return monthRange(`${year}-04`, periodOf(code).end.slice(0, 7));
}

function wholeYear({ reporting }: Reported, year: number): Period | null {
  if (reporting === "ACADEMIC_YEAR") return academicYear(year);
  return reporting === "IN_YEAR" ? null : financialYear(year);
}
