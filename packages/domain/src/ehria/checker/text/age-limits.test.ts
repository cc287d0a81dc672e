import { describe, expect, test } from "vitest";
import { parseAgeLimits } from "./age-limits.ts";
import { figuresForWords } from "./spell-numbers.ts";

const limits = (text: string): string[] =>
  parseAgeLimits(text).map(({ bound, age, isScope }) => `${bound} ${age}${isScope ? " scope" : ""}`);

describe("age limits", () => {
  test.each<[string, string[]]>([
    ["for all adults over the age of 18 who need care", ["FROM 18 scope"]],
    ["meets the eligible needs of adults aged 19 and over", ["FROM 19 scope"]],
    [
      "Home care is meant for all adults aged 19 or over, although most users are over 65.",
      ["FROM 19 scope"],
    ],
    ["It serves people aged 65 or older", ["FROM 65"]],
    ["18 and over", ["FROM 18"]],
    ["Residents 18 years of age and older may apply", ["FROM 18"]],
    ["Adults 18+ only", ["FROM 18"]],
    ["adults over 18", ["FROM 18"]],
    ["people who are over 65", ["FROM 65"]],
    ["a club for over-60s", ["FROM 60"]],
    ["at least 16 years old", ["FROM 16"]],
    ["from the age of 16", ["FROM 16"]],
    ["Everyone over the age of eighteen", ["FROM 18 scope"]],
    ["children under 5", ["TO 5"]],
    ["young people up to the age of 25", ["TO 25"]],
    ["aged 25 and under", ["TO 25"]],
    ["open to people aged 18 to 64", ["FROM 18 scope", "TO 64 scope"]],
    ["between the ages of 16 and 25", ["FROM 16", "TO 25"]],
    ["The majority of current users are over 65", []],
    ["About 40% of people over 75 live alone", []],
    ["more than 300 people over 18 weeks", []],
    ["people over 1,200 miles away", []],
    ["people over 20% of whom", []],
    ["adults over 3.5 metres", []],
    ["over 30 villages", []],
    ["the year 2019 and over budget", []],
    ["aged 250 and over", []],
    ["in 2018 there were 19 providers", []],
    ["", []],
  ])("%s", (text, expected) => {
    expect(limits(text)).toEqual(expected);
  });

  test("keep the words that say them", () => {
    expect(parseAgeLimits("intended for adults over the age of 18.")[0]?.phrase).toBe("over the age of 18");
  });
});

test.each([
  ["eighteen", "18"],
  ["sixty-five and Seventy two", "65 and 72"],
  ["twenty people, ten dogs", "20 people, 10 dogs"],
  ["tenth, often, twentyish", "tenth, often, twentyish"],
])("figures for words: %s", (text, expected) => {
  expect(figuresForWords(text)).toBe(expected);
});
