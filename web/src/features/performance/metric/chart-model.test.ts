import { describe, expect, it, test } from "vitest";
import type { Figure, Metric } from "../words.ts";
import { chartModel, valueOn } from "./chart-model.ts";
import { chooseSeries, seriesIn } from "./series.ts";
import { benchmark, figure, metric, ranking, target } from "./testing/samples.ts";

const model = (
  figures: Figure[],
  changes: Partial<Metric> = {},
  ranks: Parameters<typeof chartModel>[0]["ranks"] = null,
) => {
  const series = chooseSeries(seriesIn(figures), null);
  if (series === null) throw new Error("The test has no figures");
  return chartModel({
    series,
    contenders: [{ code: "A1", name: "Authority 1", figures }],
    metric: metric(changes),
    ranks,
  });
};

describe("what is drawn of figures", () => {
  it("leaves gaps where there is no value and where nothing was reported: never nought", () => {
    const { points, lines } = model([
      figure("2016-17", "50"),
      figure("2018-19", null),
      figure("2019-20", "0"),
    ]);
    expect(points.map(({ code, actual }) => [code, actual.A1?.value ?? null, actual.A1?.display])).toEqual([
      ["2016-17", 50, "50%"],
      ["2017-18", null, undefined],
      ["2018-19", null, "Survey not run"],
      ["2019-20", 0, "0%"],
    ]);
    const [line] = lines;
    expect(points.map((point) => line && valueOn(point, line))).toEqual([50, undefined, undefined, 0]);
  });

  it("keeps forecasts apart from actuals, also in one period", () => {
    const { points, lines } = model([
      figure("2018-19", "50"),
      figure("2019-20", "55"),
      figure("2019-20", "60", { status: "FORECAST" }),
      figure("2020-21", "62", { status: "FORECAST" }),
    ]);
    expect(points.map(({ actual, forecast }) => [actual.A1?.value, forecast.A1?.value])).toEqual([
      [50, undefined],
      [55, 60],
      [undefined, 62],
    ]);
    expect(lines.length).toBe(1);
  });

  it("begins a line of its own with a new definition, and marks it where there are figures on both sides", () => {
    const definition = (validFrom: string | null, breakNote: string | null) => ({
      validFrom,
      validTo: null,
      text: "How it is counted",
      breakNote,
      source: null,
    });
    const definitions = [definition(null, null), definition("2018-04-01", "Website visits count")];
    const figures = [
      figure("2016-17", "1"),
      figure("2017-18", "2"),
      figure("2018-19", "9"),
      figure("2019-20", "8"),
    ];
    const { points, lines, breaks } = model(figures, { definitions });
    expect(lines.map((line) => points.map((point) => valueOn(point, line) ?? null))).toEqual([
      [1, 2, null, null],
      [null, null, 9, 8],
    ]);
    expect(breaks).toEqual([{ code: "2018-19", label: "2018/19", note: "Website visits count" }]);
    expect(model(figures.slice(2), { definitions }).breaks).toEqual([]);
    expect(model(figures.slice(0, 2), { definitions }).breaks).toEqual([]);
  });
});

const TO_NOVEMBER = "2019-04/2019-11";

test.each<[string, Partial<Metric>, object | null]>([
  [
    "its own milestone",
    { targets: [target(TO_NOVEMBER, "40"), target("2019-20", "60")] },
    { line: 40, of: null },
  ],
  ["the whole year's target", { targets: [target("2019-20", "60")] }, { line: 60, of: "2019/20" }],
  [
    "no year's target, where a count grows through the year",
    { targets: [target("2019-20", "60")], accumulation: "CUMULATIVE" },
    null,
  ],
  ["another year's target", { targets: [target("2018-19", "60")] }, null],
  [
    "a band",
    { targets: [target(TO_NOVEMBER, "10", { operator: "BETWEEN", high: "15" })] },
    { line: null, band: [10, 15] },
  ],
  [
    "an upper bound",
    { targets: [target(TO_NOVEMBER, null, { operator: "LTE", high: "8" })] },
    { line: 8, band: null },
  ],
  [
    "a target to be confirmed",
    { targets: [target(TO_NOVEMBER, null, { operator: "NONE" })] },
    { line: null, band: null },
  ],
])("a figure to November is set beside %s", (_name, changes, expected) => {
  const [point] = model([figure(TO_NOVEMBER, "50")], changes).points;
  if (expected === null) expect(point?.target).toBe(null);
  else expect(point?.target).toMatchObject(expected);
});

test.each<[string, Partial<Metric>, object | null]>([
  [
    "England's",
    { benchmarks: [benchmark("2019-20", "55", "Region"), benchmark("2019-20", "58")] },
    { value: 58, group: "England" },
  ],
  [
    "that of the only group",
    { benchmarks: [benchmark("2019-20", "55", "Region")] },
    { value: 55, group: "Region" },
  ],
  ["none of another year", { benchmarks: [benchmark("2018-19", "55")] }, null],
])("the benchmark is %s", (_name, changes, expected) => {
  const [point] = model([figure("2019-20", "50")], changes).points;
  if (expected === null) expect(point?.benchmark).toBe(null);
  else expect(point?.benchmark).toMatchObject(expected);
});

test("quartiles are drawn for the periods that have them", () => {
  const ranks = {
    id: "m",
    series: [ranking("2019-20", [80, 70, 60, 50]), ranking("2018-19", [80, 70])],
    everybody: [],
  };
  const { points } = model([figure("2018-19", "70"), figure("2019-20", "80")], {}, ranks);
  expect(points.map(({ quarters }) => quarters)).toEqual([null, { top: 75, middle: 65, bottom: 55 }]);
});

test("the axis has room for all that is drawn, and round numbers on it", () => {
  const { axis } = model([figure("2018-19", "50"), figure("2019-20", "60")], {
    targets: [target("2019-20", "70")],
    benchmarks: [benchmark("2019-20", "40")],
  });
  expect(axis.ends[0]).toBeLessThan(40);
  expect(axis.ends[1]).toBeGreaterThan(70);
  expect(axis.ticks).toEqual([40, 50, 60, 70]);
});
