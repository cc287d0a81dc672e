import { financialYear, periodOf } from "@due-regard/domain/metrics/period";
import {
  parsePrintedCode,
  parsePrintedRank,
  parsePrintedRating,
} from "@due-regard/domain/metrics/printed/parse-printed-marks";
import { parsePrintedTarget } from "@due-regard/domain/metrics/printed/parse-printed-target";
import { parsePrintedValue } from "@due-regard/domain/metrics/printed/parse-printed-value";
import { normaliseWhiteSpace } from "@due-regard/domain/metrics/printed/printed-text";
import { buildCityObservations } from "./build-city-observations.ts";
import { buildCityStandings } from "./build-city-standings.ts";
import type { Catalogue } from "./catalogue.ts";
import { quarterCellPeriod } from "./cell-periods.ts";
import { type CityRowContext, findUnreadableInCityRow } from "./city-row.ts";
import type { CityPaper } from "./papers.ts";
import { doubtsAbout, figureKey, readCell, recorded, recordedOn, setTarget } from "./record-cells.ts";
import type { DashboardRowRecord, PerformanceRecords } from "./records.ts";

type Built = Pick<
  PerformanceRecords,
  "editions" | "rows" | "observations" | "targets" | "ratings" | "standings" | "benchmarks" | "findings"
>;

const TOLERANCE_NOTE = "The paper’s key calls within 0.5 of the target amber";

/** Everything that the City's quarter 3 paper says, row by row. */
export function buildCityRecords(paper: CityPaper, meetingDate: string, catalogue: Catalogue): Built {
  const { organisation, edition, scheme, title, sourceKey } = paper;
  const contexts = paper.rows.map((row): CityRowContext => {
    const metric = catalogue.printedAs({ ...row, organisation });
    return {
      paper,
      row,
      place: { sourceKey, organisationCode: organisation, metric, recordedAt: recordedOn(meetingDate) },
      current:
        metric.reporting === "IN_YEAR" ? quarterCellPeriod(metric, paper.year, 3) : financialYear(paper.year),
      baseline: financialYear(paper.year - 1),
    };
  });
  return {
    editions: [
      { organisationCode: organisation, period: edition, scheme, title, reportedOn: meetingDate, sourceKey },
    ],
    rows: contexts.map((context, index) => buildRow(context, index + 1)),
    observations: contexts.flatMap(buildCityObservations),
    targets: contexts.map(buildTarget),
    ratings: contexts.flatMap(buildRating),
    standings: contexts.flatMap(buildCityStandings),
    benchmarks: contexts.flatMap(buildBenchmark),
    findings: contexts.flatMap(findUnreadableInCityRow),
  };
}

function buildRow(
  { paper, row, place, current, baseline }: CityRowContext,
  position: number,
): DashboardRowRecord {
  const { value: rank } = parsePrintedRank(row.englandRank);
  const { code, title, rating, target, q3, englandRank, comments } = row;
  return {
    organisationCode: paper.organisation,
    editionPeriod: paper.edition,
    paperRow: row.id,
    position,
    metricCode: place.metric.code,
    title: normaliseWhiteSpace(row.variant ? `${title} (${row.variant})` : title),
    layer: null,
    outcome: null,
    supportingOutcome: null,
    betterCareFund: false,
    currentPeriod: current.code,
    currentIsForecast: false,
    previousPeriod: baseline.code,
    targetPeriod: financialYear(paper.year).code,
    ratingPeriod: paper.edition,
    standingPeriod: rank === null ? null : baseline.code,
    printed: {
      code,
      title,
      rating,
      // The arrows were pictures and are lost.
      progress: null,
      target,
      current: q3,
      previous: row.baseline,
      rank: englandRank,
      comments,
    },
    doubts: [
      ...row.doubts.map((doubt) => doubt.text),
      ...parsePrintedCode(row.code).doubts.map((doubt) => doubt.text),
      ...[row.q3, row.baseline].flatMap((cell) => readCell(cell).doubts),
    ],
  };
}

function buildTarget({ paper, row, place }: CityRowContext): PerformanceRecords["targets"][number] {
  const target = parsePrintedTarget(row.target, { aim: place.metric.aim });
  const terms = {
    tolerance: paper.amberMeans,
    toleranceNote: TOLERANCE_NOTE,
    doubts: doubtsAbout(row, "target"),
  };
  return setTarget(place, financialYear(paper.year), target, terms);
}

function buildRating({ paper, row, place }: CityRowContext): PerformanceRecords["ratings"] {
  const { value } = parsePrintedRating(row.rating);
  if (value === null) return [];
  return [
    {
      ...figureKey(place, periodOf(paper.edition)),
      scheme: paper.scheme,
      judged: value,
      comparison: null,
      reason: "As printed in the committee paper",
      sourceKey: place.sourceKey,
      doubts: doubtsAbout(row, "rating"),
      ...recorded(place),
    },
  ];
}

function buildBenchmark({ row, place, baseline }: CityRowContext): PerformanceRecords["benchmarks"] {
  const { value, printed } = parsePrintedValue(row.englandAverage);
  if (value === null) return [];
  const figure = {
    metricCode: place.metric.code,
    group: "England",
    period: baseline.code,
    value,
    display: printed,
  };
  return [
    { ...figure, sourceKey: place.sourceKey, doubts: doubtsAbout(row, "benchmark"), ...recorded(place) },
  ];
}
