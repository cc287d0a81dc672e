import type { Breakdown } from "./types.ts";

/** One group of people in the breakdown's chart. */
export interface GroupBar {
  category: string;
  /** Null: there is no figure to draw; `words` says why. */
  value: number | null;
  words: string;
  suppressed: boolean;
  ratio: number | null;
  /** From the ratio down and up to the ends of its 95% interval. */
  interval: [down: number, up: number] | null;
  /** What is said in place of a ratio. */
  ratioWords: string;
  /** What a reader should know of the ratio. */
  note: string | null;
  couldBeChance: boolean | null;
}

const intervalWords = ({ ratio, low, high }: { ratio: string; low: string; high: string }): string =>
  `${ratio} (95% interval ${low} to ${high})`;

/** The groups as chart and table show them. What is suppressed has no number at all: it is never nought. */
export const groupBars = ({ observations, disparities }: Breakdown): GroupBar[] =>
  observations.map(({ breakdown, value, display, noValueReason }) => {
    const category = breakdown?.category ?? "";
    const found = disparities.find((disparity) => disparity.category === category);
    const { ratio = null, low = null, high = null, note = null, couldBeChance = null } = found ?? {};
    const whole = ratio !== null && low !== null && high !== null ? { ratio, low, high } : null;
    return {
      category,
      value: value === null ? null : Number(value),
      words: display,
      suppressed: noValueReason === "SUPPRESSED",
      ratio: whole && Number(whole.ratio),
      interval: whole && [Number(whole.ratio) - Number(whole.low), Number(whole.high) - Number(whole.ratio)],
      ratioWords: whole ? intervalWords(whole) : (note ?? "Not compared"),
      note: whole ? note : null,
      couldBeChance,
    };
  });

/** What a ratio means, in words. */
export const chanceWords = (couldBeChance: boolean | null): string | null => {
  if (couldBeChance === null) return null;
  return couldBeChance ? "The difference could be chance" : "More than chance would explain";
};

/** "Religion or belief" of RELIGION_OR_BELIEF. */
export const characteristicName = (characteristic: Breakdown["characteristic"]): string =>
  `${characteristic.slice(0, 1)}${characteristic.slice(1).toLowerCase().replaceAll("_", " ")}`;
