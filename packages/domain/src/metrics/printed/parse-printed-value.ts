import { type Decimal, decimalPlaces } from "../decimal.ts";
import type { NoValueReason, ObservationStatus, Unit } from "../vocabulary.ts";
import { readNoValue } from "./no-value.ts";
import type { PeriodHint } from "./period-hint.ts";
import { NOTHING_READ, type Pieces, readPieces, VALUE_PIECES } from "./pieces.ts";
import { type PrintedDoubt, readPrintedText, unreadable } from "./printed-text.ts";

/** What a printed figure says, and nothing that it doesn't: a unit or period that isn't printed is null. */
export interface PrintedValue {
  printed: string;
  /** NOT_AVAILABLE when there is no figure, whether the cell says why or can't be read. */
  status: ObservationStatus;
  value: Decimal | null;
  /** Null when the cell prints none: the metric's own unit then holds. */
  unit: Unit | null;
  numerator: Decimal | null;
  denominator: Decimal | null;
  partsRounded: boolean;
  count: Decimal | null;
  countOf: string | null;
  scalePrinted: "k" | "m" | null;
  /** Digits after the point as printed: 1 for "84.5k". */
  printedPrecision: number | null;
  period: PeriodHint | null;
  noValueReason: NoValueReason | null;
  expectedOn: string | null;
  expectedPeriod: string | null;
  /** A mark that points to a footnote. */
  flag: string | null;
  /** Words of the cell that qualify the figure. */
  note: string | null;
  doubts: PrintedDoubt[];
}

/** Reads a cell that holds a figure or says why there is none. Never throws; what can't be read is reported in `doubts`. */
export function parsePrintedValue(printed: string): PrintedValue {
  const { text, doubts } = readPrintedText(printed);
  if (text === "") return noFigure(text, [...doubts, { kind: "BLANK", text: "The cell is blank" }]);
  const blank = readNoValue(text);
  if (blank) return { ...noFigure(text, doubts), ...blank };
  const pieces: Pieces = { ...NOTHING_READ };
  const complete = readPieces(text, pieces, VALUE_PIECES);
  if (!complete || pieces.value === null) return noFigure(text, [...doubts, unreadable(printed, "a figure")]);
  const { digits, forecast, ...read } = pieces;
  return {
    ...noFigure(text, doubts),
    ...read,
    status: forecast ? "FORECAST" : "ACTUAL",
    printedPrecision: decimalPlaces(digits ?? ""),
  };
}

function noFigure(printed: string, doubts: PrintedDoubt[]): PrintedValue {
  const { digits: _digits, forecast: _forecast, ...nothing } = NOTHING_READ;
  return {
    ...nothing,
    printed,
    status: "NOT_AVAILABLE",
    printedPrecision: null,
    noValueReason: null,
    expectedOn: null,
    expectedPeriod: null,
    doubts,
  };
}
