import { describe, expect, test } from "vitest";
import { sampleTemplate } from "../testing/sample-template.ts";
import { isPlace, namePlace, placeOfRecord } from "./name-place.ts";

const placesOf = () =>
  sampleTemplate.questions.flatMap(({ key, parts }) => [key, ...parts.map((part) => `${key}.${part.key}`)]);

test("each question and each part of a form is a place, and has a name of its own question", () => {
  for (const place of placesOf()) {
    expect([place, isPlace(sampleTemplate, place)]).toEqual([place, true]);
    expect(placeOfRecord(sampleTemplate, place)).toBe(place);
    expect(namePlace(sampleTemplate, place)).toMatch(/^(question \d|“)/);
  }
});

test.each([
  "",
  ".",
  "nothing",
  "aims.",
  "aims.three",
  "aims.one.two",
  "SCREENING.AGE",
  "constructor",
  "x".repeat(5_000),
])("“%s” is no place", (place) => {
  expect(isPlace(sampleTemplate, place)).toBe(false);
});

describe("what the record means", () => {
  const rows = sampleTemplate.questions.filter(({ kind }) => kind.endsWith("_ROWS"));

  test("rows stand in the question of their stage", () => {
    expect(rows.length).toBeGreaterThan(1);
    for (const { key, stage, parts } of rows)
      for (const part of parts)
        expect(placeOfRecord(sampleTemplate, `${stage}.${part.key}`)).toBe(`${key}.${part.key}`);
  });

  test.each(["SCREENING.NOBODY", "NOWHERE.AGE", "gone", "SCREENING"])(
    "%s means nothing on this form",
    (recorded) => {
      expect(placeOfRecord(sampleTemplate, recorded)).toBeNull();
    },
  );
});

test("names", () => {
  expect(namePlace(sampleTemplate, "aims")).toBe("question 3");
  expect(namePlace(sampleTemplate, "aims.one")).toBe("question 3 (one)");
  expect(namePlace(sampleTemplate, "gone")).toBe("another version of this form");
});
