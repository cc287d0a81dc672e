import { expect, it } from "vitest";
import { checkReading } from "./figure-reading.ts";
import { isBlocked } from "./problems.ts";
import { readOwnRow } from "./read-own-row.ts";
import { IN_FORCE } from "./testing/figure-in-force.ts";
import { mappingOf, SAMPLE_NAMES } from "./testing/sample-names.ts";

const MAPPING = mappingOf(["metric", "organisation", "period", "value", "recorded at"], "OWN");

const ask = (held: string, value: string, current = IN_FORCE) => {
  const cells = ["1C pt 1a", "E10000018", "2021-22", value, held];
  const { reading, problems } = readOwnRow(5, cells, MAPPING, SAMPLE_NAMES);
  if (reading === null) throw new Error("The row was not read");
  return [...problems, ...checkReading(reading, current, "2024-06-01").problems];
};

it.each<[held: string, value: string, said: [kind: string, detail: string][]]>([
  ["", "99", []],
  // The version in force itself: downloads write thousandths of a second.
  ["2024-03-01T09:00:00.123Z", "99", []],
  [
    "2024-03-01T09:00:00.122Z",
    "99",
    [["REVISED_SINCE", "This is the figure as recorded on 1 March 2024; it was revised on 1 March 2024."]],
  ],
  [
    "2020-01-20T00:00:00.000Z",
    "99",
    [["REVISED_SINCE", "This is the figure as recorded on 20 January 2020; it was revised on 1 March 2024."]],
  ],
  // Nothing would change.
  ["2020-01-20T00:00:00.000Z", "101", []],
  ["20/01/2020 00:00", "99", [["UNREADABLE_INSTANT", "20/01/2020 00:00"]]],
])("a row that holds the version of “%s” and says %s", (held, value, said) => {
  const found = ask(held, value);
  expect(found.map(({ kind, detail }) => [kind, detail])).toEqual(said);
  expect(isBlocked(found)).toBe(false);
});

it("asks nothing where it is not known when the figure in force was recorded", () => {
  expect(ask("2020-01-20T00:00:00.000Z", "99", { ...IN_FORCE, recordedAt: null })).toEqual([]);
});
