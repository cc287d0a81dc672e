import { financialYear, previousPeriod } from "@due-regard/domain/metrics/period";
import { parsePrintedValue } from "@due-regard/domain/metrics/printed/parse-printed-value";
import { quarterCellPeriod } from "./cell-periods.ts";
import type { CityRowContext } from "./city-row.ts";
import type { CityRow } from "./papers.ts";
import { doubtsAbout, observe, readCell } from "./record-cells.ts";
import type { ObservationRecord } from "./records.ts";

/** The baseline, quarters 1 to 3, and the figures for a year before and for the year's end that the comments hold. */
export function buildCityObservations(context: CityRowContext): ObservationRecord[] {
  const { paper, row, place, current, baseline } = context;
  const { metric } = place;
  const baselineCell = readCell(row.baseline);
  const flagged = (cell: { read: { flag: string | null } }) =>
    cell.read.flag ? { note: row.flagMeans ?? null } : {};
  const found: Array<ObservationRecord | null> = [
    observe(place, baseline, baselineCell, {
      ...flagged(baselineCell),
      doubts: doubtsAbout(row, "previous"),
    }),
    observe(place, current, readCell(row.q3), { ...whyNoFigure(row), doubts: doubtsAbout(row, "current") }),
  ];
  for (const [quarter, printed] of [
    [1, row.q1],
    [2, row.q2],
  ] as const) {
    const cell = readCell(printed);
    // "N/A" for an earlier quarter says no more than the current one does.
    if (cell.read.value !== null)
      found.push(observe(place, quarterCellPeriod(metric, paper.year, quarter), cell));
  }
  if (row.samePeriodLastYear) {
    const cell = readCell(row.samePeriodLastYear);
    found.push(
      observe(place, previousPeriod(current), cell, { note: "Given in the comments", ...flagged(cell) }),
    );
  }
  if (row.forecast) {
    const known = {
      status: "FORECAST",
      note: "Given in the comments, straight line from quarter 3",
      forecast: {
        method: "LINEAR",
        basis: "Printed as “Forecast based on Q3”: 9 months of 12, straight line",
      },
    } as const;
    found.push(observe(place, financialYear(paper.year), readCell(row.forecast), known));
  }
  return found.filter((one) => one !== null);
}

/** "N/A" for a survey is explained by the row's comments; anything else keeps its comment as a note. */
function whyNoFigure(row: CityRow): {
  noValueReason?: ObservationRecord["noValueReason"];
  expectedOn?: string | null;
  note?: string | null;
} {
  if (parsePrintedValue(row.q3).value !== null) return {};
  if (row.whyNoFigure === undefined) return { note: row.comments };
  const { noValueReason, expectedOn } = parsePrintedValue(row.whyNoFigure);
  return { noValueReason, expectedOn, note: row.whyNoFigure };
}
