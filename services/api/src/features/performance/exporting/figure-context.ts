import type { DashboardRow } from "@due-regard/database/read-models/dashboard";
import type { ObservationRow } from "@due-regard/database/read-models/figures";
import { formatDecimal } from "@due-regard/domain/metrics/format-value";
import { periodOf } from "@due-regard/domain/metrics/period";
import type { RatingScheme } from "@due-regard/domain/metrics/vocabulary";
import { forecastOf } from "../../../derive/outlook.ts";
import { progressOf } from "../../../derive/progress.ts";
import { ratingOf } from "../../../derive/result.ts";
import type { SourceRow } from "../../organisations/organisation.graphql.ts";
import { rankRow } from "../rank-figures.ts";
import { FORECAST_WORDS, PROGRESS_WORDS, QUARTILE_WORDS, ratingWords } from "./words.ts";

/** What a dashboard's row says about its figures, each in the words of one cell. */

export interface RowInDashboard {
  row: DashboardRow;
  scheme: RatingScheme;
  organisationId: string;
}

export const ratingCell = ({ row, scheme }: RowInDashboard): string =>
  ratingWords(ratingOf(row, scheme).effective);

export const judgedOrSuggested = ({ row, scheme }: RowInDashboard): string => {
  if (row.rating !== null) return "Judged";
  return ratingOf(row, scheme).effective === null ? "" : "Suggested";
};

export const reasonCell = ({ row, scheme }: RowInDashboard): string => ratingOf(row, scheme).reason;

export const targetCell = ({ row: { target } }: RowInDashboard): string => target?.display ?? "";

export const benchmarkCell = ({ row: { benchmark } }: RowInDashboard): string =>
  benchmark === null ? "" : `${benchmark.display} (${benchmark.group}, ${periodOf(benchmark.period).label})`;

export const progressCell = ({ row }: RowInDashboard): string => {
  const progress = progressOf(row);
  return progress === null ? "" : `${PROGRESS_WORDS[progress.comparison]}, ${progress.basis}`;
};

export const quartileCell = ({ row, organisationId }: RowInDashboard): string => {
  const quartile = row.standing?.quartile ?? rankRow(row, organisationId)?.quartile ?? null;
  return quartile === null ? "" : QUARTILE_WORDS[quartile];
};

export const rankCell = ({ row, organisationId }: RowInDashboard): string => {
  const ranking = rankRow(row, organisationId);
  return ranking === null ? "" : `${ranking.rank}${ranking.tied ? " (=)" : ""} of ${ranking.of}`;
};

export const forecastCell = ({ row }: RowInDashboard): string => {
  const forecast = forecastOf(row);
  if (forecast === null || row.current === null) return "";
  return `${formatDecimal(forecast.value, row.current.unit)} (${FORECAST_WORDS[forecast.method]})`;
};

type Sources = ReadonlyMap<string, SourceRow>;

const sourceOf = (figure: ObservationRow, sources: Sources): SourceRow | undefined =>
  figure.sourceId === null ? undefined : sources.get(figure.sourceId);

export const sourceCell = (figure: ObservationRow, sources: Sources): string =>
  sourceOf(figure, sources)?.title ?? "";

export const meetingCell = (figure: ObservationRow, sources: Sources): string =>
  sourceOf(figure, sources)?.meetingDate ?? "";
