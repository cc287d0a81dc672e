import { expect, test } from "vitest";
import { actionVariables, downloadAddress } from "./action-filter.ts";

test.each([
  ["", { open: true }],
  ["show=overdue", { overdue: true }],
  ["show=mine&text=%20leaflet%20", { open: true, mine: true, text: "leaflet" }],
  ["status=DONE", { status: ["DONE"] }],
  ["show=mine&status=DELAYED", { open: true, mine: true, status: ["DELAYED"] }],
  ["show=all&characteristic=AGE&metric=1E", { characteristic: "AGE", metric: "1E" }],
  ["metric=1E&organisation=E10000018", { open: true, metric: "1E", organisation: "E10000018" }],
  ["plan=dementia&delivery=D02", { open: true, strategy: "dementia", deliveryAction: "D02" }],
  ["show=x&status=y&characteristic=z&department=", { open: true }],
])("%s", (search, filter) => {
  expect(actionVariables(new URLSearchParams(search)).filter).toEqual(filter);
});

test("the file is of the same list, from its beginning", () => {
  expect(downloadAddress(new URLSearchParams("show=mine&after=x"))).toBe("/downloads/actions.csv?show=mine");
  expect(downloadAddress(new URLSearchParams())).toBe("/downloads/actions.csv");
});
