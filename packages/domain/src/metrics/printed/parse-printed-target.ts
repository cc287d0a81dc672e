import { monthNumber } from "../calendar.ts";
import { compareDecimals, type Decimal } from "../decimal.ts";
import type { Aim, NoValueReason, TargetKind, TargetOperator, Unit } from "../vocabulary.ts";
import { readNoValue } from "./no-value.ts";
import { type PeriodHint, readPeriodHint } from "./period-hint.ts";
import {
  NOTHING_READ,
  type PieceReader,
  type Pieces,
  readPieces,
  scaleNumber,
  VALUE_PIECES,
} from "./pieces.ts";
import { type PrintedDoubt, readPrintedText, unreadable } from "./printed-text.ts";

/** What a printed target says. */
export interface PrintedTarget {
  printed: string;
  kind: TargetKind;
  operator: TargetOperator;
  low: Decimal | null;
  high: Decimal | null;
  unit: Unit | null;
  count: Decimal | null;
  countOf: string | null;
  /** No < or > is printed: the operator follows the aim ("at least" when high is good, "at most" when low is). */
  operatorInferred: boolean;
  /** Printed as "Local": set by the council itself. */
  local: boolean;
  /** "Local Nov milestone": the month by which the figure is due, 1 to 12. */
  milestoneMonth: number | null;
  /** The year whose England average is the yardstick, or whose level is to be maintained. */
  basis: PeriodHint | null;
  noValueReason: NoValueReason | null;
  note: string | null;
  doubts: PrintedDoubt[];
}

interface TargetPieces extends Pieces {
  sign: string | null;
  band: [Decimal, Decimal] | null;
  local: boolean;
  milestone: boolean;
  milestoneMonth: number | null;
  nationalAverage: boolean;
  maintain: boolean;
}

const BAND = /^(\d[\d,]*(?:\.\d+)?)%? ?[-–] ?(\d[\d,]*(?:\.\d+)?)%/;

const TARGET_PIECES: PieceReader<TargetPieces>[] = [
  [BAND, (state, [low, high]) => setBand(state, low, high)],
  [/^([<>≤≥])/, (state, [sign]) => setSign(state, sign)],
  [/^(\d{2}\/\d{2}) nat\. ave\.?$/i, (state, [span]) => setNationalAverage(state, span)],
  [/^local ([a-z]{3,9}) milestone$/i, (state, [month]) => setMilestone(state, month)],
  [/^local target$/i, (state) => setLocal(state)],
  [/^maintain (\d{2}\/\d{2})$/i, (state, [span]) => setMaintain(state, span)],
  ...VALUE_PIECES,
];

const SIGNS: Record<string, TargetOperator> = { "<": "LT", ">": "GT", "≤": "LTE", "≥": "GTE" };

const KIND_OF_BLANK: Partial<Record<NoValueReason, TargetKind>> = {
  TO_BE_CONFIRMED: "TO_BE_CONFIRMED",
  INFORMATION_ONLY: "INFORMATION_ONLY",
};

/**
 * Reads a target cell. `aim` decides the operator where none is printed; `column` says whether the column is headed as
 * targets or as milestones. Never throws; a cell that can't be read is kind NONE with a doubt.
 */
export function parsePrintedTarget(
  printed: string,
  { aim, column = "TARGET" }: { aim: Aim; column?: "TARGET" | "MILESTONE" },
): PrintedTarget {
  const { text, doubts } = readPrintedText(printed);
  const blank = readNoValue(text);
  if (blank) {
    const { noValueReason } = blank;
    return { ...noTarget(text, doubts), noValueReason, kind: KIND_OF_BLANK[noValueReason] ?? "NONE" };
  }
  if (/ target in [\w ]+ plan$/i.test(text))
    return { ...noTarget(text, doubts), note: "The target is set in another document" };
  const pieces: TargetPieces = {
    ...NOTHING_READ,
    sign: null,
    band: null,
    local: false,
    milestone: false,
    milestoneMonth: null,
    nationalAverage: false,
    maintain: false,
  };
  if (!readPieces(text, pieces, TARGET_PIECES))
    return noTarget(text, [...doubts, unreadable(printed, "a target")]);
  return describe(text, doubts, pieces, aim, column);
}

function describe(
  printed: string,
  doubts: PrintedDoubt[],
  pieces: TargetPieces,
  aim: Aim,
  column: "TARGET" | "MILESTONE",
): PrintedTarget {
  const { unit, count, countOf, local, milestoneMonth, period: basis, note } = pieces;
  const common = { ...noTarget(printed, doubts), unit, count, countOf, local, milestoneMonth, basis, note };
  if (pieces.maintain) return { ...common, kind: "MAINTAIN", operator: "MAINTAIN" };
  if (pieces.band) {
    const [low, high] = pieces.band;
    return { ...common, kind: "BAND", operator: "BETWEEN", low, high, unit: "PERCENT" };
  }
  const operator = pieces.sign ? (SIGNS[pieces.sign] ?? "NONE") : operatorOfAim(aim);
  if (pieces.value === null || operator === "NONE") {
    return noTarget(printed, [...doubts, unreadable(printed, "a target")]);
  }
  const kind = pieces.nationalAverage ? "BENCHMARK" : pieces.milestone ? "MILESTONE" : column;
  const bound = operator === "GT" || operator === "GTE" ? { low: pieces.value } : { high: pieces.value };
  return { ...common, kind, operator, ...bound, operatorInferred: pieces.sign === null };
}

function operatorOfAim(aim: Aim): TargetOperator {
  const byAim: Record<Aim, TargetOperator> = { HIGH: "GTE", LOW: "LTE", BAND: "NONE", INFORMATION: "NONE" };
  return byAim[aim];
}

function setBand(state: TargetPieces, low: string | undefined, high: string | undefined): boolean {
  const [from, to] = [scaleNumber(low, undefined), scaleNumber(high, undefined)];
  if (from === null || to === null || compareDecimals(from, to) > 0) return false;
  state.band = [from, to];
  return true;
}

function setSign(state: TargetPieces, sign: string | undefined): void {
  state.sign = sign ?? null;
}

function setNationalAverage(state: TargetPieces, span: string | undefined): boolean {
  state.nationalAverage = true;
  state.period = readPeriodHint(span ?? "");
  return state.period !== null;
}

function setMilestone(state: TargetPieces, month: string | undefined): boolean {
  state.local = true;
  state.milestone = true;
  state.milestoneMonth = monthNumber(month ?? "");
  return state.milestoneMonth !== null;
}

function setLocal(state: TargetPieces): void {
  state.local = true;
}

function setMaintain(state: TargetPieces, span: string | undefined): boolean {
  state.maintain = true;
  state.period = readPeriodHint(span ?? "");
  return state.period !== null;
}

function noTarget(printed: string, doubts: PrintedDoubt[]): PrintedTarget {
  return {
    printed,
    kind: "NONE",
    operator: "NONE",
    low: null,
    high: null,
    unit: null,
    count: null,
    countOf: null,
    operatorInferred: false,
    local: false,
    milestoneMonth: null,
    basis: null,
    noValueReason: null,
    note: null,
    doubts,
  };
}
