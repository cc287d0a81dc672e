import { describe, expect, it, test } from "vitest";
import { rankStory, stripModel } from "./rank-model.ts";
import { ranking } from "./testing/samples.ts";

const contenders = [
  { code: "A2", name: "Leicestershire" },
  { code: "A4", name: "Rutland" },
];

describe("the strip", () => {
  it("has the better end at the right, whichever way is good", () => {
    const reported = ranking("2019-20", [80, 70, 60, 50]);
    const high = stripModel(reported, contenders, "HIGH");
    const low = stripModel(reported, contenders, "LOW");
    expect(high.ends[0]).toBeLessThan(50);
    expect(high.ends[1]).toBeGreaterThan(80);
    expect(low.ends).toEqual([...high.ends].reverse());
    expect(high.ticks).toEqual([50, 60, 70, 80]);
  });

  it("parts the quartiles from the worse end to the better", () => {
    const { bands, ends } = stripModel(ranking("2019-20", [80, 70, 60, 50]), contenders, "HIGH");
    expect(bands).toEqual([
      { label: "Bottom", from: ends[0], to: 55 },
      { label: "Third", from: 55, to: 65 },
      { label: "Second", from: 65, to: 75 },
      { label: "Top", from: 75, to: ends[1] },
    ]);
    expect(stripModel(ranking("2019-20", [80, 70]), contenders, "HIGH").bands).toEqual([]);
  });

  it("marks the page's own and those beside it", () => {
    const { points } = stripModel(ranking("2019-20", [80, 70, 60, 50]), contenders, "HIGH");
    expect(points.map(({ contender }) => contender)).toEqual([null, 0, null, 1]);
  });
});

const told = (values: number[] | null, aim: "HIGH" | "BAND" = "HIGH") => {
  const story = rankStory(values === null ? undefined : ranking("2019-20", values), {
    contenders: contenders.slice(0, 1),
    group: "England",
    period: "2019/20",
    aim,
  });
  return [story.reported, ...story.places];
};

test.each([
  [[80, 70, 60, 50], "HIGH", ["4 authorities of England reported for 2019/20.", "Leicestershire: 2 of 4."]],
  [
    [80, 70],
    "HIGH",
    ["2 authorities of England reported for 2019/20, too few for quartiles.", "Leicestershire: 2 of 2."],
  ],
  [[80], "HIGH", ["1 authority of England reported for 2019/20: there is nobody to rank."]],
  [null, "HIGH", ["No authority of England has a figure here for 2019/20."]],
  [[80, 70], "BAND", ["Authorities are not ranked here: no end of this measure is the better one."]],
] as const)("of %j, where %s is good, it says %j", (values, aim, words) => {
  expect(told(values === null ? null : [...values], aim)).toEqual(words);
});

test("who has no place is told so", () => {
  const { places } = rankStory(ranking("2019-20", [80, 70]), {
    contenders: [{ code: "B9", name: "Leicester" }],
    group: "Shire counties",
    period: "2019/20",
    aim: "HIGH",
  });
  expect(places).toEqual(["Leicester has no place: it reported no figure, or is not one of Shire counties."]);
});
