import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkTargetTerms, formatTarget, OPERATORS_OF_KIND, type TargetDraft } from "./check-target-terms.ts";
import { type Aim, TARGET_KINDS, TARGET_OPERATORS } from "./vocabulary.ts";

const target = (changes: Partial<TargetDraft> = {}): TargetDraft => ({
  kind: "TARGET",
  operator: "GTE",
  low: "97.0",
  high: null,
  toleranceKind: null,
  tolerance: null,
  benchmarkGroup: null,
  note: null,
  ...changes,
});
const NO_BOUNDS = { low: null, high: null } as const;
const BAND = { kind: "BAND", operator: "BETWEEN", low: "6", high: "11" } as const;

describe("checkTargetTerms", () => {
  it.each<[string, Partial<TargetDraft>, Aim, string[]]>([
    ["at least 97%", {}, "HIGH", []],
    ["with half a point of tolerance", { toleranceKind: "ABSOLUTE", tolerance: "0.5" }, "HIGH", []],
    ["at least, where low is good", {}, "LOW", ["operator"]],
    ["at most, where high is good", { operator: "LTE", low: null, high: "3" }, "HIGH", ["operator"]],
    ["a band", BAND, "BAND", []],
    ["a band upside down", { ...BAND, low: "11", high: "6" }, "BAND", ["high"]],
    [
      "a band with a relative tolerance",
      { ...BAND, toleranceKind: "RELATIVE", tolerance: "10" },
      "BAND",
      ["toleranceKind"],
    ],
    ["a bound too many", { high: "99" }, "HIGH", ["high"]],
    ["no bound", { low: null }, "HIGH", ["low"]],
    ["maintain", { kind: "MAINTAIN", operator: "MAINTAIN", ...NO_BOUNDS }, "HIGH", []],
    ["maintain with a number", { kind: "MAINTAIN", operator: "MAINTAIN" }, "HIGH", ["low"]],
    ["to be confirmed", { kind: "TO_BE_CONFIRMED", operator: "NONE", ...NO_BOUNDS }, "HIGH", []],
    ["a benchmark of nobody", { kind: "BENCHMARK" }, "HIGH", ["benchmarkGroup"]],
    ["England's average", { kind: "BENCHMARK", benchmarkGroup: "England" }, "HIGH", []],
    ["a target of somebody", { benchmarkGroup: "England" }, "HIGH", ["benchmarkGroup"]],
    ["a tolerance of no kind", { tolerance: "1" }, "HIGH", ["tolerance"]],
    ["a tolerance below nought", { toleranceKind: "ABSOLUTE", tolerance: "-1" }, "HIGH", ["tolerance"]],
    ["a tolerance beyond all", { toleranceKind: "RELATIVE", tolerance: "101" }, "HIGH", ["tolerance"]],
  ])("%s", (_name, changes, aim, paths) => {
    expect(checkTargetTerms(target(changes), aim).map(({ path }) => path)).toEqual(paths);
  });

  it("takes no operator that the kind does not go with", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TARGET_KINDS),
        fc.constantFrom(...TARGET_OPERATORS),
        (kind, operator) => {
          const problems = checkTargetTerms(target({ kind, operator }), "INFORMATION");
          const refused = problems.some(({ message }) => message.startsWith("A target of the kind"));
          expect(refused).toBe(!OPERATORS_OF_KIND[kind].includes(operator));
        },
      ),
    );
  });
});

describe("formatTarget", () => {
  it.each<[Partial<TargetDraft>, string]>([
    [{}, "≥ 97.0%"],
    [{ operator: "GT", low: "11" }, "> 11%"],
    [{ operator: "LTE", low: null, high: "3" }, "≤ 3%"],
    [BAND, "6% to 11%"],
    [{ kind: "BENCHMARK", benchmarkGroup: "England" }, "≥ 97.0% (England)"],
    [{ kind: "MAINTAIN", operator: "MAINTAIN", low: null }, "Maintain last year"],
    [{ kind: "NONE", operator: "NONE", low: null }, "No target"],
  ])("%o", (changes, text) => {
    expect(formatTarget(target(changes), "PERCENT")).toBe(text);
  });
});
