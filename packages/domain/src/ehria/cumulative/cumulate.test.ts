import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IMPACT_DIRECTIONS, PROTECTED_CHARACTERISTICS, STAGES } from "../vocabulary.ts";
import { countingImpact, type ImpactRow } from "./counting-impact.ts";
import { columnOf, countIn, cumulate, IMPACT_COLUMNS } from "./cumulate.ts";
import { headlineOf } from "./headline.ts";

const row = (
  stage: ImpactRow["stage"],
  affected: boolean | null,
  direction: ImpactRow["direction"] = null,
): ImpactRow => ({ characteristic: "AGE", stage, affected, direction });

describe("the row that counts", () => {
  it.each([
    ["nothing", [], null, "NOT_ANSWERED"],
    ["an empty row", [row("SCREENING", null)], null, "NOT_ANSWERED"],
    ["a direction alone", [row("SCREENING", null, "NEGATIVE")], null, "NOT_ANSWERED"],
    ["a screening alone", [row("SCREENING", true, "NEGATIVE")], "SCREENING_ALONE", "NEGATIVE"],
    ["affected, without which way", [row("SCREENING", true)], "SCREENING_ALONE", "NO_DIRECTION"],
    [
      "not affected, though with a direction",
      [row("SCREENING", false, "NEGATIVE")],
      "SCREENING_ALONE",
      "NOT_AFFECTED",
    ],
    [
      "a report that finds the harm gone",
      [row("SCREENING", true, "NEGATIVE"), row("REPORT", false)],
      "REPORT_OVER_SCREENING",
      "NOT_AFFECTED",
    ],
    [
      "a report that finds harm",
      [row("REPORT", true, "NEGATIVE"), row("SCREENING", true, "POSITIVE")],
      "REPORT_OVER_SCREENING",
      "NEGATIVE",
    ],
    [
      "a report that says nothing yet",
      [row("SCREENING", true, "MIXED"), row("REPORT", null, "POSITIVE")],
      "REPORT_SILENT",
      "MIXED",
    ],
    ["a report without a screening", [row("REPORT", true, "UNKNOWN")], "REPORT_ALONE", "UNKNOWN"],
  ] as const)("of %s", (_what, rows, reason, column) => {
    const impact = countingImpact(rows, "AGE");
    expect(impact?.reason ?? null).toBe(reason);
    expect(columnOf(impact)).toBe(column);
  });
});

const anyRow = fc.record({
  characteristic: fc.constantFrom(...PROTECTED_CHARACTERISTICS),
  stage: fc.constantFrom(...STAGES),
  affected: fc.option(fc.boolean()),
  direction: fc.option(fc.constantFrom(...IMPACT_DIRECTIONS)),
});
const anySet = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    impacts: fc.uniqueArray(anyRow, {
      selector: ({ stage, characteristic }) => `${stage} ${characteristic}`,
    }),
  }),
  { selector: ({ id }) => id, maxLength: 12 },
);

describe("the table", () => {
  it("reconciles: each assessment stands once in each row, whatever it says", () => {
    fc.assert(
      fc.property(anySet, (assessments) => {
        const rows = cumulate(assessments);
        expect(rows.map(({ characteristic }) => characteristic)).toEqual([...PROTECTED_CHARACTERISTICS]);
        for (const { cells } of rows) {
          expect(cells.map(({ column }) => column)).toEqual([...IMPACT_COLUMNS]);
          const found = cells.flatMap(({ entries }) => entries.map(({ id }) => id));
          expect(found.sort()).toEqual(assessments.map(({ id }) => id).sort());
        }
      }),
    );
  });

  it("tells of no harm that no assessment tells of, and of each that one does", () => {
    fc.assert(
      fc.property(anySet, (assessments) => {
        const harmed = cumulate(assessments).some(
          (each) => countIn(each, "NEGATIVE") + countIn(each, "MIXED") > 0,
        );
        const [first = ""] = headlineOf(cumulate(assessments), assessments.length);
        expect(/says? that .* are affected/.test(first)).toBe(harmed);
      }),
    );
  });

  it("counts no assessment twice", () => {
    expect(() =>
      cumulate([
        { id: "a", impacts: [] },
        { id: "a", impacts: [] },
      ]),
    ).toThrow(RangeError);
  });
});

const saying = (...found: (readonly [ImpactRow["characteristic"], ImpactRow["direction"]])[]) => ({
  id: crypto.randomUUID(),
  impacts: found.map(([characteristic, direction]) => ({
    characteristic,
    stage: "SCREENING" as const,
    affected: true,
    direction,
  })),
});
const headline = (...assessments: ReturnType<typeof saying>[]) =>
  headlineOf(cumulate(assessments), assessments.length);

describe("the headline", () => {
  it.each([
    [[], ["No assessment is counted."]],
    [[saying(["AGE", "POSITIVE"])], ["The one assessment does not say that anybody is affected negatively."]],
    [
      [saying(["AGE", "NEGATIVE"])],
      ["The one assessment says that people of particular ages are affected negatively."],
    ],
    [
      [
        saying(["DISABILITY", "NEGATIVE"]),
        saying(["DISABILITY", "MIXED"]),
        saying(["AGE", "UNKNOWN"]),
        saying(),
      ],
      [
        "1 of 4 assessments says that disabled people are affected negatively, and 1 both positively and negatively.",
        "1 of 4 leaves open which way some group is affected.",
      ],
    ],
    [
      [saying(["AGE", null], ["SEX", "MIXED"]), saying()],
      [
        "1 of 2 assessments says that women or men in particular are affected both positively and negatively.",
        "1 of 2 leaves open which way some group is affected.",
      ],
    ],
    [
      [
        saying(["AGE", "NEGATIVE"], ["RACE", "NEGATIVE"], ["SEX", "NEGATIVE"], ["DISABILITY", "NEGATIVE"]),
        saying(["DISABILITY", "NEGATIVE"]),
      ],
      [
        "2 of 2 assessments say that disabled people are affected negatively.",
        "1 of 2 assessments says that people of particular ages are affected negatively.",
        "1 of 2 assessments says that people of particular ethnic groups are affected negatively.",
        "Negative impacts on women or men in particular are found as well.",
      ],
    ],
    [
      [saying(["AGE", "POSITIVE"]), saying()],
      ["None of 2 assessments says that anybody is affected negatively."],
    ],
  ])("%#", (assessments, sentences) => {
    expect(headline(...assessments)).toEqual(sentences);
  });
});
