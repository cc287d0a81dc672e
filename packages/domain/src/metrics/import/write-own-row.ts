import type { RecordedFigure } from "../check-figure.ts";
import type { Unit } from "../vocabulary.ts";
import { escapeFormula } from "./formula-safety.ts";
import { OWN_COLUMNS, OWN_FIELDS, type OwnField } from "./own-format.ts";

/** A figure as our own format writes it. */
export interface FigureToWrite extends RecordedFigure {
  metric: string;
  organisation: string;
  period: string;
  unit: Unit;
  breakdown: { characteristic: string; category: string } | null;
  display: string;
  doubts: readonly string[];
  forecastMethod?: string | null;
  forecastBasis?: string | null;
  /** ISO instant, or as Postgres writes one. */
  recordedAt?: string | null;
}

export const OWN_HEADERS: readonly string[] = OWN_FIELDS.map((field) => OWN_COLUMNS[field].header);

const CELLS: Record<OwnField, (figure: FigureToWrite) => string | null> = {
  METRIC: ({ metric }) => metric,
  ORGANISATION: ({ organisation }) => organisation,
  PERIOD: ({ period }) => period,
  STATUS: ({ status }) => status,
  VALUE: ({ value }) => value,
  UNIT: ({ unit }) => unit,
  NUMERATOR: ({ numerator }) => numerator,
  DENOMINATOR: ({ denominator }) => denominator,
  COUNT: ({ count }) => count,
  COUNT_OF: ({ countOf }) => countOf,
  NO_VALUE_REASON: ({ noValueReason }) => noValueReason,
  EXPECTED_ON: ({ expectedOn }) => expectedOn,
  NOTE: ({ note }) => note,
  BREAKDOWN_CHARACTERISTIC: ({ breakdown }) => breakdown?.characteristic ?? null,
  BREAKDOWN_CATEGORY: ({ breakdown }) => breakdown?.category ?? null,
  PRINTED: ({ display }) => display,
  DOUBTS: ({ doubts }) => doubts.join("\n"),
  FORECAST_METHOD: ({ forecastMethod }) => forecastMethod ?? null,
  FORECAST_BASIS: ({ forecastBasis }) => forecastBasis ?? null,
  RECORDED_AT: ({ recordedAt }) => (recordedAt == null ? null : new Date(recordedAt).toISOString()),
};

/** The cells of a figure, in the order of {@link OWN_HEADERS}, none of which a spreadsheet takes for a formula. */
export function writeOwnRow(figure: FigureToWrite): string[] {
  return OWN_FIELDS.map((field) => escapeFormula(CELLS[field](figure) ?? ""));
}
