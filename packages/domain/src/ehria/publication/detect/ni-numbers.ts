import { type Detect, spansOf, WORD_END, WORD_START } from "./detector.ts";

/**
 * Two letters, six figures, a letter (HMRC manual NIM39110): neither D, F, I, Q, U nor V in the prefix, no O as its second letter,
 * and none of the prefixes that are never given.
 */
const NI_NUMBER = new RegExp(
  `${WORD_START}(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]${WORD_END}`,
  "giu",
);

export const detectNiNumbers: Detect = (text) => spansOf(text, NI_NUMBER);
