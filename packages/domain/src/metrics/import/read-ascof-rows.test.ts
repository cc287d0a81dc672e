import { describe, expect, it } from "vitest";
import { periodOf } from "../period.ts";
import { ascofFrameworkOf, readAscofYear, readGroup, readMark } from "./ascof-codes.ts";
import { plainMeasureCode } from "./names.ts";
import { joinAscofRows, readAscofRow } from "./read-ascof-rows.ts";
import { suggestMapping } from "./suggest-mapping.ts";
import { mappingOf, SAMPLE_NAMES } from "./testing/sample-names.ts";
import type { ImportMapping } from "./vocabulary.ts";

/** As the files of 2014 to 2023 are headed. */
const HEADERS = [
  "Geographical Code",
  "Geographical Description",
  "Geographical Level",
  "ONS Area Code",
  "ASCOF Measure Code",
  "Disaggregation Level",
  "Measure Type",
  "Measure Value",
  "Measure Group",
  "Measure Group Description",
];
const MAPPING = mappingOf(HEADERS, "ASCOF", { constants: { PERIOD: "2018-19" } });

const row = (code: string, group: string, people: string, type: string, value: string, ons = "E10000018") => [
  "508",
  "Leicestershire",
  "Council",
  ons,
  code,
  people,
  type,
  value,
  group,
  "A description",
];

const join = (rows: string[][], mapping: ImportMapping = MAPPING) =>
  joinAscofRows(
    rows.map((cells, index) => readAscofRow(index + 2, cells, mapping)),
    mapping,
    SAMPLE_NAMES,
  );

describe("the rows of one figure", () => {
  it("are joined into one observation, whatever their order", () => {
    const { reading, problems, leftOut } = join([
      row("1C1A", "1C1A", "Total", "Denominator", "5,000"),
      row("1C1A", "1C1A", "Total", "Outcome", "95.7"),
      row("1C1A", "1C1A", "Total", "Numerator", "4784"),
      row("1C1A", "1C1A", "Total", "Base", "400"),
      row("1C1A", "1C1A", "Total", "Margin of Error", "1.1"),
    ]);
    expect(problems).toEqual([]);
    expect(leftOut).toBe(2);
    expect(reading).toMatchObject({
      row: 3,
      metric: { code: "1C pt 1a" },
      organisation: { code: "E10000018" },
      draft: {
        period: { code: "2018-19" },
        status: "ACTUAL",
        value: "95.7",
        numerator: "4784",
        denominator: "5000",
        breakdown: null,
      },
    });
  });

  it.each([
    ["1AF", "Female", { characteristic: "SEX", category: "Female" }],
    ["1A65OV", "65 and over", { characteristic: "AGE", category: "65 and over" }],
    ["1A1864", "18 to 64", { characteristic: "AGE", category: "18 to 64" }],
    ["1A", "Total", null],
  ])("%s (%s) are about %j", (code, people, breakdown) => {
    expect(join([row(code, "1A", people, "Outcome", "19.1")]).reading?.draft.breakdown).toEqual(breakdown);
  });

  it.each([
    ["[c]", "SUPPRESSED"],
    ["*", "SUPPRESSED"],
    [":", "NOT_COLLECTED"],
    ["-", "NOT_COLLECTED"],
    ["[x]", "NOT_COLLECTED"],
    ["[z]", "NOT_APPLICABLE"],
    ["[u]", "DATA_QUALITY"],
  ])(
    "with %s for an outcome have no value, for the reason %s, and no parts that would tell it",
    (mark, reason) => {
      const { reading } = join([
        row("1A", "1A", "Total", "Outcome", mark),
        row("1A", "1A", "Total", "Numerator", "3"),
      ]);
      expect(reading?.draft).toMatchObject({
        status: "NOT_AVAILABLE",
        value: null,
        numerator: null,
        noValueReason: reason,
      });
    },
  );

  it("may lack a part, or have it suppressed", () => {
    const { reading } = join([
      row("1A", "1A", "Total", "Outcome", "19.1"),
      row("1A", "1A", "Total", "Numerator", "[c]"),
    ]);
    expect(reading?.draft).toMatchObject({ value: "19.1", numerator: null, denominator: null });
  });

  it.each<[string, string[][], string[]]>([
    ["no outcome", [row("1A", "1A", "Total", "Numerator", "3")], ["2 NO_OUTCOME"]],
    [
      "an outcome twice",
      [row("1A", "1A", "Total", "Outcome", "3"), row("1A", "1A", "Total", "Outcome", "4")],
      ["2 DUPLICATE", "3 DUPLICATE"],
    ],
    ["an unreadable outcome", [row("1A", "1A", "Total", "Outcome", "low")], ["2 UNREADABLE_VALUE"]],
    ["an unknown measure", [row("9Z", "9Z", "Total", "Outcome", "3")], ["2 UNKNOWN_METRIC"]],
    ["an unknown area", [row("1A", "1A", "Total", "Outcome", "3", "E12000004")], ["2 UNKNOWN_ORGANISATION"]],
    ["an area out of reach", [row("1A", "1A", "Total", "Outcome", "3", "E06000017")], ["2 OUT_OF_REACH"]],
    [
      "a group that can't be told",
      [row("1AX", "1A", "Learning disability", "Outcome", "3")],
      ["2 UNKNOWN_GROUP"],
    ],
    ["a dash that could be nought", [row("1A", "1A", "Total", "Outcome", "-")], ["2 DOUBT"]],
  ])("with %s are reported", (_name, rows, said) => {
    expect(join(rows).problems.map(({ row: at, kind }) => `${at} ${kind}`)).toEqual(said);
  });

  it("are about a group where they name men or women, whatever their code", () => {
    const women = join([row("1A", "1A", "Female", "Outcome", "18.2")]);
    expect(women.reading?.draft.breakdown).toEqual({ characteristic: "SEX", category: "Female" });
    expect(join([row("1A", "1A", "18 to 64", "Outcome", "18.2")]).reading?.draft.breakdown).toBeNull();
  });

  it("that are blank are passed over, since the files don't say why", () => {
    expect(join([row("1A", "1A", "Total", "Outcome", "")])).toEqual({
      reading: null,
      problems: [],
      leftOut: 1,
    });
  });

  it("of unknown measures and areas are left out where the mapping says so", () => {
    const leaving = { ...MAPPING, leaveOutUnknownMetrics: true, leaveOutUnknownOrganisations: true };
    expect(join([row("9Z", "9Z", "Total", "Outcome", "3")], leaving)).toMatchObject({
      problems: [],
      leftOut: 1,
    });
    expect(join([row("1A", "1A", "Total", "Outcome", "3", "E12000004")], leaving)).toMatchObject({
      leftOut: 1,
    });
  });
});

describe("codes and years", () => {
  it("tell the measures of before and after April 2023 apart", () => {
    expect([ascofFrameworkOf(periodOf("2022-23")), ascofFrameworkOf(periodOf("2023-24"))]).toEqual([
      "ASCOF-2014",
      "ASCOF-2023",
    ]);
    const later = { ...MAPPING, constants: { PERIOD: "2023-24" } };
    expect(join([row("2A", "2A", "Total", "Outcome", "79.4")], later).reading?.metric.code).toBe("2A 2023");
    expect(join([row("2A1", "2A1", "Total", "Outcome", "14.4")], later).problems).toMatchObject([
      { kind: "UNKNOWN_METRIC", detail: "2A1 (ASCOF-2023)" },
    ]);
    expect(join([row("2A1", "2A1", "Total", "Outcome", "14.4")]).reading?.metric.code).toBe("2A pt 1");
  });

  it.each([
    ["1C pt 1a", "1C1A"],
    ["1C(1A)", "1C1A"],
    ["1C1A", "1C1A"],
    ["1I(1)", "1I1"],
    ["1I Part 1", "1I1"],
    ["1\u0421 pt 1a", "1C1A"],
  ])("%s is %s", (code, plain) => {
    expect(plainMeasureCode(code)).toBe(plain);
  });

  it.each([
    ["2018-19", "2018-19"],
    ["2018/19", "2018-19"],
    ["2018-2019", "2018-19"],
    ["201819", "2018-19"],
    ["2018-04/2018-09", "2018-04/2018-09"],
    ["2018", null],
    ["201820", null],
  ])("the year %s is %s", (text, code) => {
    const year = readAscofYear(text);
    expect(year.ok ? year.value.code : null).toBe(code);
  });

  it("no mark is a number, and no number a mark", () => {
    expect([readMark("0"), readMark("3"), readMark(""), readMark("constructor")]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect([readGroup("18 and over"), readGroup("Aged 85+"), readGroup("White")]).toEqual([
      "EVERYBODY",
      { characteristic: "AGE", category: "Aged 85+" },
      null,
    ]);
  });
});

describe("the mapping is suggested", () => {
  it.each([
    ["the files to 2023", HEADERS, "ASCOF", 9],
    [
      "the file of 2024/25",
      [
        "Geographical code",
        "Geographical description",
        "Geographical level",
        "ONS code",
        "ASCOF measure code",
        "Disaggregation level",
        "Measure type",
        "Measure value",
      ],
      "ASCOF",
      8,
    ],
    [
      "variants of spelling",
      ["ons_code", "Measure_Value", "MEASURE TYPE", "Measure-Group", "Financial year"],
      "ASCOF",
      5,
    ],
    ["our own format", ["Metric", "ORGANISATION", "period", "No_Value_Reason", "value"], "OWN", 5],
    [
      "an export with more columns",
      ["metric", "title", "organisation", "period", "value", "rating", "target"],
      "OWN",
      4,
    ],
  ] as const)("for %s", (_name, headers, format, known) => {
    const mapping = suggestMapping([{ row: 1, cells: headers }], {
      sheet: null,
      headerRow: null,
      format: null,
    });
    expect([mapping.format, Object.keys(mapping.columns).length]).toEqual([format, known]);
  });

  it("from the headers below a title", () => {
    const rows = [
      { row: 1, cells: ["Measures of the year"] },
      { row: 3, cells: ["metric", "organisation", "period", "value"] },
      { row: 4, cells: ["1A", "E10000018", "2019-20", "1"] },
    ];
    expect(suggestMapping(rows, { sheet: "S", headerRow: null, format: null })).toMatchObject({
      headerRow: 3,
      sheet: "S",
    });
    expect(suggestMapping(rows, { sheet: "S", headerRow: 4, format: null })).toMatchObject({
      headerRow: 4,
      columns: {},
    });
  });
});
