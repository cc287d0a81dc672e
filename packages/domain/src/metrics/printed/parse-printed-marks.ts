import type { Aim, Comparison, Quartile, RagRating } from "../vocabulary.ts";
import { type PrintedDoubt, readPrintedText, unreadable } from "./printed-text.ts";

/**
 * A mark read from paper. `legible` is false when something should stand there and can't be read, as with colours and
 * arrows that were lost: that is not the same as "not rated", which is a legible mark with no value.
 */
export interface PrintedMark<Value> {
  value: Value | null;
  legible: boolean;
  doubts: PrintedDoubt[];
}

const AIMS: Record<string, Aim> = {
  h: "HIGH",
  high: "HIGH",
  l: "LOW",
  low: "LOW",
  "target band width": "BAND",
  "n/a": "INFORMATION",
};
const RATINGS: Record<string, RagRating | null> = { r: "RED", a: "AMBER", g: "GREEN", "n/a": null };
const QUARTILES: Record<string, Quartile | null> = {
  top: "TOP",
  second: "SECOND",
  third: "THIRD",
  bottom: "BOTTOM",
  "n/a": null,
};
const ARROWS: Record<string, Comparison | null> = {
  "▲": "BETTER",
  "◀▶": "SIMILAR",
  "▼": "WORSE",
  "n/a": null,
};

/** "H", "Low", "Target Band Width", "N/A" (shown for information). */
export function parsePrintedAim(printed: string | null): PrintedMark<Aim> {
  return readMark(printed, AIMS, "an aim");
}

/** "R", "A", "G"; "N/A" is a legible "not rated"; null is a colour that was lost. */
export function parsePrintedRating(printed: string | null): PrintedMark<RagRating> {
  return readMark(printed, RATINGS, "a rating");
}

/** "Top" … "Bottom"; "N/A" is legible: nothing to compare with. */
export function parsePrintedQuartile(printed: string | null): PrintedMark<Quartile> {
  return readMark(printed, QUARTILES, "a quartile");
}

/** The arrows follow performance, not the number: ▲ is better also where low is good (County key, 2022/23). */
export function parsePrintedProgress(printed: string | null): PrintedMark<Comparison> {
  return readMark(printed, ARROWS, "a progress arrow");
}

export interface PrintedRank {
  rank: number;
  of: number;
  /** Printed "(=)": shared with another authority. */
  tied: boolean;
}

/** "126/150 (=)", "From 147/150"; "N/A" and "No national data published" are legible and hold no rank. */
export function parsePrintedRank(printed: string | null): PrintedMark<PrintedRank> {
  if (printed === null) return { value: null, legible: true, doubts: [] };
  const { text, doubts } = readPrintedText(printed);
  if (/^(n\/a|no national data published)$/i.test(text)) return { value: null, legible: true, doubts };
  const match = /^(?:From )?(\d+)\/(\d+)( \(=\))?$/.exec(text);
  const [rank, of] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || rank < 1 || rank > of) {
    return { value: null, legible: false, doubts: [...doubts, unreadable(printed, "a rank")] };
  }
  return { value: { rank, of, tied: match[3] !== undefined }, legible: true, doubts };
}

/**
 * An ASCOF code in the house's form: "1C pt 2a", "1Cia" → "1C pt 1a", "2Aii" → "2A pt 2". "11 pt 1" is 1I with a digit
 * for the letter: it is read so, with a doubt. Null when it is no such code.
 */
export function parsePrintedCode(printed: string): PrintedMark<string> {
  const { text, doubts } = readPrintedText(printed);
  const lost = /^1(1|l)( pt [12])$/.exec(text);
  if (lost) {
    const value = `1I${lost[2]}`;
    const doubt: PrintedDoubt = {
      kind: "LOOK_ALIKE",
      text: `“${text}” has a digit or small letter for I: read as “${value}”`,
    };
    return { value, legible: true, doubts: [...doubts, doubt] };
  }
  if (/^[1-4][A-J]( pt [1-3][ab]?)?$/.test(text)) return { value: text, legible: true, doubts };
  const roman = /^([1-4][A-J])(i{1,3})([ab]?)$/.exec(text);
  if (roman) {
    return { value: `${roman[1]} pt ${roman[2]?.length}${roman[3]}`, legible: true, doubts };
  }
  return { value: null, legible: false, doubts: [...doubts, unreadable(printed, "an ASCOF code")] };
}

function readMark<Value>(
  printed: string | null,
  meanings: Record<string, Value | null>,
  as: string,
): PrintedMark<Value> {
  if (printed === null) return { value: null, legible: false, doubts: [] };
  const { text, doubts } = readPrintedText(printed);
  const key = text.toLowerCase();
  if (!Object.hasOwn(meanings, key)) {
    return { value: null, legible: false, doubts: [...doubts, unreadable(printed, as)] };
  }
  return { value: meanings[key] ?? null, legible: true, doubts };
}
