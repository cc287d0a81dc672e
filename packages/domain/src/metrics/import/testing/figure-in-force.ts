import type { FigureInForce } from "../figure-reading.ts";

/** What stands before a row is read about the same figure. */
export const IN_FORCE: FigureInForce = {
  id: "now",
  unit: "PERCENT",
  status: "ACTUAL",
  value: "101",
  numerator: null,
  denominator: null,
  count: null,
  countOf: null,
  noValueReason: null,
  expectedOn: null,
  note: null,
  recordedAt: "2024-03-01 09:00:00.123456+00",
};
