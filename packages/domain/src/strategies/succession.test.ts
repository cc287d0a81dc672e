import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carriedOver, lineOf, type MetricLink, type PlanInLine } from "./succession.ts";

const plan = (id: string, supersedesId: string | null, startsOn: string): PlanInLine => ({
  id,
  supersedesId,
  startsOn,
});

const PLANS = [
  plan("2022", "2018", "2022-04-01"),
  plan("2014", null, "2014-04-01"),
  plan("2018", "2014", "2018-04-01"),
  plan("carers", null, "2018-04-01"),
  plan("2018b", "2014", "2018-09-01"),
];

describe("lineOf", () => {
  it.each([
    ["2014", ["2014", "2018", "2018b", "2022"]],
    ["2018", ["2014", "2018", "2022"]],
    ["2022", ["2014", "2018", "2022"]],
    ["2018b", ["2014", "2018b"]],
    ["carers", ["carers"]],
    ["nothing", []],
  ])("of %s, oldest first: %j", (id, line) => {
    expect(lineOf(PLANS, id).map((each) => each.id)).toEqual(line);
  });

  it("ends even where plans loop, and always holds the plan itself", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { minLength: 6, maxLength: 6 }), (earlier) => {
        const loops = earlier.map((one, index) => plan(`${index}`, `${one}`, "2020-01-01"));
        expect(lineOf(loops, "0").map(({ id }) => id)).toContain("0");
      }),
    );
  });
});

describe("carriedOver", () => {
  const link = (metricId: string, elementId: string): MetricLink => ({ metricId, elementId });

  it("holds what hangs in both, each under its elements of either plan, once", () => {
    const before = [link("1E", "work"), link("2D", "care"), link("2D", "reablement"), link("2D", "care")];
    const now = [link("2D", "home"), link("new", "home"), link("1E", "skills"), link("1E", "skills")];
    expect(carriedOver(before, now)).toEqual([
      { metricId: "2D", before: ["care", "reablement"], now: ["home"] },
      { metricId: "1E", before: ["work"], now: ["skills"] },
    ]);
  });

  it("is the same whichever plan is called the later one, but for its order", () => {
    const links = fc.array(fc.record({ metricId: fc.constantFrom("a", "b", "c"), elementId: fc.string() }));
    fc.assert(
      fc.property(links, links, (before, now) => {
        const forth = carriedOver(before, now).map(({ metricId }) => metricId);
        const back = carriedOver(now, before).map(({ metricId }) => metricId);
        expect(forth.sort()).toEqual(back.sort());
      }),
    );
  });
});
