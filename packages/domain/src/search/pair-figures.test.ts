import { expect, test } from "vitest";
import { type Match, pairFigures } from "./pair-figures.ts";

const words = ["carers", "leicester", "city"];
const match = (id: string, ...named: string[]): Match => ({
  id,
  covers: words.map((word) => named.includes(word)),
});

const CARERS = match("carers", "carers");
const COUNTY = match("county", "leicester");
const CITY = match("city", "leicester", "city");
const YORK = match("york", "city");

test.each<[string, Match[], Match[], string[] | null, [string, string | null, string[]][]]>([
  ["the organisation that most words name", [CARERS], [COUNTY, CITY, YORK], null, [["carers", "city", []]]],
  [
    "both where two are named alike",
    [CARERS],
    [COUNTY, YORK],
    null,
    [
      ["carers", "county", ["city"]],
      ["carers", "york", ["leicester"]],
    ],
  ],
  [
    "no organisation where none is named: the other words name a group",
    [CARERS],
    [],
    null,
    [["carers", null, ["leicester", "city"]]],
  ],
  [
    "words of the metric name no organisation",
    [match("city carers", "carers", "leicester", "city")],
    [CITY],
    null,
    [["city carers", null, []]],
  ],
  [
    "only those that may be asked about, named or not",
    [CARERS],
    [CITY],
    ["county", "city"],
    [["carers", "city", []]],
  ],
  ["one that no word names", [CARERS], [CITY], ["york"], [["carers", "york", ["leicester", "city"]]]],
  [
    "the best metric first",
    [CARERS, match("other", "city")],
    [COUNTY],
    null,
    [
      ["carers", "county", ["city"]],
      ["other", "county", ["carers"]],
    ],
  ],
])("%s", (_name, metrics, organisations, only, pairs) => {
  expect(pairFigures(words, metrics, organisations, only)).toEqual(
    pairs.map(([metricId, organisationId, group]) => ({ metricId, organisationId, group })),
  );
});

test("without words every metric is asked about, of anybody", () => {
  expect(pairFigures([], [{ id: "m", covers: [] }], [], null)).toEqual([
    { metricId: "m", organisationId: null, group: [] },
  ]);
});

test("no more pairs than anybody reads", () => {
  const many = Array.from({ length: 100 }, (_each, index) => match(`${index}`, "carers"));
  const cities = Array.from({ length: 100 }, (_each, index) => match(`c${index}`, "city"));
  expect(pairFigures(words, many, cities, null)).toHaveLength(2_000);
});
