import { PROTECTED_CHARACTERISTICS } from "../../ehria/vocabulary.ts";
import type { FigureDraft } from "../check-figure.ts";
import { compareDecimals, type Decimal } from "../decimal.ts";
import type { Period } from "../period.ts";
import { financialYearOf } from "../period.ts";
import { type PrintedValue, parsePrintedValue } from "../printed/parse-printed-value.ts";
import { resolvePeriodHint } from "../printed/period-hint.ts";
import {
  FORECAST_METHODS,
  NO_VALUE_REASONS,
  OBSERVATION_STATUSES,
  type ObservationStatus,
  UNITS,
  type Unit,
} from "../vocabulary.ts";
import type { FigureReading } from "./figure-reading.ts";
import type { KnownMetric, KnownOrganisation, Names } from "./names.ts";
import { FORECAST_BASIS_LIMIT } from "./own-format.ts";
import { isBlocked, problem, type RowProblem } from "./problems.ts";
import { amountIn, type RowReader, readAmount, readerOf, unreadableAmount, wordIn } from "./read-cells.ts";
import type { ImportField, ImportMapping } from "./vocabulary.ts";

/** What became of a row. Left out: the mapping says that rows like it are not wanted. */
export interface RowReading {
  reading: FigureReading | null;
  problems: RowProblem[];
  leftOut: boolean;
}

/** Reads one row of our own format. Whatever can't be read is a problem: nothing is guessed, and nothing is nought. */
export function readOwnRow(
  row: number,
  cells: readonly string[],
  mapping: ImportMapping,
  names: Names,
): RowReading {
  const reader = readerOf(cells, mapping);
  const doubts = linesOf(reader.verbatim("DOUBTS"));
  const subject = readSubject(reader, mapping, names, doubts);
  if (subject === "LEFT_OUT") return { reading: null, problems: [], leftOut: true };
  const figure = readFigure(reader, subject?.period ?? null, doubts);
  if (subject === null || isBlocked(reader.problems))
    return { reading: null, problems: reader.problems, leftOut: false };
  const { period, metric, organisation } = subject;
  const { draft, ...rest } = figure;
  const reading = { row, metric, organisation, draft: { ...draft, period }, ...rest, doubts };
  return { reading, problems: reader.problems, leftOut: false };
}

const linesOf = (cell: string | null): string[] =>
  (cell ?? "")
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

interface Subject {
  metric: KnownMetric;
  organisation: KnownOrganisation;
  period: Period;
}

function readSubject(
  reader: RowReader,
  mapping: ImportMapping,
  names: Names,
  doubts: string[],
): Subject | "LEFT_OUT" | null {
  const metric = named(reader, "METRIC", "metric", names.metric, doubts);
  const organisation = named(reader, "ORGANISATION", "organisation", names.organisation, doubts);
  if (metric === "UNKNOWN" && mapping.leaveOutUnknownMetrics) return "LEFT_OUT";
  if (organisation === "UNKNOWN" && mapping.leaveOutUnknownOrganisations) return "LEFT_OUT";
  if (metric === "UNKNOWN")
    reader.problems.push(problem("UNKNOWN_METRIC", "METRIC", reader.text("METRIC").slice(0, 100)));
  if (organisation === "UNKNOWN")
    reader.problems.push(
      problem("UNKNOWN_ORGANISATION", "ORGANISATION", reader.text("ORGANISATION").slice(0, 100)),
    );
  const period = readPeriod(reader, names);
  if (typeof organisation === "object" && organisation !== null && !organisation.writable)
    reader.problems.push(problem("OUT_OF_REACH", "ORGANISATION", organisation.name));
  if (metric === null || organisation === null || period === null) return null;
  return metric === "UNKNOWN" || organisation === "UNKNOWN" ? null : { metric, organisation, period };
}

function named<Thing>(
  reader: RowReader,
  field: ImportField,
  noun: string,
  find: (code: string) => { thing: Thing; doubt: string | null } | null,
  doubts: string[],
): Thing | "UNKNOWN" | null {
  const code = reader.text(field);
  if (code === "") {
    reader.problems.push(problem("MISSING_CELL", field, noun));
    return null;
  }
  const found = find(code);
  if (found === null) return "UNKNOWN";
  if (found.doubt !== null) {
    reader.problems.push(problem("LOOK_ALIKE", field, found.doubt));
    if (!doubts.includes(found.doubt)) doubts.push(found.doubt);
  }
  return found.thing;
}

function readPeriod(reader: RowReader, names: Names): Period | null {
  const code = reader.text("PERIOD");
  if (code === "") {
    reader.problems.push(problem("MISSING_CELL", "PERIOD", "period"));
    return null;
  }
  const period = names.period(code);
  if (period.ok) return period.value;
  const { failure } = period;
  const detail = failure.kind === "VALIDATION" ? (failure.problems[0]?.message ?? "") : failure.message;
  reader.problems.push(problem("UNREADABLE_PERIOD", "PERIOD", detail.slice(0, 400)));
  return null;
}

type Figure = Pick<
  FigureReading,
  "unit" | "printedUnit" | "printed" | "forecast" | "recordedAt" | "valueField"
> & {
  draft: Omit<FigureDraft, "period">;
};

function readFigure(reader: RowReader, period: Period | null, doubts: string[]): Figure {
  const noValueReason = wordIn(reader, "NO_VALUE_REASON", NO_VALUE_REASONS);
  const printedCell = reader.verbatim("PRINTED");
  const valueIsBlank = reader.text("VALUE") === "";
  const valueField = valueIsBlank && noValueReason === null && printedCell !== null ? "PRINTED" : "VALUE";
  const value = readValue(reader, valueField, period, doubts);
  const status = wordIn(reader, "STATUS", OBSERVATION_STATUSES);
  const reason = noValueReason ?? value.cell?.noValueReason ?? null;
  if (value.amount !== null && valueField === "VALUE") comparePrinted(reader, value.amount, printedCell);
  const given = readParts(reader);
  const meant = status ?? value.cell?.status ?? (value.amount === null ? "NOT_AVAILABLE" : "ACTUAL");
  return {
    draft: {
      status: meant,
      value: value.amount,
      numerator: given.numerator ?? value.cell?.numerator ?? null,
      denominator: given.denominator ?? value.cell?.denominator ?? null,
      count: given.count ?? value.cell?.count ?? null,
      countOf: given.countOf ?? value.cell?.countOf ?? null,
      noValueReason: reason,
      expectedOn: reader.text("EXPECTED_ON") || (value.cell?.expectedOn ?? null),
      note: reader.text("NOTE") || (value.cell?.note ?? null),
      breakdown: readBreakdown(reader),
    },
    unit: wordIn<Unit>(reader, "UNIT", UNITS),
    printedUnit: value.cell?.unit ?? null,
    printed: printedCell ?? value.cell?.printed ?? null,
    forecast: readForecast(reader, meant),
    recordedAt: readRecordedAt(reader),
    valueField,
  };
}

/** How a forecast was made and what it rests on: both or neither, and of nothing but a forecast. */
function readForecast(reader: RowReader, status: ObservationStatus): FigureReading["forecast"] {
  const method = wordIn(reader, "FORECAST_METHOD", FORECAST_METHODS);
  const basis = reader.text("FORECAST_BASIS");
  if (method === null && basis === "") return null;
  if (status !== "FORECAST")
    reader.problems.push(problem("BREAKS_RULE", "STATUS", "Only a forecast has a method and a basis."));
  if (basis.length > FORECAST_BASIS_LIMIT)
    reader.problems.push(problem("TOO_LONG", "FORECAST_BASIS", String(FORECAST_BASIS_LIMIT)));
  if (method !== null && basis !== "") return { method, basis };
  const [field, noun] =
    method === null
      ? (["FORECAST_METHOD", "method for this forecast"] as const)
      : (["FORECAST_BASIS", "basis for this forecast"] as const);
  if (method !== null || reader.text("FORECAST_METHOD") === "")
    reader.problems.push(problem("MISSING_CELL", field, noun));
  return null;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

function readRecordedAt(reader: RowReader): string | null {
  const text = reader.text("RECORDED_AT");
  if (text === "") return null;
  if (INSTANT.test(text) && !Number.isNaN(Date.parse(text))) return text;
  reader.problems.push(problem("UNREADABLE_INSTANT", "RECORDED_AT", text.slice(0, 100)));
  return null;
}

const readParts = (reader: RowReader) => ({
  numerator: amountIn(reader, "NUMERATOR"),
  denominator: amountIn(reader, "DENOMINATOR"),
  count: amountIn(reader, "COUNT"),
  countOf: reader.text("COUNT_OF") || null,
});

function readBreakdown(reader: RowReader): FigureDraft["breakdown"] {
  const characteristic = wordIn(reader, "BREAKDOWN_CHARACTERISTIC", PROTECTED_CHARACTERISTICS);
  const category = reader.text("BREAKDOWN_CATEGORY");
  if (characteristic !== null && category !== "") return { characteristic, category };
  if (characteristic === null && category === "") return null;
  const [field, noun] =
    characteristic === null
      ? (["BREAKDOWN_CHARACTERISTIC", "characteristic for this group"] as const)
      : (["BREAKDOWN_CATEGORY", "group for this characteristic"] as const);
  if (characteristic !== null || reader.text("BREAKDOWN_CHARACTERISTIC") === "")
    reader.problems.push(problem("MISSING_CELL", field, noun));
  return null;
}

interface ReadValue {
  amount: Decimal | null;
  /** The cell as a printed one, where it is not a plain number. */
  cell: PrintedValue | null;
}

/** A plain number, or a cell as a paper prints it: "96.0%", "1.41m", "Survey results due May 2023". */
function readValue(
  reader: RowReader,
  field: "VALUE" | "PRINTED",
  period: Period | null,
  doubts: string[],
): ReadValue {
  const text = reader.text(field);
  if (text === "") return { amount: null, cell: null };
  const amount = readAmount(text);
  if (amount !== null) return { amount, cell: null };
  const cell = parsePrintedValue(text);
  if (
    (cell.value === null && cell.noValueReason === null) ||
    (cell.value !== null && readAmount(cell.value) === null)
  ) {
    reader.problems.push(problem("UNREADABLE_VALUE", field, unreadableAmount(text)));
    return { amount: null, cell: null };
  }
  for (const { text: doubt } of cell.doubts) {
    reader.problems.push(problem("LOOK_ALIKE", field, doubt));
    if (!doubts.includes(doubt)) doubts.push(doubt);
  }
  comparePeriods(reader, field, cell, period);
  return { amount: cell.value, cell: { ...cell, printed: reader.verbatim(field) ?? text } };
}

/** "107.8k Apr-Nov" in a row about the whole year is a contradiction that only a person can settle. */
function comparePeriods(
  reader: RowReader,
  field: ImportField,
  cell: PrintedValue,
  period: Period | null,
): void {
  if (cell.period === null || period === null) return;
  const year = Number(financialYearOf(period.start).start.slice(0, 4));
  const said = resolvePeriodHint(cell.period, year);
  if (said.start === period.start && said.end === period.end) return;
  const detail = `The cell says ${said.label}, and the row is about ${period.label}.`;
  reader.problems.push(problem("PRINTED_DIFFERS", field, detail));
}

function comparePrinted(reader: RowReader, amount: Decimal, printed: string | null): void {
  if (printed === null) return;
  const { value } = parsePrintedValue(printed);
  if (value === null || compareDecimals(value, amount) === 0) return;
  const detail = `“${printed.trim().slice(0, 100)}” is printed, and the value is ${amount}.`;
  reader.problems.push(problem("PRINTED_DIFFERS", "PRINTED", detail));
}
