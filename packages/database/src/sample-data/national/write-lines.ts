import { type Authority, authoritiesOn } from "../../reference/authorities.ts";
import { generateFigures, type NationalFigure, type NationalSet, SYNTHETIC } from "./generate-figures.ts";

/** The set as files that can be imported: lines of CSV with their line ends, the header first. */

/** Columns of our own format (docs/api.md), by the headers that the import reads. */
const OWN: readonly [header: string, cell: (figure: NationalFigure) => string | null][] = [
  ["metric", ({ metric }) => metric.code],
  ["organisation", ({ organisation }) => organisation],
  ["period", ({ period }) => period.code],
  ["status", ({ status }) => status],
  ["value", ({ value }) => value],
  ["numerator", ({ numerator }) => numerator],
  ["denominator", ({ denominator }) => denominator],
  ["count", ({ count }) => count],
  ["count of", ({ countOf }) => countOf],
  ["no value reason", ({ noValueReason }) => noValueReason],
  ["expected on", ({ expectedOn }) => expectedOn],
  ["note", ({ note }) => note],
  // Totals alone, and displays are made from the values: the last three columns stay empty.
  ["breakdown characteristic", () => null],
  ["breakdown category", () => null],
  ["printed", () => null],
];

const cell = (text: string | null): string => {
  if (text === null) return "";
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const line = (cells: readonly (string | null)[]): string => `${cells.map(cell).join(",")}\n`;

export function* ownLines(set: NationalSet): Generator<string> {
  yield line(OWN.map(([header]) => header));
  for (const figure of generateFigures(set)) yield line(OWN.map(([, read]) => read(figure)));
}

/** The long format of the national files of the outcomes framework: a line for each of a figure's numbers. */
const ASCOF_HEADERS = [
  "Geographical Code",
  "Geographical Description",
  "Geographical Level",
  "ONS Code",
  "ASCOF Measure Code",
  "Disaggregation Level",
  "Measure Type",
  "Measure_Value",
  "Measure Group",
  "Measure Group Description",
];

/** Written where there is no number. */
const NO_NUMBER = ":";

/**
 * A financial year ("2018-19") of the set in that format: what March says stands for the year. Only metrics of one
 * framework, since the format names none.
 */
export function* ascofLines(set: NationalSet, year: string, framework: string): Generator<string> {
  yield line(ASCOF_HEADERS);
  const from = `${Number(year.slice(0, 4)) + 1}-03`;
  const areas = new Map(authoritiesOn(set.authorities, `${from}-31`).map((one) => [one.code, one]));
  const metrics = set.metrics.filter((metric) => metric.framework === framework);
  for (const figure of generateFigures({ ...set, metrics, from, months: 1 })) {
    for (const [type, value] of numbersOf(figure)) yield line(ascofCells(figure, areas, type, value));
  }
}

const ascofCells = (
  { organisation, metric }: NationalFigure,
  areas: ReadonlyMap<string, Authority>,
  type: string,
  value: string | null,
): string[] => [
  organisation,
  areas.get(organisation)?.area ?? "",
  "Council",
  organisation,
  metric.officialCode,
  "Total",
  type,
  value ?? NO_NUMBER,
  metric.officialCode,
  SYNTHETIC,
];

const numbersOf = ({ value, numerator, denominator, count }: NationalFigure): [string, string | null][] => [
  ...((numerator ?? count) ? [["Numerator", numerator ?? count] as [string, string | null]] : []),
  ...(denominator ? [["Denominator", denominator] as [string, string | null]] : []),
  ["Outcome", value],
];
