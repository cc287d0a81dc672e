import { periodOf } from "@due-regard/domain/metrics/period";
import {
  parsePrintedQuartile,
  parsePrintedRating,
} from "@due-regard/domain/metrics/printed/parse-printed-marks";
import { parsePrintedTarget } from "@due-regard/domain/metrics/printed/parse-printed-target";
import { normaliseWhiteSpace } from "@due-regard/domain/metrics/printed/printed-text";
import type { Catalogue } from "./catalogue.ts";
import { targetCellPeriod } from "./cell-periods.ts";
import type { CountyPaper, CountyRow } from "./papers.ts";
import {
  type CountyRowContext,
  countyRowDoubts,
  findUnreadableInCountyRow,
  readCountyRow,
} from "./read-county-row.ts";
import { doubtsAbout, figureKey, observe, recorded, setTarget } from "./record-cells.ts";
import type { DashboardRowRecord, PerformanceRecords } from "./records.ts";
import type { ElementFinder } from "./strategy-elements.ts";

type Built = Pick<
  PerformanceRecords,
  "editions" | "rows" | "observations" | "targets" | "ratings" | "standings" | "benchmarks" | "findings"
>;

const TOLERANCE_NOTE = "The paper states no tolerance: this one was set to suggest what officers judged";

/** Everything that one County dashboard says, row by row. */
export function buildCountyRecords(
  paper: CountyPaper,
  meetingDate: string,
  catalogue: Catalogue,
  findElement: ElementFinder,
): Built {
  const { organisation, edition, scheme, title, sourceKey } = paper;
  const built: Built = {
    editions: [
      { organisationCode: organisation, period: edition, scheme, title, reportedOn: meetingDate, sourceKey },
    ],
    rows: [],
    observations: [],
    targets: [],
    ratings: [],
    standings: [],
    benchmarks: [],
    findings: [],
  };
  for (const [index, row] of paper.rows.entries()) {
    const context = readCountyRow(paper, row, meetingDate, catalogue);
    built.rows.push(buildRow(context, index + 1, findElement));
    built.observations.push(...buildObservations(context));
    built.targets.push(...buildTargets(context));
    built.ratings.push(...buildRating(context));
    built.standings.push(...buildStanding(context));
    built.benchmarks.push(...buildBenchmark(context));
    built.findings.push(...findUnreadableInCountyRow(context));
  }
  return built;
}

function buildRow(
  context: CountyRowContext,
  position: number,
  findElement: ElementFinder,
): DashboardRowRecord {
  const { paper, row, place, current, currentPeriod, previousPeriod, target } = context;
  const outcome = findElement(paper.plan, row.outcome, null);
  const quartile = parsePrintedQuartile(row.quartile ?? null).value;
  return {
    organisationCode: paper.organisation,
    editionPeriod: paper.edition,
    paperRow: row.id,
    position,
    metricCode: place.metric.code,
    title: normaliseWhiteSpace(row.title),
    layer: findElement(paper.departmentPlan, row.layer, null),
    outcome,
    supportingOutcome: findElement(paper.plan, row.supportingOutcome, outcome.element),
    betterCareFund: row.betterCareFund,
    currentPeriod: currentPeriod.code,
    currentIsForecast: current.read.status === "FORECAST",
    previousPeriod: previousPeriod.code,
    targetPeriod: targetCellPeriod(target, paper.year).code,
    ratingPeriod: paper.edition,
    standingPeriod: quartile === null ? null : paper.quartileYear,
    printed: printedCells(row),
    doubts: countyRowDoubts(context),
  };
}

function printedCells(row: CountyRow): DashboardRowRecord["printed"] {
  const { code, title, aim, rating, progress, target, nextTarget, current, previous, quartile } = row;
  const cells = { code, title, aim, rating, progress, target, nextTarget, current, previous, quartile };
  const present = Object.entries(cells).filter(([, cell]) => cell !== undefined);
  return Object.fromEntries(
    present.map(([name, cell]) => [name, cell === null ? null : normaliseWhiteSpace(String(cell))]),
  );
}

function buildObservations(context: CountyRowContext): PerformanceRecords["observations"] {
  const { row, place, current, currentPeriod, previous, previousPeriod, target } = context;
  // "N/A" beside a target that says "No statutory carers survey" is a survey that does not run this year.
  const explained = current.read.noValueReason === "NOT_APPLICABLE" ? target.noValueReason : null;
  const surveyed = explained === "SURVEY_BIENNIAL" ? explained : null;
  const unfinished =
    place.metric.reporting === "ACADEMIC_YEAR" && currentPeriod.end > place.recordedAt.slice(0, 10);
  return [
    observe(place, currentPeriod, current, {
      ...(surveyed ? { noValueReason: surveyed, note: target.printed } : {}),
      ...(unfinished && current.read.status === "ACTUAL" ? { status: "PROVISIONAL" as const } : {}),
      doubts: doubtsAbout(row, "current"),
    }),
    observe(place, previousPeriod, previous, { doubts: doubtsAbout(row, "previous") }),
  ].filter((one) => one !== null);
}

function buildTargets({ paper, row, place, target }: CountyRowContext): PerformanceRecords["targets"] {
  const { metric } = place;
  const similar =
    metric.similarWithin === null ? null : ({ kind: "ABSOLUTE", amount: metric.similarWithin } as const);
  const tolerance = paper.scheme === "RAG" ? metric.tolerance : similar;
  const terms = { tolerance, toleranceNote: TOLERANCE_NOTE, doubts: doubtsAbout(row, "target") };
  const inForce = setTarget(place, targetCellPeriod(target, paper.year), target, terms);
  if (row.nextTarget === undefined) return [inForce];
  const next = parsePrintedTarget(row.nextTarget, { aim: metric.aim });
  return [inForce, setTarget(place, targetCellPeriod(next, paper.year + 1), next, { ...terms, doubts: [] })];
}

function buildRating({ paper, row, place, edition }: CountyRowContext): PerformanceRecords["ratings"] {
  const rating = parsePrintedRating(row.rating);
  if (rating.value === null) return [];
  return [
    {
      ...figureKey(place, edition),
      scheme: paper.scheme,
      judged: rating.value,
      comparison: null,
      reason: "As printed in the committee paper",
      sourceKey: place.sourceKey,
      doubts: [...doubtsAbout(row, "rating"), ...rating.doubts.map((doubt) => doubt.text)],
      ...recorded(place),
    },
  ];
}

function buildStanding({ paper, row, place }: CountyRowContext): PerformanceRecords["standings"] {
  const { value, doubts } = parsePrintedQuartile(row.quartile ?? null);
  if (value === null || paper.quartileYear === null) return [];
  return [
    {
      ...figureKey(place, periodOf(paper.quartileYear)),
      group: "England",
      quartile: value,
      rank: null,
      of: null,
      tied: null,
      display: normaliseWhiteSpace(row.quartile ?? ""),
      sourceKey: place.sourceKey,
      doubts: [...doubtsAbout(row, "quartile"), ...doubts.map((doubt) => doubt.text)],
      ...recorded(place),
    },
  ];
}

function buildBenchmark({ place, target }: CountyRowContext): PerformanceRecords["benchmarks"] {
  const value = target.low ?? target.high;
  if (target.kind !== "BENCHMARK" || value === null || target.basis?.kind !== "FINANCIAL_YEAR") return [];
  const period = `${target.basis.year}-${String((target.basis.year + 1) % 100).padStart(2, "0")}`;
  const { metric, sourceKey } = place;
  const figure = { metricCode: metric.code, group: "England", period, value, display: target.printed };
  return [{ ...figure, sourceKey, doubts: [], ...recorded(place) }];
}
