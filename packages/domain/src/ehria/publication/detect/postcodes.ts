import { type Detect, spansOf, WORD_END, WORD_START } from "./detector.ts";

/** A whole postcode, as BS 7666 and the Post Office write it; a district alone ("LE3") covers thousands. */
const GAP = "(?:\\s{0,3}|\\s?[.\\-]\\s?)";
const POSTCODE = new RegExp(
  `${WORD_START}(?:GIR${GAP}0AA|(?:[A-PR-UWYZ](?:\\d{1,2}|[A-HK-Y]\\d|[A-HK-Y]\\d\\d|\\d[A-HJKSTUW]|[A-HK-Y]\\d[ABEHMNPRVWXY]))${GAP}\\d[ABD-HJLNP-UW-Z]{2})${WORD_END}`,
  "giu",
);

export const detectPostcodes: Detect = (text) => spansOf(text, POSTCODE);
