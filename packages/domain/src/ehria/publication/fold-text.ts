import { latinFor } from "../../metrics/printed/printed-text.ts";
import type { Span } from "./hit.ts";

/** A text as searches read it, and where each part of it stands in the one that people wrote. */
export interface FoldedText {
  text: string;
  /** The passage of the written text that this one of {@link text} was made from, in UTF-16 units of either. */
  written: (span: Span) => Span;
}

/** Soft hyphens, joiners, marks of direction, variation selectors: nobody sees them. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/u;
const MARK = /\p{M}/u;
const FIGURE = /\p{Nd}/u;
const DASH = /[\p{Pd}\u2212]/u;
const APOSTROPHE = /[‘’‛ʼʹ′＇]/u;
const LINE = /[\n\r\u2028\u2029]/u;

/** Each script has its ten figures in a row, so a figure's value is how many stand before it, counted in tens. */
const figureOf = (sign: string): string => {
  const code = sign.codePointAt(0) ?? 0;
  let before = 0;
  while (FIGURE.test(String.fromCodePoint(code - before - 1))) before += 1;
  return String(before % 10);
};

const plainSign = (sign: string): string => {
  if (LINE.test(sign)) return "\n";
  if (UNSEEN.test(sign)) return "";
  if (/\s/u.test(sign)) return " ";
  if (DASH.test(sign)) return "-";
  if (APOSTROPHE.test(sign)) return "'";
  return [...sign.normalize("NFKD")]
    .map((part) =>
      MARK.test(part) ? "" : FIGURE.test(part) ? figureOf(part) : /\s/u.test(part) ? " " : part,
    )
    .join("");
};

const WORD = /[\p{L}\p{N}]+/gu;
const LATIN = /[\p{Script=Latin}\p{N}]/u;

/** "Rоbin" with a Cyrillic o reads as Robin. A word that has other letters of that alphabet is in earnest, and stays. */
const inLatin = (word: string): string => {
  const signs = [...word].map((sign) => (LATIN.test(sign) ? sign : latinFor(sign)));
  return signs.includes(undefined) ? word : signs.join("");
};

/**
 * Reads a text as somebody who looks at it does: signs that nobody sees are gone; wide, bold and accented letters, figures of other
 * scripts and letters of another alphabet that look the same are plain ones; every space is a space and every dash a hyphen. A search
 * over the result isn't got round by how something was typed, pasted or scanned. Lines stay lines.
 */
export const foldText = (text: string): FoldedText => {
  const at: Span[] = [];
  let folded = "";
  let start = 0;
  for (const sign of text) {
    const plain = plainSign(sign);
    const end = start + sign.length;
    // An accent that stands by itself belongs to the letter before it.
    const last = at.at(-1);
    if (plain === "" && last !== undefined && MARK.test(sign)) at[at.length - 1] = { ...last, end };
    for (let unit = 0; unit < plain.length; unit += 1) at.push({ start, end });
    folded += plain;
    start = end;
  }
  const latin = folded.replace(WORD, (word) => {
    const plain = inLatin(word);
    return plain.length === word.length ? plain : word;
  });
  return {
    text: latin,
    written: (span) => ({
      start: at[span.start]?.start ?? text.length,
      end: at[span.end - 1]?.end ?? text.length,
    }),
  };
};
