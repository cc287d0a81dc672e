import type { FigureDraft } from "../check-figure.ts";
import type { Decimal } from "../decimal.ts";
import type { Period } from "../period.ts";
import {
  type AscofGroup,
  ascofFrameworkOf,
  type MeasureType,
  measureCodes,
  readAscofYear,
  readGroup,
  readMark,
  readMeasureType,
} from "./ascof-codes.ts";
import type { FigureReading } from "./figure-reading.ts";
import type { KnownMetric, KnownOrganisation, Names } from "./names.ts";
import { isBlocked, problem, type RowProblem } from "./problems.ts";
import { type RowReader, readAmount, readerOf, unreadableAmount } from "./read-cells.ts";
import type { ImportMapping } from "./vocabulary.ts";

/** One row of a national file: one number of a figure. */
export interface AscofRow {
  row: number;
  /** Rows with the same one are numerator, denominator and outcome of one figure. */
  key: string;
  reader: RowReader;
  type: MeasureType | null;
}

/** Reads what tells rows of one figure together. The rows of a figure must follow each other. */
export function readAscofRow(row: number, cells: readonly string[], mapping: ImportMapping): AscofRow {
  const reader = readerOf(cells, mapping);
  const key = ASCOF_KEY_FIELDS.map((field) => reader.text(field).toLowerCase()).join("\u0001");
  return { row, key, reader, type: readMeasureType(reader.text("MEASURE_TYPE")) };
}

/** What a figure is about. Rows are put in the order of these before they are read. */
export const ASCOF_KEY_FIELDS = [
  "ONS_CODE",
  "GEOGRAPHY_CODE",
  "GEOGRAPHY_NAME",
  "MEASURE_GROUP",
  "MEASURE_CODE",
  "DISAGGREGATION",
  "YEAR",
] as const;

export interface FoundProblem extends RowProblem {
  row: number;
}

/** What became of the rows of one figure. */
export interface AscofReading {
  reading: FigureReading | null;
  problems: FoundProblem[];
  /** Rows that are left out: not wanted, not kept, or blank. */
  leftOut: number;
}

interface Subject {
  metric: KnownMetric;
  organisation: KnownOrganisation;
  period: Period;
  group: Exclude<AscofGroup, null>;
}

/** Joins the rows of one figure. At least one row. */
export function joinAscofRows(rows: readonly AscofRow[], mapping: ImportMapping, names: Names): AscofReading {
  const [first] = rows;
  if (first === undefined) throw new Error("A figure without rows was to be joined");
  const kept = rows.filter(({ type, reader }) => type !== null && reader.text("MEASURE_VALUE") !== "");
  if (kept.length === 0) return { reading: null, problems: [], leftOut: rows.length };
  const subject = readSubject(first.reader, mapping, names);
  const everyRow = (): FoundProblem[] =>
    kept.flatMap(({ row }) => first.reader.problems.map((each) => ({ ...each, row })));
  if (subject === "LEFT_OUT") return { reading: null, problems: everyRow(), leftOut: rows.length };
  const leftOut = rows.length - kept.length;
  if (subject === null) return { reading: null, problems: everyRow(), leftOut };
  return { ...joinNumbers(kept, subject), leftOut };
}

function joinNumbers(
  rows: readonly AscofRow[],
  subject: Subject,
): { reading: FigureReading | null; problems: FoundProblem[] } {
  const outcomes = rows.filter(({ type }) => type === "OUTCOME");
  const twice = rows.filter(({ type }) => rows.filter((other) => other.type === type).length > 1);
  if (twice.length > 0) {
    const detail = twice
      .map(({ row }) => row)
      .slice(0, 10)
      .join(", ");
    const repeated = problem("DUPLICATE", null, detail);
    return { reading: null, problems: twice.map(({ row }) => ({ ...repeated, row })) };
  }
  const [outcome] = outcomes;
  if (outcome === undefined) {
    const problems = rows.map(({ row, type }) => ({
      ...problem("NO_OUTCOME", "MEASURE_TYPE", (type ?? "").toLowerCase()),
      row,
    }));
    return { reading: null, problems };
  }
  return readNumbers(rows, outcome, subject);
}

function readNumbers(
  rows: readonly AscofRow[],
  outcome: AscofRow,
  { metric, organisation, period, group }: Subject,
): { reading: FigureReading | null; problems: FoundProblem[] } {
  const doubts: string[] = [];
  const value = readNumber(outcome, doubts);
  const parts = { NUMERATOR: null, DENOMINATOR: null } as Record<"NUMERATOR" | "DENOMINATOR", Decimal | null>;
  for (const row of rows) {
    if (row.type === "NUMERATOR" || row.type === "DENOMINATOR") parts[row.type] = readNumber(row, []).amount;
  }
  const problems = rows.flatMap(({ row, reader }) =>
    reader.problems.map((each): FoundProblem => ({ ...each, row })),
  );
  if (isBlocked(problems)) return { reading: null, problems };
  // Parts belong to a value: where the outcome is suppressed they are not kept, since they would tell it.
  const withValue = value.amount !== null;
  const draft: FigureDraft = {
    period,
    status: withValue ? "ACTUAL" : "NOT_AVAILABLE",
    value: value.amount,
    numerator: withValue ? parts.NUMERATOR : null,
    denominator: withValue ? parts.DENOMINATOR : null,
    count: null,
    countOf: null,
    noValueReason: value.reason,
    expectedOn: null,
    note: null,
    breakdown: group === "EVERYBODY" ? null : group,
  };
  const reading: FigureReading = {
    row: outcome.row,
    metric,
    organisation,
    draft,
    unit: null,
    printedUnit: null,
    printed: null,
    doubts,
    forecast: null,
    recordedAt: null,
    valueField: "MEASURE_VALUE",
  };
  return { reading, problems };
}

/** A number or a mark in its place. What is neither is a problem of its row. */
function readNumber({ reader }: AscofRow, doubts: string[]) {
  const text = reader.text("MEASURE_VALUE");
  const amount = readAmount(text);
  if (amount !== null) return { amount, reason: null };
  const mark = readMark(text);
  if (mark === null) {
    reader.problems.push(problem("UNREADABLE_VALUE", "MEASURE_VALUE", unreadableAmount(text)));
    return { amount: null, reason: null };
  }
  if (mark.doubt !== null) {
    doubts.push(mark.doubt);
    reader.problems.push(problem("DOUBT", "MEASURE_VALUE", mark.doubt));
  }
  return { amount: null, reason: mark.reason };
}

function readSubject(reader: RowReader, mapping: ImportMapping, names: Names): Subject | "LEFT_OUT" | null {
  const organisation = findOrganisation(reader, names);
  if (organisation === null && mapping.leaveOutUnknownOrganisations) return "LEFT_OUT";
  const period = readPeriod(reader);
  const metric = period === null ? null : findMetric(reader, period, names);
  if (period !== null && metric === null && mapping.leaveOutUnknownMetrics) return "LEFT_OUT";
  const group = readGroup(groupText(reader));
  if (group === null) {
    reader.problems.push(problem("UNKNOWN_GROUP", "DISAGGREGATION", groupText(reader).slice(0, 100)));
    return "LEFT_OUT";
  }
  if (organisation === null) reader.problems.push(unknownOrganisation(reader));
  else if (!organisation.writable)
    reader.problems.push(problem("OUT_OF_REACH", "ONS_CODE", organisation.name));
  if (metric === null && period !== null) reader.problems.push(unknownMetric(reader, period));
  const isWhole = organisation !== null && period !== null && metric !== null;
  return isWhole && !isBlocked(reader.problems) ? { organisation, period, metric, group } : null;
}

/**
 * A measure whose own code is that of its group of measures is about everybody that it is about, whichever ages those are. No
 * measure is about men or women alone: where a row names one of them it is about a group, whatever its code.
 */
const groupText = (reader: RowReader): string => {
  const [code, people] = [reader.text("MEASURE_CODE"), reader.text("DISAGGREGATION")];
  const group = readGroup(people);
  const isSex = group !== null && group !== "EVERYBODY" && group.characteristic === "SEX";
  return code !== "" && code === reader.text("MEASURE_GROUP") && !isSex ? "" : people;
};

function findOrganisation(reader: RowReader, names: Names): KnownOrganisation | null {
  const codes = [reader.text("ONS_CODE"), reader.text("GEOGRAPHY_CODE")].filter((code) => code !== "");
  for (const code of codes) {
    const found = names.organisation(code);
    if (found !== null) return found.thing;
  }
  const name = reader.text("GEOGRAPHY_NAME");
  return reader.text("ONS_CODE") === "" && name !== "" ? names.organisationNamed(name) : null;
}

const unknownOrganisation = (reader: RowReader): RowProblem => {
  const field = reader.text("ONS_CODE") === "" ? "GEOGRAPHY_CODE" : "ONS_CODE";
  const said = [reader.text(field), reader.text("GEOGRAPHY_NAME")].filter((text) => text !== "");
  return problem("UNKNOWN_ORGANISATION", field, said.join(", ").slice(0, 100));
};

function readPeriod(reader: RowReader): Period | null {
  const field = reader.text("YEAR") === "" ? "PERIOD" : "YEAR";
  const text = reader.text(field);
  const period = readAscofYear(text);
  if (period.ok) return period.value;
  if (text === "") reader.problems.push(problem("MISSING_CELL", field, "year"));
  else {
    const { failure } = period;
    const detail = failure.kind === "VALIDATION" ? (failure.problems[0]?.message ?? "") : failure.message;
    reader.problems.push(problem("UNREADABLE_PERIOD", field, detail.slice(0, 400)));
  }
  return null;
}

function findMetric(reader: RowReader, period: Period, names: Names): KnownMetric | null {
  const framework = ascofFrameworkOf(period);
  for (const code of measureCodes(reader.text("MEASURE_GROUP"), reader.text("MEASURE_CODE"))) {
    const metric = names.official(framework, code);
    if (metric !== null) return metric;
  }
  return null;
}

const unknownMetric = (reader: RowReader, period: Period): RowProblem => {
  const field = reader.text("MEASURE_GROUP") === "" ? "MEASURE_CODE" : "MEASURE_GROUP";
  const code = `${reader.text(field)} (${ascofFrameworkOf(period)})`;
  return problem("UNKNOWN_METRIC", field, code.slice(0, 100));
};
