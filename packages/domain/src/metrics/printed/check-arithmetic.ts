import {
  compareDecimals,
  decimalPlaces,
  divideDecimals,
  groupThousands,
  multiplyDecimals,
} from "../decimal.ts";
import type { PrintedValue } from "./parse-printed-value.ts";

/**
 * A finding where a printed percentage does not follow from the parts printed beside it ("85.0% (370/430)"), in words;
 * null where it does. Nothing is corrected: a source is kept as printed. Parts in thousands are rounded, so they prove
 * nothing ("99.6% (1.4k out of 1.4k)").
 */
export function checkPercentage(printed: PrintedValue, unit = printed.unit): string | null {
  const { value, numerator, denominator, partsRounded } = printed;
  if (unit !== "PERCENT" || value === null || numerator === null || denominator === null || partsRounded)
    return null;
  const worked = divideDecimals(multiplyDecimals(numerator, "100"), denominator, decimalPlaces(value));
  const parts = `${groupThousands(numerator)} of ${groupThousands(denominator)}`;
  if (worked === null) return `${parts} makes no percentage`;
  return compareDecimals(worked, value) === 0 ? null : `${parts} makes ${worked}%, not ${value}%`;
}
