import { BETWEEN, type Detect, spansOf } from "./detector.ts";

/** Ten figures in groups of 3, 3 and 4 with whatever stands between them; in one; or with single spaces anywhere. */
const SHAPE = new RegExp(
  `(?<!\\d)(?:\\d{3}${BETWEEN}\\d{3}${BETWEEN}\\d{4}|\\d(?: ?\\d){9})(?![\\p{L}\\p{N}]|[-/.]\\d)`,
  "gu",
);

/** The tenth figure checks the nine before it, modulus 11 (NHS Data Dictionary, "NHS number"). */
export const isNhsNumber = (text: string): boolean => {
  const figures = [...text.replace(/\D/g, "")].map(Number);
  if (figures.length !== 10) return false;
  const sum = figures.slice(0, 9).reduce((total, figure, index) => total + figure * (10 - index), 0);
  return (11 - (sum % 11)) % 11 === figures[9];
};

export const detectNhsNumbers: Detect = (text) => spansOf(text, SHAPE, isNhsNumber);
