import { expect, test } from "vitest";
import { readPlanAddress, writePlanAddress } from "./plan-address.ts";

const NOTHING = { organisation: null, period: null, on: null };

test.each([
  ["", NOTHING],
  [
    "organisation=E10000018&period=2019-04/2019-11&on=2020-06-30",
    { organisation: "E10000018", period: "2019-04/2019-11", on: "2020-06-30" },
  ],
  ["period=2019-20", { ...NOTHING, period: "2019-20" }],
  ["period=lately&organisation=E10000018", NOTHING],
  ["organisation=E10000018", NOTHING],
  ["on=2020-02-30", NOTHING],
])("“%s” asks for %j", (search, address) => {
  expect(readPlanAddress(new URLSearchParams(search))).toEqual(address);
});

test("what was read can be written and read again", () => {
  const address = { organisation: "E10000018", period: "2019-04/2019-11", on: "2020-06-30" };
  expect(readPlanAddress(new URLSearchParams(writePlanAddress(address)))).toEqual(address);
  expect(writePlanAddress(NOTHING)).toEqual({});
});
