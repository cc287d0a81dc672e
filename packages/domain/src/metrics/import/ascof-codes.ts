import { invalid, ok, type Result } from "../../result.ts";
import { financialYear, type Period, parsePeriod } from "../period.ts";
import { readYearSpan } from "../printed/period-hint.ts";
import type { NoValueReason } from "../vocabulary.ts";
import { plainMeasureCode } from "./names.ts";

/** How the national ASCOF files name years, measures, groups and blanks. */

/** Codes were used again, for other measures, from April 2023: a code alone says nothing. */
const FRAMEWORKS = [
  { framework: "ASCOF-2023", from: "2023-04-01" },
  { framework: "ASCOF-2014", from: "0000-01-01" },
] as const;

export function ascofFrameworkOf({ start }: Period): string {
  return (FRAMEWORKS.find(({ from }) => from <= start) ?? FRAMEWORKS[1]).framework;
}

/** A period code, or a year as the files write it: 2018/19, 2018-2019, 201819. */
export function readAscofYear(text: string): Result<Period> {
  const spaced = /^\d{6}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4)}` : text;
  const start = readYearSpan(spaced);
  if (start !== null) return ok(financialYear(start));
  if (text === "") return invalid([{ path: "period", message: "" }]);
  return parsePeriod(text);
}

/** What is added to a measure's code to name a group: 1A65OV is people of 65 and over in 1A, 1AF women. */
const GROUP_ENDING = /(1864|64U|65OV|6574|7584|75OV|85OV|[MF])$/;

/** The codes to look a measure up by, likeliest first: that of its group of measures, its own, its own without the group. */
export function measureCodes(group: string, code: string): string[] {
  const own = plainMeasureCode(code);
  return [plainMeasureCode(group), own, own.replace(GROUP_ENDING, "")].filter((each) => each !== "");
}

export type AscofGroup = { characteristic: string; category: string } | "EVERYBODY" | null;

const AGES = /^(aged )?(\d{2}( ?(to|-|–) ?\d{2}|\+| and (over|under|above|below)))$/i;

/** Whom a row is about: everybody, a group by sex or age, or (null) a group that can't be told. */
export function readGroup(text: string): AscofGroup {
  if (/^(|total|all|all ages|all people|persons?|18\+|18 and over|n\/?a)$/i.test(text)) return "EVERYBODY";
  if (/^(male|female|men|women)s?$/i.test(text)) return { characteristic: "SEX", category: text };
  return AGES.test(text) ? { characteristic: "AGE", category: text } : null;
}

export const MEASURE_TYPES = ["NUMERATOR", "DENOMINATOR", "OUTCOME"] as const;
export type MeasureType = (typeof MEASURE_TYPES)[number];

/** Numerator, denominator or outcome; null for what an observation does not keep (base, margin of error). */
export function readMeasureType(text: string): MeasureType | null {
  return MEASURE_TYPES.find((each) => each === text.toUpperCase()) ?? null;
}

/**
 * Marks that stand in place of a number: those of the Government Statistical Service and the older ones of the files. No
 * mark is nought.
 */
const MARKS: Record<string, { reason: NoValueReason; doubt: string | null }> = {
  "[c]": { reason: "SUPPRESSED", doubt: null },
  c: { reason: "SUPPRESSED", doubt: null },
  "*": { reason: "SUPPRESSED", doubt: null },
  "**": { reason: "SUPPRESSED", doubt: null },
  "[x]": { reason: "NOT_COLLECTED", doubt: null },
  "[w]": { reason: "NOT_COLLECTED", doubt: null },
  ":": { reason: "NOT_COLLECTED", doubt: null },
  "..": { reason: "NOT_COLLECTED", doubt: null },
  "-": {
    reason: "NOT_COLLECTED",
    doubt: "“-” is read as not available: some files write it where there were none",
  },
  "–": {
    reason: "NOT_COLLECTED",
    doubt: "“–” is read as not available: some files write it where there were none",
  },
  "[z]": { reason: "NOT_APPLICABLE", doubt: null },
  z: { reason: "NOT_APPLICABLE", doubt: null },
  "n/a": { reason: "NOT_APPLICABLE", doubt: null },
  "[u]": { reason: "DATA_QUALITY", doubt: null },
  "[er]": { reason: "DATA_QUALITY", doubt: null },
};

export function readMark(text: string): { reason: NoValueReason; doubt: string | null } | null {
  const key = text.toLowerCase();
  return Object.hasOwn(MARKS, key) ? (MARKS[key] ?? null) : null;
}
