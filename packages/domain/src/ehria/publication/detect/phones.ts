import { findPhoneNumbersInText } from "libphonenumber-js/min";
import type { Span } from "../hit.ts";
import { type Detect, spansOf } from "./detector.ts";

/**
 * By the shape alone, for numbers that nobody was given and for slips of the pen: 0 or +44, then nine or ten figures, in whatever
 * groups people write them.
 */
const UK_SHAPE = /(?<![\p{L}\p{N}])(?:\+44|0044|\(?0)[\d ()\-.–]{7,18}\d(?![\d\p{L}])/gu;
const EXTENSION = /(?<![\p{L}\p{N}])(?:ext(?:ension|n)?\.?|x) ?\d{3,6}(?![\d\p{L}])/giu;

const FIGURES = [10, 11, 12, 13, 14];
const isLongEnough = (match: string): boolean => FIGURES.includes(match.replace(/\D/g, "").length);

const byLibrary = (text: string): Span[] =>
  findPhoneNumbersInText(text, "GB").map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt }));

/** Numbers that Ofcom's plan has (libphonenumber-js), those that only look like one, and extensions. */
export const detectPhones: Detect = (text) => [
  ...byLibrary(text),
  ...spansOf(text, UK_SHAPE, isLongEnough),
  ...spansOf(text, EXTENSION),
];
