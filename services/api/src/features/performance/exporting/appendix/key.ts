import type { Cell, CellText, Row, Table } from "@due-regard/document/document";
import type { DashboardColumn } from "@due-regard/domain/metrics/dashboard-columns";
import type { EffectiveRating } from "@due-regard/domain/metrics/headline-counts";
import type { RatingScheme } from "@due-regard/domain/metrics/vocabulary";
import type { AppendixColumn } from "./columns.ts";
import { progressText, ratingText } from "./marks.ts";

/** The key to the columns: every word and sign that a cell may hold, and what it means. */

interface KeyEntry {
  sign: CellText;
  meaning: string;
  /** Left out where no cell of the column has it. Absent: always there, as one step of a scale. */
  occurs?: RegExp;
}

const entry = (text: string, meaning: string, occurs: RegExp): KeyEntry => ({
  sign: { text },
  meaning,
  occurs,
});

export const RATINGS: Record<RatingScheme, readonly [EffectiveRating, string][]> = {
  RAG: [
    ["GREEN", "On target, or on course to meet it"],
    ["AMBER", "Off the target, but within its tolerance: worth watching"],
    ["RED", "Set to miss the target: needs close attention or action"],
    [null, "No figure or target to judge by, or shown for information"],
  ],
  BENCHMARK: [
    ["BETTER", "Better than the latest national average or the local target"],
    ["SIMILAR", "Similar to the latest national average or the local target"],
    ["WORSE", "Below the latest national average or the local target"],
    [null, "No figure or yardstick to judge by, or shown for information"],
  ],
};

/** A column that needs no explaining is not here. */
const ENTRIES: Partial<Record<DashboardColumn, (scheme: RatingScheme) => KeyEntry[]>> = {
  CODE: () => [
    entry(
      "ASCOF",
      "A measure of the Adult Social Care Outcomes Framework, which is national, with its code",
      /^ASCOF/,
    ),
    entry("Local", "A measure that the council defines and calculates for itself", /^Local/),
    entry("Printed", "The code as the paper prints it, where that is another", /^Printed:/),
    entry("Better Care Fund", "Also a measure of the Better Care Fund", /^Better Care Fund/),
  ],
  AIM: () => [
    entry("High, Low", "Which way is good", /^(High|Low)$/),
    entry(
      "Target band",
      "Good while it stays within the target’s two ends, which are part of it",
      /^Target band/,
    ),
    entry("For information", "Shown without a rating", /^For information/),
  ],
  RATING: (scheme) => [
    ...RATINGS[scheme].map(([rating, meaning]) => ({ sign: ratingText(rating), meaning })),
    entry(
      "Suggested",
      "Worked out from the target and its tolerance, because no officer’s judgement is recorded",
      /^Suggested$/,
    ),
  ],
  PROGRESS: () => [
    { sign: progressText("BETTER"), meaning: "Improved on the earlier figure, whichever way is good" },
    { sign: progressText("SIMILAR"), meaning: "Much the same as the earlier figure" },
    { sign: progressText("WORSE"), meaning: "Not as good as the earlier figure" },
    { sign: progressText(null), meaning: "A figure is missing, or the measure is for information" },
  ],
  TARGET: () => [
    entry("<, >", "Less than, more than. No sign: at least, or at most where low is good", /[<>]/),
    entry("6-11%", "A band from one figure to the other, both part of it", /\d%?\s?[-–]\s?\d+%/),
  ],
  CURRENT: () => [
    entry(
      "Revised since",
      "What the figure is known to be now, where that is not what is shown",
      /^Revised since/,
    ),
    entry(
      "Full-year forecast",
      "Where the year was heading, not what had happened",
      /full[- ]year forecast/i,
    ),
  ],
  QUARTILE: () => [
    entry(
      "Top to Bottom",
      "In which quarter of the English authorities that reported the council stands",
      /^(Top|Second|Third|Bottom)$/,
    ),
  ],
  RANK: () => [
    entry(
      "1 of 152",
      "The council’s place among the English authorities that reported: 1 is best",
      /\d\sof\s\d/,
    ),
    entry("(=)", "The place is shared", /\(=\)/),
  ],
};

/** Only what occurs in the tables is explained: `cellsOf` hands out the cells of a column. */
export function keyTable(
  columns: readonly AppendixColumn[],
  scheme: RatingScheme,
  cellsOf: (column: AppendixColumn) => readonly Cell[],
): Table {
  const rows = columns.flatMap((column) => {
    const texts = cellsOf(column).flatMap((cell) => cell.map(({ text }) => text));
    const entries = column.shows.flatMap((shown) => ENTRIES[shown]?.(scheme) ?? []);
    return entries
      .filter(({ occurs }) => !occurs || texts.some((text) => occurs.test(text)))
      .map(
        ({ sign, meaning }): Row => ({
          cells: [[{ text: column.heading }], [sign], [{ text: meaning }]],
        }),
      );
  });
  return {
    kind: "table",
    whole: true,
    caption: "What stands in the columns of the tables above",
    columns: [
      { heading: "Column", share: 2 },
      { heading: "Sign or word", share: 2, rowHeading: true },
      { heading: "Meaning", share: 6 },
    ],
    rows,
  };
}
