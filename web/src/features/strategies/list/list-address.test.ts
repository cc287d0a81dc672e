import { expect, test } from "vitest";
import { listVariables } from "./list-address.ts";

const variables = (search: string) => listVariables(new URLSearchParams(search));

test.each([
  ["", {}, null],
  ["organisation=E10000018", { organisation: "E10000018" }, null],
  ["on=2020-01-20", { inForceOn: "2020-01-20" }, "2020-01-20"],
  [
    "organisation=E06000016&on=2018-04-01",
    { organisation: "E06000016", inForceOn: "2018-04-01" },
    "2018-04-01",
  ],
  ["on=2019-02-29", {}, null],
  ["on=yesterday&organisation=", {}, null],
  ["on=0001-01-01", {}, null],
])("“%s” asks for %j", (search, filter, on) => {
  expect(variables(search)).toEqual({ filter, on, first: 25, after: null });
});
