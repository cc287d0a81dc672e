import type { Outcome } from "../../../data/outcome.ts";
import type { DashboardChange, WriteAnswer } from "./types.ts";

interface Written {
  dashboards: readonly DashboardChange[];
  observations?: readonly { doubts: readonly string[] }[];
}

/** The same answer from each of the four writes. */
export const answerOf = (outcome: Outcome<Written>): Outcome<WriteAnswer> => {
  if (outcome.kind !== "DONE") return outcome;
  const { dashboards, observations = [] } = outcome.value;
  return { kind: "DONE", value: { dashboards, doubts: observations.flatMap(({ doubts }) => doubts) } };
};
