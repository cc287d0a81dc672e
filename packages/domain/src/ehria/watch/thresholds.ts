import { compareDecimals, type Decimal, isDecimal } from "../../metrics/decimal.ts";
import type { Problem } from "../../result.ts";
import { pastThreshold, type Thresholds } from "./causes.ts";

/**
 * What stands against thresholds that an officer sets on a citation of a figure: each must be a number, the lower one below the
 * upper, and the figure as it was cited between them, or it would be past them from the start.
 *
 * @param pinned the figure's value when it was cited, with how it was shown; null: it had none, and any bounds will do
 */
export const checkThresholds = (
  { above, below }: Thresholds,
  pinned: { value: Decimal | null; display: string },
): Problem[] => {
  const unreadable = Object.entries({ above, below }).flatMap(([path, value]) =>
    value === null || isDecimal(value)
      ? []
      : [{ path, message: "Give a number, such as 12.5, without a unit." }],
  );
  if (unreadable.length > 0) return unreadable;
  if (above !== null && below !== null && compareDecimals(below, above) >= 0)
    return [{ path: "below", message: `Give a lower bound that is less than ${above}.` }];
  const side = pastThreshold(pinned.value, { above, below });
  if (side === null) return [];
  const path = side.startsWith("above") ? "above" : "below";
  return [{ path, message: `The figure was ${pinned.display} when it was cited, which is ${side} already.` }];
};
