import { compareDecimals, type Decimal, divideDecimals, multiplyDecimals, roundDecimal } from "./decimal.ts";

/** Counts under this are hidden from everyone but the analysts (domain.md §1). */
export const SMALLEST_SHOWN = 5;
/** What counts are rounded to. */
export const ROUNDING_BASE = 5;

/** One cell of a breakdown: a category and how many people. Null: there was no figure to begin with. */
export interface CountCell {
  key: string;
  count: number | null;
}

/** `count` is rounded. A suppressed cell has no count at all, so that it can't be taken for nought. */
export interface ProtectedCell {
  key: string;
  count: number | null;
  suppressed: boolean;
  /** SMALL: under five people. SECONDARY: hidden so that a small cell can't be found by subtraction. */
  reason: "SMALL" | "SECONDARY" | null;
}

/**
 * Protects the categories of one breakdown whose total is known. Cells under five are hidden; then the smallest that
 * still shows is hidden too, until at least two cells are hidden and together they hold five or more, so that taking the
 * rest from the total gives nothing away. What shows is rounded to five.
 */
export function protectCounts(cells: readonly CountCell[]): ProtectedCell[] {
  const hidden = new Map<string, "SMALL" | "SECONDARY">();
  for (const cell of cells) {
    if (cell.count !== null && cell.count < SMALLEST_SHOWN) hidden.set(cell.key, "SMALL");
  }
  const showing = cells
    .filter((cell): cell is { key: string; count: number } => cell.count !== null && !hidden.has(cell.key))
    .sort((a, b) => a.count - b.count);
  for (const next of showing) {
    if (!canBeFound(cells, hidden)) break;
    hidden.set(next.key, "SECONDARY");
  }
  return cells.map(({ key, count }) => {
    const reason = hidden.get(key) ?? null;
    const shown = reason !== null || count === null ? null : roundCount(count);
    return { key, count: shown, suppressed: reason !== null, reason };
  });
}

/** To the nearest five; a half goes up. */
export function roundCount(count: number): number {
  return Math.round(count / ROUNDING_BASE) * ROUNDING_BASE;
}

/** A total of its own, or a count that belongs to no breakdown. Null when it must be hidden. */
export function protectCount(count: number): number | null {
  return count < SMALLEST_SHOWN ? null : roundCount(count);
}

/** A rate of a breakdown: hidden with its numerator or denominator, and otherwise without the digits that give counts away. */
export interface RateCell {
  key: string;
  /** Percentage of the group, as recorded. */
  value: Decimal | null;
  numerator: number | null;
  denominator: number | null;
}

export interface ProtectedRate {
  key: string;
  /** Whole percent. */
  value: Decimal | null;
  numerator: number | null;
  denominator: number | null;
  suppressed: boolean;
}

/** Protects percentages: a cell is hidden where its numerator is, by the rules for counts, or where its group is under five. */
export function protectRates(cells: readonly RateCell[]): ProtectedRate[] {
  const numerators = protectCounts(cells.map(({ key, numerator }) => ({ key, count: numerator })));
  return cells.map((cell, index) => {
    const groupTooSmall = cell.denominator !== null && cell.denominator < SMALLEST_SHOWN;
    const suppressed = (numerators[index]?.suppressed ?? true) || groupTooSmall;
    if (suppressed) return { key: cell.key, value: null, numerator: null, denominator: null, suppressed };
    return {
      key: cell.key,
      value: wholePercent(cell),
      numerator: numerators[index]?.count ?? null,
      denominator: cell.denominator === null ? null : roundCount(cell.denominator),
      suppressed,
    };
  });
}

function wholePercent({ value, numerator, denominator }: RateCell): Decimal | null {
  if (value !== null) return roundDecimal(value, 0);
  if (numerator === null || denominator === null) return null;
  return divideDecimals(multiplyDecimals(String(numerator), "100"), String(denominator), 0);
}

/** Whether a hidden cell could be worked out from the rest: it stands alone, or all hidden ones together are under five. */
function canBeFound(cells: readonly CountCell[], hidden: ReadonlyMap<string, string>): boolean {
  if (hidden.size === 0) return false;
  const total = cells
    .filter((cell) => hidden.has(cell.key))
    .reduce((sum, cell) => sum + (cell.count ?? 0), 0);
  return hidden.size === 1 || compareDecimals(String(total), String(SMALLEST_SHOWN)) < 0;
}
