import type { MeasuredImport } from "../../import/measure-import.ts";
import { ratiosOf, type Spread, spreadOf } from "../ratios.ts";
import type { Table } from "../tables.ts";
import type { IngestTurn } from "./ingest.ts";

const inWords = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
const showRate = ({ min, median, max }: Spread): string =>
  `${inWords.format(median)} (${inWords.format(min)}–${inWords.format(max)})`;
const showRatio = ({ min, median, max }: Spread): string =>
  `${median.toFixed(2)} (${min.toFixed(2)}–${max.toFixed(2)})`;

const rateOf = (rows: number, ...steps: readonly { seconds: number }[]): number =>
  rows / steps.reduce((sum, { seconds }) => sum + seconds, 0);

/** Each way to store figures, and how many times as fast the import is. */
export const ingestTable = (turns: readonly IngestTurn[]): Table => {
  const rates = (read: (turn: IngestTurn) => number): number[] => turns.map(read);
  const storing = rates(({ imported, rows }) => rateOf(rows, imported.stage, imported.merge));
  const whole = rates(({ imported, rows }) => rateOf(rows, imported.stage, imported.check, imported.merge));
  const line = (name: string, values: readonly number[]): string[] => [
    name,
    showRate(spreadOf(values)),
    showRatio(ratiosOf(storing, values)),
    showRatio(ratiosOf(whole, values)),
  ];
  const [first] = turns;
  return {
    title: `Storing figures (import of ${inWords.format(first?.rows ?? 0)} rows; median of the rounds, least and most in brackets)`,
    rows: [
      ["way", "rows/s", "stage + merge is so many times as fast", "with the check of every row"],
      line("import: stage + merge", storing),
      line(
        "import: stage",
        rates(({ imported, rows }) => rateOf(rows, imported.stage)),
      ),
      line(
        "import: check of every row",
        rates(({ imported, rows }) => rateOf(rows, imported.check)),
      ),
      line(
        "import: merge",
        rates(({ imported, rows }) => rateOf(rows, imported.merge)),
      ),
      line("import: all three", whole),
      line(
        "bare SQL: COPY, insert … select",
        rates(({ bare, rows }) => rateOf(rows, bare.stage, bare.merge)),
      ),
      line(
        "bare SQL, with the indexes and conditions of figures",
        rates(({ bareIndexed, rows }) => rateOf(rows, bareIndexed.stage, bareIndexed.merge)),
      ),
      line(
        "bare SQL, so: COPY alone",
        rates(({ bareIndexed, rows }) => rateOf(rows, bareIndexed.stage)),
      ),
      line(
        "bare SQL, so: insert … select alone",
        rates(({ bareIndexed, rows }) => rateOf(rows, bareIndexed.merge)),
      ),
      line(
        "Drizzle’s values, 500 at a time",
        rates(({ inChunks }) => inChunks),
      ),
      line(
        "one statement each",
        rates(({ oneByOne }) => oneByOne),
      ),
    ],
  };
};

export const memoryTable = (rows: number, { peakMb, stage, check, merge }: MeasuredImport): Table => ({
  title: "A large file in one import, in a process of its own",
  rows: [
    ["rows", "most memory held, MB", "stage s", "check s", "merge s", "stage + merge rows/s"],
    [
      inWords.format(rows),
      inWords.format(peakMb),
      ...[stage, check, merge].map(({ seconds }) => seconds.toFixed(1)),
      inWords.format(rateOf(rows, stage, merge)),
    ],
  ],
});
