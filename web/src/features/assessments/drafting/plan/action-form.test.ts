import { expect, test } from "vitest";
import { checkAction, draftOf } from "./action-form.ts";

const complete = {
  objective: "Fewer missed visits",
  action: "Ask providers for figures each month",
  target: "Under 1%",
  officer: "Lead Commissioner",
  due: { day: "", month: "", year: "" },
  fromQuestion: "",
};

test("an empty action lacks everything but its date", () => {
  expect(checkAction(draftOf(null)).map(({ field }) => field)).toEqual([
    "action-objective",
    "action-action",
    "action-target",
    "action-officer",
  ]);
});

test.each([
  [{ day: "", month: "", year: "" }, []],
  [{ day: "31", month: "3", year: "2027" }, []],
  [{ day: "31", month: "2", year: "2027" }, ["Date must be a real date"]],
  [{ day: "31", month: "", year: "2027" }, ["Date must include a month"]],
  [{ day: "1", month: "4", year: "27" }, ["Year must have 4 numbers"]],
])("date %o gives %o", (due, messages) => {
  expect(checkAction({ ...complete, due }).map(({ message }) => message)).toEqual(messages);
});
