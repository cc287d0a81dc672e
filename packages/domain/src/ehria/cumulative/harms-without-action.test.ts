import { describe, expect, it } from "vitest";
import { CHARACTERISTIC_ROWS } from "../reference-data.ts";
import { harmsWithoutAction, type PlannedAction } from "./harms-without-action.ts";

const wordsFor = (characteristic: string) =>
  CHARACTERISTIC_ROWS.find((each) => each.characteristic === characteristic)?.words ?? [];

const questions = { SCREENING: ["potential"], REPORT: ["recognised", "mitigation"] };
const harm = (affected: boolean | null, direction: "NEGATIVE" | "MIXED" | "POSITIVE" | "UNKNOWN" | null) => ({
  characteristic: "DISABILITY" as const,
  stage: "SCREENING" as const,
  affected,
  direction,
});
const action = (words: string, more: Partial<PlannedAction> = {}): PlannedAction => ({
  isOpen: true,
  fromQuestion: null,
  texts: [null, words],
  ...more,
});

describe("harms without an open action", () => {
  it.each([
    ["a harm and no plan", harm(true, "NEGATIVE"), [], ["NO_OPEN_ACTION"]],
    ["a harm to some", harm(true, "MIXED"), [], ["NO_OPEN_ACTION"]],
    ["a gain", harm(true, "POSITIVE"), [], []],
    ["affected, not known which way", harm(true, "UNKNOWN"), [], []],
    ["affected, no direction", harm(true, null), [], []],
    ["not affected, though marked as negative", harm(false, "NEGATIVE"), [], []],
    ["an action that names the group", harm(true, "NEGATIVE"), [action("Ask Disabled people")], []],
    [
      "an action that is done",
      harm(true, "NEGATIVE"),
      [action("Ask disabled people", { isOpen: false })],
      ["NO_OPEN_ACTION"],
    ],
    ["an action for something else", harm(true, "NEGATIVE"), [action("Ask carers")], ["NO_ACTION_NAMES_IT"]],
    ["an action from the row", harm(true, "NEGATIVE"), [action("Ask", { fromQuestion: "potential" })], []],
    [
      "an action from the other stage's question",
      harm(true, "NEGATIVE"),
      [action("Ask", { fromQuestion: "mitigation" })],
      ["NO_ACTION_NAMES_IT"],
    ],
  ])("%s", (_what, impact, actions, kinds) => {
    const gaps = harmsWithoutAction({ impacts: [impact], actions, questions }, wordsFor);
    expect(gaps.map(({ kind }) => kind)).toEqual(kinds);
  });

  it("goes by the report's row where it answers", () => {
    const impacts = [harm(true, "NEGATIVE"), { ...harm(true, "POSITIVE"), stage: "REPORT" as const }];
    expect(harmsWithoutAction({ impacts, actions: [], questions }, wordsFor)).toEqual([]);
  });
});
