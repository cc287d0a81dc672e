import { type Decimal, multiplyDecimals, readDecimal } from "../decimal.ts";
import type { Unit } from "../vocabulary.ts";
import { type PeriodHint, readPeriodHint, readYearSpan } from "./period-hint.ts";

/**
 * A printed cell is read piece by piece from the left: a number, its unit, a bracket, a word. A cell is read only when
 * nothing is left over, so an unknown word can never be skipped silently.
 */
export interface Pieces {
  value: Decimal | null;
  /** The digits as printed before any scale: "84.5" of "84.5k". */
  digits: string | null;
  scalePrinted: "k" | "m" | null;
  unit: Unit | null;
  numerator: Decimal | null;
  denominator: Decimal | null;
  /** The parts were printed in thousands, so the percentage can't be worked out again from them. */
  partsRounded: boolean;
  count: Decimal | null;
  countOf: string | null;
  forecast: boolean;
  period: PeriodHint | null;
  flag: string | null;
  note: string | null;
}

/** A pattern for the start of the text, and what it adds. `false` means: matched but made no sense, so not this piece. */
export type PieceReader<State extends Pieces = Pieces> = readonly [
  RegExp,
  // biome-ignore lint/suspicious/noConfusingVoidType: most readers only write and have nothing to answer
  (state: State, groups: Array<string | undefined>) => boolean | void,
];

export const NOTHING_READ: Pieces = {
  value: null,
  digits: null,
  scalePrinted: null,
  unit: null,
  numerator: null,
  denominator: null,
  partsRounded: false,
  count: null,
  countOf: null,
  forecast: false,
  period: null,
  flag: null,
  note: null,
};

const NUMBER = "(\\d[\\d,]*(?:\\.\\d+)?)";
const SCALE = "([km])?";
const ADMISSIONS = "adm(?:ission|')s";
const DAYS_A_MONTH = "ave days(?: per |/)mth";

/** What may stand inside brackets. */
const BRACKETS: PieceReader[] = [
  [/^full[- ]year forecast$/i, (state) => setFullYear(state, true)],
  [
    new RegExp(`^${NUMBER}/100,000$`),
    (state, [number]) => setValue(state, number, undefined, "RATE_PER_100K"),
  ],
  [
    new RegExp(`^${NUMBER}${SCALE} out of ${NUMBER}${SCALE}$`, "i"),
    (state, [top, topScale, bottom, bottomScale]) => setParts(state, top, topScale, bottom, bottomScale),
  ],
  [new RegExp(`^${NUMBER}/${NUMBER}$`), (state, [top, bottom]) => setFraction(state, top, bottom)],
  [new RegExp(`^${NUMBER} ${ADMISSIONS}$`, "i"), (state, [number]) => setCount(state, number, "admissions")],
  [
    new RegExp(`^${NUMBER} (delays|in reablement)$`, "i"),
    (state, [number, of]) => setCount(state, number, of),
  ],
  [
    new RegExp(`^${NUMBER} ${DAYS_A_MONTH}$`, "i"),
    (state, [number]) => setCount(state, number, "average delayed days per month"),
  ],
  [/^per 100,000 pop - (.+)$/i, (state, [note]) => setUnit(state, "RATE_PER_100K", note)],
  // "(16/17)" alone could be a year or a fraction: it is neither, and the cell is reported.
  [/^(?!\d\d\/\d\d$)(.+)$/, (state, [text]) => setPeriod(state, readPeriodHint(text ?? ""))],
];

/** What may stand in the open, each at the start of what is left. */
export const VALUE_PIECES: PieceReader[] = [
  [/^\(((?:[^()]|\([^()]*\))*)\)/, (state, [inside]) => readOne(inside ?? "", state, BRACKETS)],
  [
    /^full[- ]year (forecast|actual)\b/i,
    (state, [word]) => setFullYear(state, word?.toLowerCase() === "forecast"),
  ],
  [new RegExp(`^${NUMBER} ${ADMISSIONS}`, "i"), (state, [number]) => setCount(state, number, "admissions")],
  [new RegExp(`^${NUMBER} ?%`), (state, [number]) => setValue(state, number, undefined, "PERCENT")],
  [new RegExp(`^${NUMBER}([km])\\b`, "i"), (state, [number, scale]) => setValue(state, number, scale, null)],
  [new RegExp(`^${NUMBER}`), (state, [number]) => setValue(state, number, undefined, null)],
  [/^per 100k pop\.?/i, (state) => setUnit(state, "RATE_PER_100K")],
  [new RegExp(`^${DAYS_A_MONTH}`, "i"), (state) => setUnit(state, "DAYS", "average delayed days per month")],
  [/^in (\d{2}\/\d{2})\b/, (state, [span]) => setPeriod(state, readPeriodHint(span ?? ""))],
  [/^\*/, (state) => setFlag(state, "*")],
];

/** Reads the whole text into `state`; false when something is left that no reader knows, or nothing was there. */
export function readPieces<State extends Pieces>(
  text: string,
  state: State,
  readers: PieceReader<State>[],
): boolean {
  let rest = text.trim();
  if (rest === "") return false;
  while (rest !== "") {
    const used = readFirst(rest, state, readers);
    if (used === 0) return false;
    rest = rest.slice(used).trim();
  }
  return true;
}

/** Length of what the first fitting reader took from the start of the text; 0 when none fits. */
function readFirst<State extends Pieces>(text: string, state: State, readers: PieceReader<State>[]): number {
  for (const [pattern, read] of readers) {
    const match = pattern.exec(text);
    if (match && read(state, match.slice(1)) !== false) return match[0].length;
  }
  return 0;
}

function readOne(text: string, state: Pieces, readers: PieceReader[]): boolean {
  return readFirst(text, state, readers) === text.length && text !== "";
}

/** "84.5" and "k" → "84500"; null when the digits are grouped wrongly ("1,37"). */
export function scaleNumber(digits: string | undefined, scale: string | undefined): Decimal | null {
  const plain = readDecimal(digits ?? "");
  const factor = { k: "1000", m: "1000000" }[scale?.toLowerCase() ?? ""];
  return plain !== null && factor ? multiplyDecimals(plain, factor) : plain;
}

/** A second value in one cell is not understood: the reader refuses, and the cell is reported. */
function setValue(
  state: Pieces,
  digits: string | undefined,
  scale: string | undefined,
  unit: Unit | null,
): boolean {
  const value = scaleNumber(digits, scale);
  if (value === null || state.value !== null) return false;
  state.value = value;
  state.digits = digits?.replaceAll(",", "") ?? null;
  state.scalePrinted = (scale?.toLowerCase() ?? null) as Pieces["scalePrinted"];
  state.unit = unit ?? state.unit;
  return true;
}

function setParts(
  state: Pieces,
  top: string | undefined,
  topScale: string | undefined,
  bottom: string | undefined,
  bottomScale: string | undefined,
): boolean {
  state.numerator = scaleNumber(top, topScale);
  state.denominator = scaleNumber(bottom, bottomScale);
  state.partsRounded = topScale !== undefined || bottomScale !== undefined;
  return state.numerator !== null && state.denominator !== null;
}

function setFraction(state: Pieces, top: string | undefined, bottom: string | undefined): boolean {
  return readYearSpan(`${top}/${bottom}`) === null && setParts(state, top, undefined, bottom, undefined);
}

function setCount(state: Pieces, digits: string | undefined, of: string | undefined): boolean {
  if (state.count !== null) return false;
  state.count = scaleNumber(digits, undefined);
  state.countOf = of ?? null;
  return state.count !== null;
}

function setUnit(state: Pieces, unit: Unit, note?: string | undefined): void {
  state.unit = unit;
  state.note = note ?? state.note;
}

function setFullYear(state: Pieces, forecast: boolean): void {
  state.forecast = forecast;
  state.period = { kind: "FULL_YEAR" };
}

/** A named year says more than "full year" ("Full-year Forecast … in 22/23"), so it takes its place. */
function setPeriod(state: Pieces, hint: PeriodHint | null): boolean {
  if (hint === null) return false;
  if (state.period === null || state.period.kind === "FULL_YEAR") state.period = hint;
  return true;
}

function setFlag(state: Pieces, flag: string): void {
  state.flag = flag;
}
