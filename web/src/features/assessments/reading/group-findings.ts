import type { Finding } from "../types.ts";

export const WEIGHTS = ["BLOCKS", "WARNS", "SUGGESTS"] as const satisfies readonly Finding["weight"][];

/** What the checker says for one reason, with each place that it says it of. */
export interface FindingsForReason {
  message: string;
  findings: readonly Finding[];
}

export interface WeightGroup {
  weight: Finding["weight"];
  count: number;
  reasons: readonly FindingsForReason[];
}

/** By weight, the heaviest first; within it by reason, so that "the form asks for this" is said once and not eleven times. */
export const groupFindings = (findings: readonly Finding[]): WeightGroup[] =>
  WEIGHTS.flatMap((weight) => {
    const own = findings.filter((finding) => finding.weight === weight);
    if (own.length === 0) return [];
    const reasons = [...Map.groupBy(own, ({ message }) => message)].map(([message, same]) => ({
      message,
      findings: same,
    }));
    return [{ weight, count: own.length, reasons }];
  });
