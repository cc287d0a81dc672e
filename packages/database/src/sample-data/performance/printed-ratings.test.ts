import { type Forecast, forecastLinear } from "@due-regard/domain/metrics/forecast";
import { countHeadlines } from "@due-regard/domain/metrics/headline-counts";
import { monthsIn, periodOf } from "@due-regard/domain/metrics/period";
import { parsePrintedProgress } from "@due-regard/domain/metrics/printed/parse-printed-marks";
import { measureProgress } from "@due-regard/domain/metrics/progress";
import { compareWithBenchmark, type RatingInput, suggestRag } from "@due-regard/domain/metrics/rating";
import { describe, expect, it } from "vitest";
import { buildPerformanceRecords } from "./build-performance-records.ts";
import { readPapers } from "./read-papers.ts";
import type { DashboardRowRecord, ObservationRecord } from "./records.ts";

/*
 * The domain's rules against every rating and arrow that the papers print. What the software suggests differs from what
 * an officer judged only where this file lists the row with the reason.
 */

const papers = await readPapers();
const records = buildPerformanceRecords(papers);
const catalogue = new Map(papers.metrics.map((metric) => [metric.code, metric]));

const DIFFERENCES: Record<string, { suggested: string | null; printed: string | null; because: string }> = {
  "2019-20-04": {
    suggested: null,
    printed: "AMBER",
    because:
      "Visits follow the seasons: no straight line forecasts them, and November's count does not meet a year-end target",
  },
  L23: { suggested: "RED", printed: null, because: "The paper sets a target and prints no letter" },
};

const of = (row: DashboardRowRecord) => (one: { metricCode: string; organisationCode: string }) =>
  one.metricCode === row.metricCode && one.organisationCode === row.organisationCode;

function figure(
  row: DashboardRowRecord,
  period: string | null,
  forecast = false,
): ObservationRecord | undefined {
  const reportedOn = records.editions.find((one) => one.period === row.editionPeriod)?.reportedOn ?? "";
  return records.observations
    .filter(of(row))
    .filter((one) => one.period === period && (one.status === "FORECAST") === forecast)
    .filter((one) => one.recordedAt.slice(0, 10) <= reportedOn)
    .at(-1);
}

function ratingInput(row: DashboardRowRecord): RatingInput {
  const metric = catalogue.get(row.metricCode);
  const current = figure(row, row.currentPeriod, row.currentIsForecast);
  const target = records.targets
    .filter(of(row))
    .filter((one) => one.period === row.targetPeriod)
    .at(-1);
  if (!metric || !current || !target) throw new Error(`Row ${row.paperRow} is incomplete`);
  const tolerance = target.toleranceKind
    ? { kind: target.toleranceKind, amount: target.tolerance ?? "0" }
    : null;
  return {
    value: current.value,
    status: current.status,
    unit: current.unit,
    aim: metric.aim,
    accumulation: metric.accumulation,
    period: periodOf(current.period),
    target: { ...target, period: periodOf(target.period), tolerance },
    maintained: figure(row, row.previousPeriod)?.value ?? null,
    forecast: forecastFor(row, current),
  };
}

/** The forecast that the paper gives, else a straight line, but not where seasons decide. */
function forecastFor(row: DashboardRowRecord, current: ObservationRecord): Forecast | null {
  const given = figure(row, row.targetPeriod, true);
  if (given?.value) return { value: given.value, method: "LINEAR", basis: "as the paper gives it" };
  const metric = catalogue.get(row.metricCode);
  if (!metric || metric.tags.includes("seasonal") || current.value === null) return null;
  const { accumulation } = metric;
  return forecastLinear({
    toDate: current.value,
    accumulation,
    monthsElapsed: monthsIn(periodOf(current.period)),
  });
}

const judged = (row: DashboardRowRecord) =>
  records.ratings.filter(of(row)).find((one) => one.period === row.ratingPeriod)?.judged ?? null;

const ragRows = records.rows.filter((row) => row.editionPeriod !== "2022-04/2022-11");
const benchmarkRows = records.rows.filter((row) => row.editionPeriod === "2022-04/2022-11");

describe("suggested and printed RAG ratings", () => {
  it.each(ragRows.map((row) => [row.paperRow, row.title, row] as const))("%s %s", (id, _title, row) => {
    const { suggested } = suggestRag(ratingInput(row));
    const difference = DIFFERENCES[id];
    expect({ suggested, printed: judged(row) }).toEqual(
      difference
        ? { suggested: difference.suggested, printed: difference.printed }
        : { suggested: judged(row), printed: judged(row) },
    );
  });

  it.each([
    ["2017-04/2017-11", "17 on target, 4 within tolerance, 1 to miss, 8 no judgement: 30 measures"],
    ["2019-04/2019-11", "19 on target, 4 within tolerance, 0 to miss, 8 no judgement: 31 measures"],
    ["2020-04/2020-11", "8 on target, 6 within tolerance, 1 to miss, 15 no judgement: 30 measures"],
    ["2017-18-Q3", "8 on target, 1 within tolerance, 4 to miss, 18 no judgement: 31 measures"],
  ])("%s: %s", (edition, sentence) => {
    const rows = ragRows.filter((row) => row.editionPeriod === edition);
    expect(countHeadlines(rows.map(judged), "RAG").sentence).toBe(sentence);
  });

  it("the City's counts are those that it prints", () => {
    const counts = countHeadlines(ragRows.filter((row) => row.paperRow.startsWith("L")).map(judged), "RAG");
    const { good, near, poor, noJudgement } = counts;
    expect({ onTarget: good, withinTolerance: near, toMiss: poor, noJudgement }).toEqual(
      papers.city.printedCounts,
    );
  });
});

describe("the 2022/23 dashboard in its own scheme", () => {
  it("suggests a comparison for every figure with a yardstick; the paper's colours are lost", () => {
    const suggested = benchmarkRows.map((row) => {
      const similarWithin = catalogue.get(row.metricCode)?.similarWithin ?? "0";
      return compareWithBenchmark({ ...ratingInput(row), similarWithin }).comparison;
    });
    expect(countHeadlines(suggested, "BENCHMARK").sentence).toBe(
      "16 better, 4 similar, 3 worse, 7 no judgement: 30 measures",
    );
  });

  it.each(benchmarkRows.map((row) => [row.paperRow, row.title, row] as const))(
    "progress of %s %s",
    (id, _title, row) => {
      const printed = parsePrintedProgress(row.printed.progress ?? null).value;
      const metric = catalogue.get(row.metricCode);
      const { target, value, aim } = ratingInput(row);
      const band = target?.low && target.high ? { low: target.low, high: target.high } : null;
      // A survey that is awaited or not due is compared by its last two results (domain.md §1).
      const [current, previous] =
        value === null
          ? [figure(row, row.previousPeriod)?.value, lastBefore(row, row.previousPeriod)?.value]
          : [value, figure(row, row.previousPeriod)?.value];
      const progress = measureProgress({
        current: current ?? null,
        previous: previous ?? null,
        aim,
        band,
        similarWithin: metric?.similarWithin ?? "0",
        basis: "last year",
      });
      if (printed !== null) expect(progress?.comparison, id).toBe(printed);
      else expect(["BETTER", "SIMILAR", "WORSE", undefined]).toContain(progress?.comparison);
    },
  );
});

/** The last actual figure for a whole year before the given one. */
function lastBefore(row: DashboardRowRecord, period: string | null): ObservationRecord | undefined {
  return records.observations
    .filter(of(row))
    .filter((one) => one.value !== null && one.status === "ACTUAL" && one.period < (period ?? ""))
    .sort((a, b) => a.period.localeCompare(b.period))
    .at(-1);
}
