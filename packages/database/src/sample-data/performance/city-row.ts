import type { Period } from "@due-regard/domain/metrics/period";
import { parsePrintedRank } from "@due-regard/domain/metrics/printed/parse-printed-marks";
import { parsePrintedTarget } from "@due-regard/domain/metrics/printed/parse-printed-target";
import { parsePrintedValue } from "@due-regard/domain/metrics/printed/parse-printed-value";
import type { CityPaper, CityRow } from "./papers.ts";
import type { CellPlace } from "./record-cells.ts";
import type { Finding } from "./records.ts";

/** One row of the City's paper with its periods settled. */
export interface CityRowContext {
  paper: CityPaper;
  row: CityRow;
  place: CellPlace;
  /** Period of the quarter 3 column: the year to date, the quarter, or for surveys the whole year. */
  current: Period;
  baseline: Period;
}

/** The cells of a row that could not be read at all. */
export function findUnreadableInCityRow({ paper, row, place }: CityRowContext): Finding[] {
  const { baseline, englandAverage, q1, q2, q3, samePeriodLastYear, forecast, whyNoFigure } = row;
  const figures = { baseline, englandAverage, q1, q2, q3, samePeriodLastYear, forecast, whyNoFigure };
  const read = Object.entries(figures).flatMap(([cell, printed]) =>
    printed === undefined ? [] : parsePrintedValue(printed).doubts.map((doubt) => ({ cell, doubt })),
  );
  const target = parsePrintedTarget(row.target, { aim: place.metric.aim }).doubts.map((doubt) => ({
    cell: "target",
    doubt,
  }));
  const ranks = [row.englandRank, row.previousRank].flatMap((printed) =>
    parsePrintedRank(printed).doubts.map((doubt) => ({ cell: "rank", doubt })),
  );
  const all = [...read, ...target, ...ranks].filter(
    ({ doubt }) => doubt.kind === "UNREADABLE" || doubt.kind === "BLANK",
  );
  return all.map(({ cell, doubt }) => ({ sourceKey: paper.sourceKey, row: row.id, cell, text: doubt.text }));
}
