import { compareDecimals } from "@due-regard/domain/metrics/decimal";
import type { Period } from "@due-regard/domain/metrics/period";
import { checkPercentage } from "@due-regard/domain/metrics/printed/check-arithmetic";
import type { PrintedTarget } from "@due-regard/domain/metrics/printed/parse-printed-target";
import { type PrintedValue, parsePrintedValue } from "@due-regard/domain/metrics/printed/parse-printed-value";
import type { Tolerance } from "@due-regard/domain/metrics/target";
import type { ForecastMethod, NoValueReason, ObservationStatus } from "@due-regard/domain/metrics/vocabulary";
import type { CatalogueMetric, Correction, PaperDoubt } from "./papers.ts";
import type { FigureKey, ObservationRecord, RevisionTimes, TargetRecord } from "./records.ts";
import { reviseByDate } from "./revisions.ts";

/** Where a cell stands: which paper, whose figure, reported when. */
export interface CellPlace {
  sourceKey: string;
  organisationCode: string;
  metric: CatalogueMetric;
  recordedAt: string;
}

/** A figure cell as read, with the printed text that is displayed whatever was made of it. */
export interface ReadCell {
  display: string;
  read: PrintedValue;
  doubts: string[];
}

/** Reads a figure cell. A correction is read in its place and leaves a doubt; parts that don't add up leave one too. */
export function readCell(printed: string, correction?: Correction): ReadCell {
  const asPrinted = parsePrintedValue(printed);
  const read = correction ? parsePrintedValue(correction.readAs) : asPrinted;
  const arithmetic = checkPercentage(read);
  return {
    display: asPrinted.printed,
    read,
    doubts: [
      ...read.doubts.map((doubt) => doubt.text),
      ...(correction ? [`Read as “${correction.readAs}”: ${correction.because}`] : []),
      ...(arithmetic ? [arithmetic] : []),
    ],
  };
}

/** What the row knows beyond the cell itself. */
interface RowKnowledge {
  status?: ObservationStatus;
  noValueReason?: NoValueReason | null;
  expectedOn?: string | null;
  note?: string | null;
  /** How the paper says that its forecast was made, and what it rests on. */
  forecast?: { method: ForecastMethod; basis: string };
  doubts?: string[];
}

/** The observation that a cell makes; null where the cell has neither a figure nor a reason (blank or unreadable). */
export function observe(
  place: CellPlace,
  period: Period,
  cell: ReadCell,
  known: RowKnowledge = {},
): ObservationRecord | null {
  const { read } = cell;
  const noValueReason = known.noValueReason ?? read.noValueReason;
  if (read.value === null && noValueReason === null) return null;
  const status = known.status ?? read.status;
  const asPrinted = {
    method: "OFFICER",
    basis: `Printed as the full-year forecast for ${period.label}`,
  } as const;
  const forecast = status === "FORECAST" ? (known.forecast ?? asPrinted) : null;
  return {
    ...figureKey(place, period),
    status,
    unit: read.unit ?? place.metric.unit,
    value: read.value,
    numerator: read.numerator,
    denominator: read.denominator,
    count: read.count,
    countOf: read.countOf,
    display: cell.display,
    noValueReason: read.value === null ? noValueReason : null,
    expectedOn: known.expectedOn ?? read.expectedOn,
    note: known.note ?? read.note,
    forecastMethod: forecast?.method ?? null,
    forecastBasis: forecast?.basis ?? null,
    sourceKey: place.sourceKey,
    doubts: [...(known.doubts ?? []), ...cell.doubts],
    ...recorded(place),
  };
}

/** The target that a cell makes; also a target that is "to be confirmed" or "N/A", so that it can be shown as printed. */
export function setTarget(
  place: CellPlace,
  period: Period,
  target: PrintedTarget,
  terms: { tolerance: Tolerance | null; toleranceNote: string | null; doubts: string[] },
): TargetRecord {
  const measurable =
    target.operator !== "NONE" && terms.tolerance !== null && terms.tolerance.kind !== "NONE";
  const benchmark =
    target.kind === "BENCHMARK" && target.basis?.kind === "FINANCIAL_YEAR" ? target.basis.year : null;
  return {
    ...figureKey(place, period),
    kind: target.kind,
    operator: target.operator,
    low: target.low,
    high: target.high,
    count: target.count,
    unit: target.operator === "NONE" ? null : (target.unit ?? place.metric.unit),
    display: target.printed,
    toleranceKind: measurable ? (terms.tolerance?.kind as "ABSOLUTE" | "RELATIVE") : null,
    tolerance: measurable ? (terms.tolerance?.amount ?? null) : null,
    benchmarkGroup: benchmark === null ? null : "England",
    benchmarkPeriod:
      benchmark === null ? null : `${benchmark}-${String((benchmark + 1) % 100).padStart(2, "0")}`,
    note: target.note ?? (measurable ? terms.toleranceNote : null),
    sourceKey: place.sourceKey,
    doubts: [...terms.doubts, ...target.doubts.map((doubt) => doubt.text)],
    ...recorded(place),
  };
}

export function figureKey(place: CellPlace, period: Period): FigureKey {
  return {
    metricCode: place.metric.code,
    organisationCode: place.organisationCode,
    period: period.code,
    periodStart: period.start,
    periodEnd: period.end,
  };
}

export function recorded({ recordedAt }: CellPlace): RevisionTimes {
  return { recordedAt, supersededAt: null };
}

/** A paper is on record from the start of the day on which its committee met. */
export function recordedOn(meetingDate: string): string {
  return `${meetingDate}T00:00:00Z`;
}

/** The reader's doubts about one cell of a row. */
export function doubtsAbout(row: { doubts: PaperDoubt[] }, ...cells: string[]): string[] {
  return row.doubts.filter((doubt) => cells.includes(doubt.about)).map((doubt) => doubt.text);
}

/** Forecasts and actuals of one figure live side by side; each has its own line of revisions. */
export function reviseObservations(reported: ObservationRecord[]): ObservationRecord[] {
  const key = (one: ObservationRecord) =>
    [
      one.metricCode,
      one.organisationCode,
      one.period,
      one.status === "FORECAST" ? "forecast" : "actual",
    ].join(" | ");
  return reviseByDate(reported, key, sameFigure);
}

export function reviseTargets(reported: TargetRecord[]): TargetRecord[] {
  const key = (one: TargetRecord) => [one.metricCode, one.organisationCode, one.period].join(" | ");
  return reviseByDate(
    reported,
    key,
    (a, b) => a.kind === b.kind && a.operator === b.operator && a.display === b.display,
  );
}

/** The same figure in other words ("1,373k", "1,373.0k") is no revision. */
function sameFigure(earlier: ObservationRecord, later: ObservationRecord): boolean {
  if (earlier.value === null || later.value === null) {
    return earlier.value === later.value && earlier.noValueReason === later.noValueReason;
  }
  return (
    compareDecimals(earlier.value, later.value) === 0 &&
    earlier.unit === later.unit &&
    (earlier.count === later.count || later.count === null)
  );
}
