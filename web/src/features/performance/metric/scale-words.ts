import type { Unit } from "@due-regard/domain/metrics/vocabulary";

const plain = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });

const AFFIXES: Partial<Record<Unit, readonly [before: string, after: string]>> = {
  PERCENT: ["", "%"],
  CURRENCY: ["£", ""],
};

/** A number on an axis: short, since the page says once what is counted. */
export const scaleWords = (value: number, unit: Unit): string => {
  const [before, after] = AFFIXES[unit] ?? ["", ""];
  return `${before}${plain.format(value)}${after}`;
};
