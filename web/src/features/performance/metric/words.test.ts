import { expect, test } from "vitest";
import { chartModel } from "./chart-model.ts";
import { homeOrganisation } from "./load-metric.ts";
import { computedPlace, printedPlace, rankWords } from "./place-words.ts";
import { chooseSeries, seriesIn } from "./series.ts";
import { shortName } from "./short-name.ts";
import { readPoint, speakPoint } from "./spoken.ts";
import { tableRows } from "./table-rows.ts";
import { benchmark, figure, metric, ranking, standing, target } from "./testing/samples.ts";

const figures = [
  figure("2018-19", null),
  figure("2019-20", "62.1"),
  figure("2019-20", "65", { status: "FORECAST", display: "65% (forecast)" }),
];
const contenders = [
  { code: "A1", name: "Leicestershire", figures },
  { code: "A2", name: "Rutland", figures: [] },
];
const series = chooseSeries(seriesIn(figures), null);
const about = metric({
  targets: [target("2019-20", "60"), target("2018-19", null)],
  benchmarks: [benchmark("2019-20", "59.2")],
  reportedStandings: [standing("2019-20")],
});
const ranks = { id: "m", series: [ranking("2019-20", [80, 62.1, 60, 50])], everybody: [] };

test("a place of the chart is read out with all that stands there", () => {
  if (series === null) throw new Error("No series");
  const { points } = chartModel({ series, contenders, metric: about, ranks });
  const [blank, full] = points.map((point) => speakPoint(point, readPoint(point, contenders, "PERCENT")));
  expect(blank).toBe("2018/19. Leicestershire: Survey not run. Rutland: no figure. Target: To be confirmed");
  expect(full).toBe(
    "2019/20. Leicestershire: 62.1%. Leicestershire, forecast: 65% (forecast). Rutland: no figure. Target: 60%. England: 59.2%. Quartiles: top 75%, median 65%, bottom 55%",
  );
});

test("the table has every period, newest first, with actual before forecast", () => {
  if (series === null) throw new Error("No series");
  const rows = tableRows({ series, contenders, metric: about, ranks });
  expect(rows.map(({ period, figures: own }) => [period.code, own.A1?.map(({ status }) => status)])).toEqual([
    ["2019-20", ["ACTUAL", "FORECAST"]],
    ["2018-19", ["NOT_AVAILABLE"]],
  ]);
  expect(rows[0]).toMatchObject({
    target: { row: { display: "60%" }, of: null },
    benchmarks: [{ display: "59.2%" }],
    ranking: { of: 4 },
    printed: [{ quartile: "TOP" }],
  });
});

test.each([
  [{ rank: 34, of: 151, tied: false }, "34 of 151"],
  [{ rank: 34, of: 151, tied: true }, "34 of 151 (=)"],
])("%o is %s", (place, words) => {
  expect(rankWords(place)).toBe(words);
});

test.each([
  [{ rank: 33, of: 151, tied: true, quartile: "TOP" as const }, "33 of 151 (=), Top quartile"],
  [{ rank: 33, of: 151, tied: null, quartile: null }, "33 of 151"],
  [{ quartile: "THIRD" as const }, "Third quartile"],
  [{ quartile: null, display: "n/a" }, "n/a"],
])("a printed place %o is %s", (changes, words) => {
  expect(printedPlace(standing("2019-20", changes))).toBe(words);
});

test.each([
  [[80, 70, 60, 50], "A2", "2 of 4, Second quartile"],
  [[80, 70], "A2", "2 of 2"],
  [[80], "A1", null],
  [[80, 70], "B9", null],
])("among %j, %s stands %s", (values, code, words) => {
  expect(computedPlace(ranking("2019-20", values), code)).toBe(words);
});

test.each([
  ["Leicestershire County Council", "Leicestershire"],
  ["Leicester City Council", "Leicester"],
  ["London Borough of Camden Council", "Camden"],
  ["Wigan Metropolitan Borough Council", "Wigan"],
  ["England", "England"],
])("%s is %s for short", (name, short) => {
  expect(shortName(name)).toBe(short);
});

const organisation = (code: string, kind: "COUNTY" | "UNITARY" | "NATION") => ({ id: code, code, kind });
const reporting = (
  own: string | null,
  codes: [string, "COUNTY" | "UNITARY" | "NATION"][],
  editions: string[] = [],
) => ({
  metric: { id: "m", organisations: codes.map(([code, kind]) => organisation(code, kind)) },
  viewer: { department: own === null ? null : { id: "d", organisation: { id: own, code: own } } },
  dashboardEditions: editions.map((code) => ({ organisation: { id: code, code } })),
  organisations: { edges: [{ node: { id: "any", code: "any" } }] },
});

test.each<[string, ReturnType<typeof reporting>, string]>([
  [
    "the reader's own",
    reporting("B", [
      ["A", "COUNTY"],
      ["B", "UNITARY"],
    ]),
    "B",
  ],
  [
    "a county",
    reporting("Z", [
      ["E", "NATION"],
      ["U", "UNITARY"],
      ["C", "COUNTY"],
    ]),
    "C",
  ],
  [
    "no nation, where there is a council",
    reporting(null, [
      ["E", "NATION"],
      ["U", "UNITARY"],
    ]),
    "U",
  ],
  ["the reader's own, where nobody has figures", reporting("B", []), "B"],
  [
    "one with dashboards, where nobody has figures and the reader no council",
    reporting(null, [], ["X", "C"]),
    "C",
  ],
  ["anybody, where nobody has figures and the reader no council", reporting(null, []), "any"],
])("an address that names nobody shows %s", (_name, answered, code) => {
  expect(homeOrganisation(answered)).toBe(code);
});
