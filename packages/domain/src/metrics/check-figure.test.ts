import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkFigure,
  doubtsAbout,
  type FigureDraft,
  type FigureMeasure,
  isSameFigure,
} from "./check-figure.ts";
import { periodOf } from "./period.ts";
import { UNITS } from "./vocabulary.ts";

const TODAY = "2020-01-15";
const SHARE: FigureMeasure = { unit: "PERCENT", accumulation: "PERIOD" };
const VISITS: FigureMeasure = { unit: "COUNT", accumulation: "CUMULATIVE" };

const draft = (changes: Partial<FigureDraft> & { code?: string } = {}): FigureDraft => {
  const { code = "2019-04/2019-11", ...rest } = changes;
  return {
    period: periodOf(code),
    status: "ACTUAL",
    value: "96.0",
    numerator: null,
    denominator: null,
    count: null,
    countOf: null,
    noValueReason: null,
    expectedOn: null,
    note: null,
    breakdown: null,
    ...rest,
  };
};
const NONE = { status: "NOT_AVAILABLE", value: null } as const;

describe("checkFigure", () => {
  it.each<[string, Partial<FigureDraft> & { code?: string }, FigureMeasure, string[]]>([
    ["a plain percentage", {}, SHARE, []],
    ["a percentage with its parts", { value: "95", numerator: "4784", denominator: "5000" }, SHARE, []],
    ["nought itself", { value: "0" }, VISITS, []],
    ["a reason for none", { ...NONE, noValueReason: "RESULTS_DUE", expectedOn: "May 2023" }, SHARE, []],
    ["nothing at all", { ...NONE }, SHARE, ["value"]],
    ["a value and a reason", { noValueReason: "SUPPRESSED" }, SHARE, ["noValueReason"]],
    ["no value called actual", { value: null, noValueReason: "NOT_COLLECTED" }, SHARE, ["status"]],
    ["a value called missing", { status: "NOT_AVAILABLE" }, SHARE, ["status"]],
    ["neither a value nor a reason", { value: null }, SHARE, ["value"]],
    ["a value still expected", { expectedOn: "May 2023" }, SHARE, ["expectedOn"]],
    ["parts that changed places", { numerator: "5000", denominator: "4784" }, SHARE, ["numerator"]],
    [
      "more events than people, for a rate",
      { numerator: "9", denominator: "5" },
      { ...SHARE, unit: "RATE_PER_1000" },
      [],
    ],
    ["a share of none", { numerator: "0", denominator: "0" }, SHARE, ["denominator"]],
    ["a numerator below nought", { numerator: "-1", denominator: "5" }, SHARE, ["numerator"]],
    ["fewer than no visits", { value: "-5" }, VISITS, ["value"]],
    ["money below nought", { value: "-5.20" }, { unit: "CURRENCY", accumulation: "PERIOD" }, []],
    ["parts without a value", { ...NONE, noValueReason: "DATA_QUALITY", count: "3" }, SHARE, ["value"]],
    ["what a count counts, without it", { countOf: "admissions" }, SHARE, ["countOf"]],
    ["a day for a growing count", { code: "2019-11-30" }, VISITS, ["period"]],
    ["a day for a share", { code: "2019-11-30" }, SHARE, []],
    ["an actual for next year", { code: "2020-21" }, SHARE, ["period"]],
    ["a forecast for next year", { code: "2020-21", status: "FORECAST" }, SHARE, []],
    ["a long note", { note: "x".repeat(2_001) }, SHARE, ["note"]],
    ["no category", { breakdown: { characteristic: "SEX", category: "" } }, SHARE, ["breakdown.category"]],
    [
      "no such characteristic",
      { breakdown: { characteristic: "HEIGHT", category: "Tall" } },
      SHARE,
      ["breakdown.characteristic"],
    ],
    ["a category", { breakdown: { characteristic: "SEX", category: "Women" } }, SHARE, []],
  ])("%s", (_name, changes, measure, paths) => {
    expect(checkFigure(draft(changes), measure, TODAY).map(({ path }) => path)).toEqual(paths);
  });

  it("always asks for a value or a reason, whatever the unit", () => {
    fc.assert(
      fc.property(fc.constantFrom(...UNITS), fc.boolean(), fc.boolean(), (unit, hasValue, hasReason) => {
        const figure = draft({
          status: hasValue ? "ACTUAL" : "NOT_AVAILABLE",
          value: hasValue ? "1" : null,
          noValueReason: hasReason ? "NOT_COLLECTED" : null,
        });
        const problems = checkFigure(figure, { unit, accumulation: "PERIOD" }, TODAY);
        expect(problems.length === 0).toBe(hasValue !== hasReason);
      }),
    );
  });
});

describe("doubtsAbout", () => {
  it.each<[Partial<FigureDraft> & { code?: string }, FigureMeasure, string[]]>([
    [{}, SHARE, []],
    [{ value: "104.2" }, SHARE, ["104.2% is more than 100%"]],
    [{ value: "-2" }, SHARE, ["-2% is less than 0%"]],
    // The paper's own slip: kept as printed, and doubted.
    [{ value: "76", numerator: "3394", denominator: "5171" }, SHARE, ["3394 of 5171 makes 66%, not 76%"]],
    [{ value: "85.0", numerator: "370", denominator: "430" }, SHARE, ["370 of 430 makes 86.0%, not 85.0%"]],
    [{ value: "12.5" }, VISITS, ["A count is usually a whole number"]],
    [{ value: "12.0" }, VISITS, []],
    [{ code: "2019-20" }, SHARE, ["Recorded as actual before 2019/20 had ended"]],
    [{ code: "2019-20", status: "PROVISIONAL" }, SHARE, []],
  ])("%o", (changes, measure, doubts) => {
    expect(doubtsAbout(draft(changes), measure, TODAY)).toEqual(doubts);
  });
});

describe("isSameFigure", () => {
  it.each([
    [{}, true],
    [{ value: "96" }, false],
    [{ note: "Checked" }, false],
    [{ status: "PROVISIONAL" as const }, false],
  ])("%o", (changes, same) => {
    expect(isSameFigure(draft(), draft(changes))).toBe(same);
  });
});
