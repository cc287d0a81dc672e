import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readSearch, SEARCH_LIMITS, type Search } from "./read-search.ts";

const read = (text: string): Search => {
  const result = readSearch(text);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
};

const within = (start: string, end: string) => ({ start, end, match: "WITHIN" });

describe("periods, as people and papers write them", () => {
  test.each<[string, string[], object[]]>([
    ["carers 2019/20", ["carers"], [within("2019-04-01", "2020-03-31")]],
    ["carers 2019-20", ["carers"], [within("2019-04-01", "2020-03-31")]],
    ["2019/2020 carers", ["carers"], [within("2019-04-01", "2020-03-31")]],
    ["Delay, Q3 2017/18", ["delay"], [within("2017-10-01", "2017-12-31")]],
    ["2017-18-Q3 delay", ["delay"], [within("2017-10-01", "2017-12-31")]],
    ["quarter 4 of 2017/18", [], [within("2018-01-01", "2018-03-31")]],
    ["2017/18 Q1", [], [within("2017-04-01", "2017-06-30")]],
    ["heritage April to November 2019", ["heritage"], [within("2019-04-01", "2019-11-30")]],
    ["Apr-Nov 2019", [], [within("2019-04-01", "2019-11-30")]],
    ["oct to mar 2019", [], [within("2018-10-01", "2019-03-31")]],
    ["October 2018 to March 2019", [], [within("2018-10-01", "2019-03-31")]],
    ["visits Nov 2019", ["visits"], [within("2019-11-01", "2019-11-30")]],
    ["2019-11", [], [within("2019-11-01", "2019-11-30")]],
    ["2019-04/2019-11", [], [within("2019-04-01", "2019-11-30")]],
    ["AY2017-18", [], [within("2017-09-01", "2018-08-31")]],
    ["academic year 2017/18", [], [within("2017-09-01", "2018-08-31")]],
    ["2017-12-31", [], [within("2017-12-31", "2017-12-31")]],
    ["carers 2019", ["carers"], [{ start: "2019-01-01", end: "2019-12-31", match: "OVERLAPS" }]],
    ["2018/19 2019/20", [], [within("2018-04-01", "2019-03-31"), within("2019-04-01", "2020-03-31")]],
  ])("%s", (text, words, periods) => {
    expect(read(text)).toMatchObject({ words, periods });
  });

  test.each<[string, string[]]>([
    ["plan 2018-22", ["plan", "2018-22"]],
    ["1C pt 2a", ["1c", "pt", "2a"]],
    ["may cause", ["may", "cause"]],
    ["2019-13", ["2019-13"]],
    ["12345", ["12345"]],
    ["5171/3394", ["5171", "3394"]],
    ["march to the square", ["march", "to", "the", "square"]],
  ])("none in %s", (text, words) => {
    expect(read(text)).toMatchObject({ words, periods: [] });
  });
});

test("words once each, in lower case, with what belongs to them", () => {
  expect(read("  Carer’s RE-ABLEMENT, carer’s; (home) ").words).toEqual(["carer’s", "re-ablement", "home"]);
  expect(read("ﬁnance").words).toEqual(["finance"]);
});

test("the whole as a code", () => {
  expect(read("1C pt 2a").code).toBe("1cpt2a");
  expect(read("LOCAL-heritage-visits").code).toBe("localheritagevisits");
});

test("asks for nothing where nothing is said", () => {
  expect(read(" ?! ")).toEqual({ words: [], periods: [], code: "" });
});

test.each<[string, string]>([
  ["a".repeat(201), "up to 200 characters"],
  ["a b c d e f g h i j k", "up to 10 words"],
])("refuses what is too long", (text, message) => {
  expect(readSearch(text)).toMatchObject({
    ok: false,
    failure: { problems: [{ message: expect.stringContaining(message) }] },
  });
});

test("property: any text is read or refused, and what is read keeps to the limits", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 220 }), (text) => {
      const result = readSearch(text);
      if (!result.ok) return;
      const { words, periods, code } = result.value;
      expect(words.length).toBeLessThanOrEqual(SEARCH_LIMITS.words);
      // Nothing that means something to a query of Postgres.
      expect([...words, code].filter((word) => /[\s&|!:*<>()\\]/.test(word))).toEqual([]);
      expect(periods.filter(({ start, end }) => start > end)).toEqual([]);
    }),
  );
});
