import { periodOf } from "@due-regard/domain/metrics/period";
import type { Breakdown } from "../types.ts";

/** A breakdown as anybody but an analyst gets it: one group hidden, one shown. */
export const breakdown = (): Breakdown => ({
  characteristic: "SEX",
  period: periodOf("2023-24"),
  periods: [
    { code: "2023-24", label: "2023/24" },
    { code: "2022-23", label: "2022/23" },
  ],
  observations: [
    {
      id: "1",
      display: "Suppressed to protect privacy",
      status: "NOT_AVAILABLE",
      value: null,
      unit: "PERCENT",
      noValueReason: "SUPPRESSED",
      note: null,
      doubts: [],
      breakdown: { category: "Another sex" },
    },
    {
      id: "2",
      display: "68% (320 out of 470)",
      status: "ACTUAL",
      value: "68",
      unit: "PERCENT",
      noValueReason: null,
      note: null,
      doubts: [],
      breakdown: { category: "Women" },
    },
  ],
  disparities: [
    {
      category: "Another sex",
      reference: "Everybody else",
      ratio: null,
      low: null,
      high: null,
      couldBeChance: null,
      note: "The numbers are too small to compare, or were not recorded",
    },
    {
      category: "Women",
      reference: "Everybody else",
      ratio: "1.22",
      low: "1.10",
      high: "1.36",
      couldBeChance: false,
      note: "Worked out from counts rounded to five",
    },
  ],
});
