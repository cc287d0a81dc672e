import { describe, expect, it } from "vitest";
import { checkReading, type FigureInForce } from "./figure-reading.ts";
import { isBlocked, PROBLEM_KINDS } from "./problems.ts";
import { readOwnRow } from "./read-own-row.ts";
import { IN_FORCE } from "./testing/figure-in-force.ts";
import { mappingOf, SAMPLE_NAMES } from "./testing/sample-names.ts";

const TODAY = "2024-06-01";
type Row = Record<string, string>;

const read = (row: Row) => {
  const full: Row = { metric: "1C pt 1a", organisation: "E10000018", period: "2021-22", ...row };
  const headers = Object.keys(full);
  return readOwnRow(5, Object.values(full), mappingOf(headers, "OWN"), SAMPLE_NAMES);
};

/** All that is wrong with a row, as kind and field, with what is said. */
const problemsOf = (row: Row, current: FigureInForce | null = null): string[] => {
  const { reading, problems } = read(row);
  const checked = reading === null ? [] : checkReading(reading, current, TODAY).problems;
  return [...problems, ...checked].map(
    ({ kind, field, detail }) => `${kind} ${field}: ${PROBLEM_KINDS[kind].wrong(detail)}`,
  );
};

const figureOf = (row: Row) => {
  const { reading, problems } = read(row);
  expect(problems.filter((each) => isBlocked([each]))).toEqual([]);
  if (reading === null) throw new Error("The row was not read");
  const { unit, display, doubts } = checkReading(reading, null, TODAY);
  const { value, status, noValueReason, numerator, denominator, count, countOf, expectedOn } = reading.draft;
  return {
    value,
    status,
    noValueReason,
    numerator,
    denominator,
    count,
    countOf,
    expectedOn,
    unit,
    display,
    doubts,
  };
};

describe("a value", () => {
  it.each<[Row, object]>([
    [{ value: "96.0" }, { value: "96.0", status: "ACTUAL", display: "96.0%" }],
    [{ value: " 96.0 " }, { value: "96.0", display: "96.0%" }],
    [{ value: "96.0%" }, { value: "96.0", display: "96.0%" }],
    [
      { value: "95% (4,784 out of 5,000)" },
      { value: "95", numerator: "4784", denominator: "5000", display: "95% (4,784 out of 5,000)" },
    ],
    [
      { metric: "visits", value: "1.41m" },
      { value: "1410000", display: "1.41m" },
    ],
    [
      { metric: "visits", value: "1,373" },
      { value: "1373", display: "1,373" },
    ],
    [
      { metric: "visits", value: "776.8k" },
      { value: "776800", display: "776.8k" },
    ],
    [
      { metric: "spend", value: "-5.25" },
      { value: "-5.25", display: "-£5.25" },
    ],
    [
      { value: "Survey results due May 2023" },
      { value: null, status: "NOT_AVAILABLE", noValueReason: "RESULTS_DUE", expectedOn: "May 2023" },
    ],
    [{ value: "Suppressed" }, { value: null, noValueReason: "SUPPRESSED", display: "Suppressed" }],
    [{ value: "N/A" }, { value: null, noValueReason: "NOT_APPLICABLE" }],
    [
      { "no value reason": "not collected" },
      { value: null, status: "NOT_AVAILABLE", display: "Not collected" },
    ],
    [
      { value: "", printed: "96.0%" },
      { value: "96.0", display: "96.0%" },
    ],
    [
      { value: "96.0", printed: "96.0% of people" },
      { value: "96.0", display: "96.0% of people" },
    ],
    [
      { value: "96.0", status: "provisional" },
      { status: "PROVISIONAL", display: "96.0% (provisional)" },
    ],
    [
      { metric: "2A pt 1", value: "7.9", count: "33", "count of": "admissions" },
      { value: "7.9", count: "33", countOf: "admissions", display: "7.9 per 100,000 (33 admissions)" },
    ],
    [{ value: "0" }, { value: "0", status: "ACTUAL", display: "0%" }],
    [
      { value: "50.0", unit: "Rate per 1000" },
      { unit: "RATE_PER_1000", display: "50.0 per 1,000" },
    ],
  ])("%j", (row, expected) => {
    expect(figureOf(row)).toMatchObject(expected);
  });

  it.each<[Row, string]>([
    [{ value: ">11%" }, "UNREADABLE_VALUE VALUE: “>11%” can’t be read as a number."],
    [
      { value: "5,3" },
      "UNREADABLE_VALUE VALUE: “5,3” can’t be read as a number: its comma groups no thousands. With a decimal point it would be 5.3.",
    ],
    [{ value: "about 50" }, "UNREADABLE_VALUE VALUE: “about 50” can’t be read as a number."],
    [
      { value: "1.2E+5" },
      "UNREADABLE_VALUE VALUE: “1.2E+5” is a spreadsheet’s short form that has lost digits.",
    ],
    [{ value: "1".repeat(31) }, "UNREADABLE_VALUE"],
    [{ value: "50", numerator: "few" }, "UNREADABLE_VALUE NUMERATOR: “few” can’t be read as a number."],
    [{ value: "#REF!" }, "UNREADABLE_VALUE VALUE"],
  ])("%j is not guessed", (row, said) => {
    const [first] = problemsOf(row);
    expect(first).toContain(said);
    expect(read(row).reading).toBeNull();
  });
});

describe("what is wrong with a row is told by its column", () => {
  it.each<[Row, string[]]>([
    [{ metric: "9Z", value: "1" }, ["UNKNOWN_METRIC METRIC: “9Z” is not among this council’s metrics."]],
    [{ metric: "", value: "1" }, ["MISSING_CELL METRIC: There is no metric in this row."]],
    [
      { organisation: "E99", value: "1" },
      ["UNKNOWN_ORGANISATION ORGANISATION: No organisation with the code “E99” is known here."],
    ],
    [
      { organisation: "E06000017", value: "1" },
      ["OUT_OF_REACH ORGANISATION: Your role does not reach as far as Rutland."],
    ],
    [{ period: "", value: "1" }, ["MISSING_CELL PERIOD: There is no period in this row."]],
    [{ value: "" }, ["BREAKS_RULE VALUE: Give a value, or say why there is none: no value is not nought."]],
    [
      { value: "1", "no value reason": "SUPPRESSED", status: "ACTUAL" },
      ["BREAKS_RULE NO_VALUE_REASON: Give a value or a reason for none, not both."],
    ],
    [
      { value: "50", numerator: "6", denominator: "5" },
      [
        "BREAKS_RULE NUMERATOR: The numerator of a percentage can't be more than its denominator. Have they changed places?",
      ],
    ],
    [
      { value: "50", period: "2030-31" },
      ["BREAKS_RULE PERIOD: 2030/31 has not begun: until then only a forecast can be recorded."],
    ],
    [
      { value: "50", "breakdown characteristic": "Sex" },
      ["MISSING_CELL BREAKDOWN_CATEGORY: There is no group for this characteristic in this row."],
    ],
    [
      { value: "50", "breakdown category": "Women" },
      ["MISSING_CELL BREAKDOWN_CHARACTERISTIC: There is no characteristic for this group in this row."],
    ],
    [{ value: "50", note: "x".repeat(2_001) }, ["BREAKS_RULE NOTE: Use 2000 characters or fewer."]],
    [
      { value: "50", printed: "x".repeat(501) },
      ["TOO_LONG PRINTED: This is longer than the 500 characters that are kept."],
    ],
    [
      { metric: "delays", value: "50%" },
      ["WRONG_UNIT VALUE: The cell is printed as per cent, and the figure is in days."],
    ],
    [
      { value: "50", "forecast method": "Officer", "forecast basis": "Beds lost" },
      ["BREAKS_RULE STATUS: Only a forecast has a method and a basis."],
    ],
    [
      { value: "50", status: "forecast", "forecast method": "Officer" },
      ["MISSING_CELL FORECAST_BASIS: There is no basis for this forecast in this row."],
    ],
    [
      { value: "50", status: "forecast", "forecast basis": "Beds lost" },
      ["MISSING_CELL FORECAST_METHOD: There is no method for this forecast in this row."],
    ],
    [{ value: "50", status: "forecast", "forecast method": "Officer", "forecast basis": "Beds lost" }, []],
    // To look at, and no hindrance.
    [{ value: "101.5" }, ["DOUBT VALUE: 101.5% is more than 100%"]],
    [
      { value: "76", numerator: "3394", denominator: "5171" },
      ["DOUBT VALUE: 3394 of 5171 makes 66%, not 76%"],
    ],
    [
      { value: "96.0", printed: "69.0%" },
      ["PRINTED_DIFFERS PRINTED: “69.0%” is printed, and the value is 96.0."],
    ],
    [
      { metric: "visits", period: "2019-20", value: "107.8k (Apr-Nov)" },
      ["PRINTED_DIFFERS VALUE: The cell says April to November 2019, and the row is about 2019/20."],
    ],
    [
      { value: "50", unit: "DAYS" },
      ["OTHER_UNIT UNIT: The figure is in days, and others of this metric are in per cent."],
    ],
    [
      { metric: "1\u0421 pt 1a", value: "50" },
      ["LOOK_ALIKE METRIC: “1\u0421 pt 1a” holds letters of another alphabet: read as “1C pt 1a”"],
    ],
    [
      { metric: "11 pt 1", value: "50" },
      ["LOOK_ALIKE METRIC: “11 pt 1” has a digit or small letter for I: read as “1I pt 1”"],
    ],
    [{ metric: "1Cia", value: "50" }, []],
    // Words in any case are read; others are not.
    [
      { value: "50", status: "final" },
      ["UNREADABLE_WORD STATUS: “final” is none of ACTUAL, PROVISIONAL, ESTIMATE, FORECAST, NOT_AVAILABLE."],
    ],
  ])("%j", (row, said) => {
    expect(problemsOf(row)).toEqual(said);
  });

  it("tells all that is wrong at once", () => {
    const kinds = problemsOf({ metric: "9Z", organisation: "E99", period: "2019/20", value: "many" });
    expect(kinds.map((each) => each.split(" ")[0])).toEqual([
      "UNKNOWN_METRIC",
      "UNKNOWN_ORGANISATION",
      "UNREADABLE_PERIOD",
      "UNREADABLE_VALUE",
    ]);
  });

  it("keeps the doubt about a look-alike letter with the figure", () => {
    expect(figureOf({ metric: "1\u0421 pt 1a", value: "50", doubts: "Seen before" }).doubts).toEqual([
      "Seen before",
      "“1\u0421 pt 1a” holds letters of another alphabet: read as “1C pt 1a”",
    ]);
  });
});

describe("against what is in force", () => {
  const outcomeOf = (row: Row, current: FigureInForce | null) => {
    const { reading } = read(row);
    if (reading === null) throw new Error("The row was not read");
    return checkReading(reading, current, TODAY);
  };

  it("is new, revised or the same, to the digit", () => {
    expect(outcomeOf({ value: "101" }, null).outcome).toBe("NEW");
    expect(outcomeOf({ value: "101" }, IN_FORCE).outcome).toBe("SAME");
    expect(outcomeOf({ value: "101.0" }, IN_FORCE).outcome).toBe("REVISED");
    expect(outcomeOf({ value: "101", note: "Checked" }, IN_FORCE).outcome).toBe("REVISED");
    expect(outcomeOf({ value: "101", unit: "SCORE" }, IN_FORCE).outcome).toBe("REVISED");
  });

  it("asks nothing about a figure that changes nothing, and keeps the unit of what it corrects", () => {
    expect(outcomeOf({ value: "101" }, IN_FORCE).problems).toEqual([]);
    expect(outcomeOf({ value: "102" }, { ...IN_FORCE, unit: "SCORE" })).toMatchObject({
      unit: "SCORE",
      problems: [],
    });
  });
});

describe("the mapping", () => {
  const headers = ["metric", "value"];
  it("gives one value for all rows where there is no column", () => {
    const constants = { ORGANISATION: "E10000018", PERIOD: "2021-22", STATUS: "ESTIMATE" };
    const mapping = mappingOf(headers, "OWN", { constants });
    const { reading } = readOwnRow(2, ["1C pt 1a", "50"], mapping, SAMPLE_NAMES);
    expect(reading).toMatchObject({ draft: { status: "ESTIMATE", period: { code: "2021-22" } } });
  });

  it("leaves out what is unknown where it says so, without a problem", () => {
    const leaving = {
      leaveOutUnknownMetrics: true,
      constants: { ORGANISATION: "E10000018", PERIOD: "2021-22" },
    };
    const mapping = mappingOf(headers, "OWN", leaving);
    expect(readOwnRow(2, ["9Z", "50"], mapping, SAMPLE_NAMES)).toEqual({
      reading: null,
      problems: [],
      leftOut: true,
    });
  });
});
