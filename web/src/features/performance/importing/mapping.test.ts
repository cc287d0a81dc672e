import { expect, test } from "vitest";
import { contestedOf, mappingError, mappingInput, openingMapping, originsOf, samplesOf } from "./mapping.ts";
import type { FileColumns, Mapping } from "./types.ts";

const suggested: Mapping = {
  format: "OWN",
  sheet: "Figures",
  headerRow: 1,
  columns: [
    { field: "METRIC", column: 1 },
    { field: "VALUE", column: 4 },
  ],
  constants: [{ field: "PERIOD", value: "2019-20" }],
  leaveOutUnknownMetrics: false,
  leaveOutUnknownOrganisations: true,
};

test("a mapping becomes what the form holds, and comes back as it was", () => {
  const origins = originsOf(suggested);
  expect(origins).toEqual({
    METRIC: { kind: "COLUMN", column: 1 },
    VALUE: { kind: "COLUMN", column: 4 },
    PERIOD: { kind: "VALUE", value: "2019-20" },
  });
  const { leaveOutUnknownMetrics, leaveOutUnknownOrganisations } = suggested;
  expect(mappingInput(suggested, { origins, leaveOutUnknownMetrics, leaveOutUnknownOrganisations })).toEqual(
    suggested,
  );
});

test("blank values and fields of the other format are left out", () => {
  const choices = { leaveOutUnknownMetrics: true, leaveOutUnknownOrganisations: false };
  const input = mappingInput(suggested, {
    origins: {
      METRIC: { kind: "COLUMN", column: 2 },
      PERIOD: { kind: "VALUE", value: "  " },
      ORGANISATION: { kind: "VALUE", value: " E10000018 " },
      NOTE: { kind: "NONE" },
      MEASURE_CODE: { kind: "COLUMN", column: 3 },
    },
    ...choices,
  });
  expect(input).toMatchObject({
    columns: [{ field: "METRIC", column: 2 }],
    constants: [{ field: "ORGANISATION", value: "E10000018" }],
    ...choices,
  });
});

const file = (mapping: Mapping | null): FileColumns =>
  ({
    mapping,
    suggestedMapping: suggested,
    firstRows: [
      { row: 1, cells: ["metric", "note"] },
      { row: 2, cells: ["1E", ""] },
      { row: 3, cells: ["1G", "late"] },
      { row: 4, cells: ["1E"] },
    ],
  }) as unknown as FileColumns;

test("the form opens with what was used last, unless the file is looked at in another way", () => {
  const used = { ...suggested, constants: [] };
  expect(openingMapping(file(used))).toBe(used);
  expect(openingMapping(file({ ...used, headerRow: 3 }))).toBe(suggested);
  expect(openingMapping(file(null))).toBe(suggested);
});

test("a column is known by what stands in it, each cell once", () => {
  expect(samplesOf(file(null), 1, 1)).toBe("1E · 1G");
  expect(samplesOf(file(null), 1, 2)).toBe("late");
  expect(samplesOf(file(null), 3, 1)).toBe("1E");
  expect(samplesOf(file(null), 1, 9)).toBe("");
});

test.each([
  ["mapping.columns.METRIC", "field-METRIC"],
  ["mapping.constants.PERIOD", "value-PERIOD"],
  ["mapping.headerRow", "header-row"],
  ["mapping.sheet", "sheet"],
  ["text", null],
])("a problem at %s is shown at %s", (path, field) => {
  expect(mappingError({ path, message: "Words" })).toEqual({ field, message: "Words" });
});

test("fields are named as the page names them", () => {
  const message = "Say which column holds VALUE or NO_VALUE_REASON or ONS_CODE: ACTUAL is none";
  expect(mappingError({ path: "text", message }).message).toBe(
    "Say which column holds the value or the reason for no value or the ONS code of the area: ACTUAL is none",
  );
});

test("of several columns with one heading a person is asked which is meant", () => {
  const columns = ["metric", "value", "Value"].map((header, index) => ({ position: index + 1, header }));
  expect(contestedOf({ columns } as unknown as FileColumns, "OWN")).toEqual({
    VALUE: "Columns 2 and 3 are headed so: choose the one that holds it.",
  });
});
