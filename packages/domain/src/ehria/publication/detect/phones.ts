import { findPhoneNumbersInText } from "libphonenumber-js/min";
import type { Span } from "../hit.ts";
import { type Detect, spansOf } from "./detector.ts";

/**
 * By the shape alone, for numbers that nobody was given and for slips of the pen: 0 or +44, then nine or ten figures, in whatever
 * groups people write them.
 */
const UK_SHAPE = /(?<!\p{N})(?:\+44|0044|\(?0)(?:[\s()\-./_]{0,3}\d){9,10}(?![\d\p{L}])/gu;
const EXTENSION = /(?<![\p{L}\p{N}])(?:ext(?:ension|n)?\.?|x) ?\d{3,6}(?![\d\p{L}])/giu;

/** "oh one one six, four nine six …": seven or more in a row. */
const SPOKEN_FIGURE =
  "(?:double |treble |triple )?(?:zero|nought|oh|one|two|three|four|five|six|seven|eight|nine)";
const SPOKEN = new RegExp(`(?<!\\p{L})${SPOKEN_FIGURE}(?:[\\s,-]{1,3}${SPOKEN_FIGURE}){6,}(?!\\p{L})`, "giu");

const byLibrary = (text: string): Span[] =>
  findPhoneNumbersInText(text, "GB").map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt }));

/** Numbers that Ofcom's plan has (libphonenumber-js), those that only look like one, and extensions. */
export const detectPhones: Detect = (text) => [
  ...byLibrary(text),
  ...spansOf(text, UK_SHAPE),
  ...spansOf(text, EXTENSION),
  ...spansOf(text, SPOKEN),
];
