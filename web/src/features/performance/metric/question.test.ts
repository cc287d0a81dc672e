import { expect, test } from "vitest";
import { type MetricQuestion, readQuestion, writeQuestion } from "./question.ts";

const USUAL: MetricQuestion = {
  organisation: null,
  beside: [],
  series: null,
  asAt: null,
  group: "England",
  period: null,
  breakdown: null,
};

test.each<[string, Partial<MetricQuestion>]>([
  ["", {}],
  ["?organisation=&beside=&series=", {}],
  ["?organisation=E1&beside=E2&beside=E3", { organisation: "E1", beside: ["E2", "E3"] }],
  ["?organisation=E1&beside=E1&beside=E2&beside=E2", { organisation: "E1", beside: ["E2"] }],
  ["?beside=a&beside=b&beside=c&beside=d", { beside: ["a", "b", "c"] }],
  ["?asAt=2020-01-20", { asAt: "2020-01-20" }],
  ["?asAt=2020-02-30", {}],
  ["?asAt=yesterday", {}],
  [
    "?group=Shire+counties&period=2019-20&breakdown=2018-19&series=years",
    {
      group: "Shire counties",
      period: "2019-20",
      breakdown: "2018-19",
      series: "years",
    },
  ],
])("%s asks for %o", (address, asked) => {
  expect(readQuestion(new URLSearchParams(address))).toEqual({ ...USUAL, ...asked });
});

test("a question survives being written into an address", () => {
  const question: MetricQuestion = {
    organisation: "E10000018",
    beside: ["E06000016", "E06000017"],
    series: "april-to-november",
    asAt: "2021-01-18",
    group: "East Midlands",
    period: "2019-04/2019-11",
    breakdown: "2019-20",
  };
  expect(readQuestion(new URLSearchParams(writeQuestion(question)))).toEqual(question);
  expect(writeQuestion({ ...USUAL, organisation: "E1" })).toBe("?organisation=E1");
});
