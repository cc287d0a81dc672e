import { BETWEEN, type Detect, spansOf, WORD_END, WORD_START } from "./detector.ts";

/**
 * Two letters, six figures, a letter (HMRC manual NIM39110): neither D, F, I, Q, U nor V in the prefix, no O as its second letter,
 * and none of the prefixes that are never given. In pairs or single signs, with whatever stands between them.
 */
const NI_NUMBER = new RegExp(
  `${WORD_START}(?!(?:B ?G|G ?B|K ?N|N ?K|N ?T|T ?N|Z ?Z))[A-CEGHJ-PR-TW-Z] ?[A-CEGHJ-NPR-TW-Z]${BETWEEN}(?:\\d ?\\d${BETWEEN}){3}[A-D]${WORD_END}`,
  "giu",
);

export const detectNiNumbers: Detect = (text) => spansOf(text, NI_NUMBER);
