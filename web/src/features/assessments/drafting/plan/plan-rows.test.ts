import { expect, test } from "vitest";
import type { SaveState } from "../../saving/save-state.ts";
import { planRows } from "./plan-rows.ts";

const stored = {
  id: "a1",
  objective: "Fewer missed visits",
  action: "Ask providers for figures",
  target: "Under 1%",
  officer: "Lead Commissioner",
  due: "2027-03-31",
  fromQuestion: null,
  version: 1,
};

const waits = (action: string, objective: string, state: SaveState, isRemoved = false) => ({
  address: { reference: "EHRIA-2026-0001", action, isNew: action !== "a1" },
  value: {
    objective,
    action: "",
    target: "",
    officer: "",
    due: { day: "31", month: "2", year: "2027" },
    fromQuestion: "",
    isRemoved,
  },
  state,
});

test("what is stored and nothing else", () => {
  expect(planRows([stored], [])).toEqual([{ action: "a1", shown: stored, isRemoved: false, state: null }]);
});

test("what was changed and not saved yet stands in its place, and new actions at the end", () => {
  const rows = planRows([stored], [waits("new-1", "A new one", "HELD"), waits("a1", "Changed", "OFFLINE")]);
  expect(rows.map(({ action, shown, state }) => [action, shown.objective, state])).toEqual([
    ["a1", "Changed", "OFFLINE"],
    ["new-1", "A new one", "HELD"],
  ]);
});

test("what was taken out shows what it was; a date that is none yet is left out", () => {
  const [row] = planRows([stored], [waits("a1", "", "OFFLINE", true)]);
  expect(row).toMatchObject({ isRemoved: true, shown: { objective: "Fewer missed visits" } });
  expect(planRows([], [waits("new-1", "New", "HELD")])[0]?.shown.due).toBeNull();
});
