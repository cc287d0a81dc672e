import { type Period, periodOf } from "@due-regard/domain/metrics/period";
import {
  parsePrintedAim,
  parsePrintedCode,
  parsePrintedProgress,
  parsePrintedQuartile,
  parsePrintedRating,
} from "@due-regard/domain/metrics/printed/parse-printed-marks";
import {
  type PrintedTarget,
  parsePrintedTarget,
} from "@due-regard/domain/metrics/printed/parse-printed-target";
import type { Catalogue } from "./catalogue.ts";
import { currentCellPeriod, previousCellPeriod } from "./cell-periods.ts";
import type { CountyPaper, CountyRow } from "./papers.ts";
import { type CellPlace, type ReadCell, readCell, recordedOn } from "./record-cells.ts";
import type { Finding } from "./records.ts";

/** One row of a County dashboard with its cells read and its periods settled. */
export interface CountyRowContext {
  paper: CountyPaper;
  row: CountyRow;
  place: CellPlace;
  edition: Period;
  current: ReadCell;
  currentPeriod: Period;
  previous: ReadCell;
  previousPeriod: Period;
  target: PrintedTarget;
}

/** Reads a row. A measure that the catalogue does not know throws. */
export function readCountyRow(
  paper: CountyPaper,
  row: CountyRow,
  meetingDate: string,
  catalogue: Catalogue,
): CountyRowContext {
  const metric = catalogue.printedAs({ organisation: paper.organisation, code: row.code, title: row.title });
  const { sourceKey, organisation: organisationCode, year } = paper;
  const edition = periodOf(paper.edition);
  const current = readCell(row.current, row.corrections?.current);
  const currentPeriod = currentCellPeriod(metric, current.read, { period: edition, year });
  const previous = readCell(row.previous, row.corrections?.previous);
  return {
    paper,
    row,
    place: { sourceKey, organisationCode, metric, recordedAt: recordedOn(meetingDate) },
    edition,
    current,
    currentPeriod,
    previous,
    previousPeriod: previousCellPeriod(metric, previous.read, currentPeriod, year),
    target: parsePrintedTarget(row.target, { aim: metric.aim, column: paper.targetColumn }),
  };
}

/** The reader's doubts, and those that the parser found in the row's marks and figures. */
export function countyRowDoubts({ row, current, previous, target }: CountyRowContext): string[] {
  const marks = [
    row.code === null ? [] : parsePrintedCode(row.code).doubts,
    parsePrintedAim(row.aim).doubts,
    parsePrintedRating(row.rating).doubts,
    parsePrintedProgress(row.progress ?? null).doubts,
    parsePrintedQuartile(row.quartile ?? null).doubts,
    target.doubts,
  ].flat();
  return [
    ...row.doubts.map((doubt) => doubt.text),
    ...marks.map((doubt) => doubt.text),
    ...current.doubts,
    ...previous.doubts,
  ];
}

/** The cells of a row that could not be read at all. */
export function findUnreadableInCountyRow({
  paper,
  row,
  current,
  previous,
  target,
}: CountyRowContext): Finding[] {
  const marks = [
    ["aim", parsePrintedAim(row.aim).doubts],
    ["rating", parsePrintedRating(row.rating).doubts],
    ["progress", parsePrintedProgress(row.progress ?? null).doubts],
    ["quartile", parsePrintedQuartile(row.quartile ?? null).doubts],
    ["code", row.code === null ? [] : parsePrintedCode(row.code).doubts],
    ["current", current.read.doubts],
    ["previous", previous.read.doubts],
    ["target", target.doubts],
  ] as const;
  return marks.flatMap(([cell, doubts]) =>
    doubts
      .filter((doubt) => doubt.kind === "UNREADABLE" || doubt.kind === "BLANK")
      .map((doubt) => ({ sourceKey: paper.sourceKey, row: row.id, cell, text: doubt.text })),
  );
}
