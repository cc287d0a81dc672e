import { expect, test } from "vitest";
import { listVariables } from "./list-filter.ts";

const TODAY = "2026-11-28";
const read = (address: string) => listVariables(new URLSearchParams(address), TODAY);

test.each([
  ["", {}],
  ["status=DRAFT", { status: ["DRAFT"] }],
  ["status=NONSENSE&characteristic=NONSENSE&due=7", {}],
  ["show=mine&search=care", { mine: true, search: "care" }],
  ["department=RGVw&characteristic=AGE", { department: "RGVw", characteristic: "AGE" }],
  ["due=0", { reviewDueBy: "2026-11-28" }],
  ["due=92", { reviewDueBy: "2027-02-28" }],
])("“%s” asks for %o", (address, filter) => {
  expect(read(address).filter).toEqual(filter);
});

test("the order is the newest first unless another is asked for", () => {
  expect([read("").orderBy, read("order=REVIEW_DUE").orderBy, read("order=x").orderBy]).toEqual([
    "STARTED_NEWEST",
    "REVIEW_DUE",
    "STARTED_NEWEST",
  ]);
});
