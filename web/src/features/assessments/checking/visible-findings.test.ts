import { describe, expect, test } from "vitest";
import type { Finding } from "../types.ts";
import { findingKey, findingsAt, visibleFindings } from "./visible-findings.ts";

const found = (weight: Finding["weight"], message: string, place = "change"): Finding => ({
  rule: "rule",
  place,
  field: "text",
  otherPlaces: [],
  action: null,
  section: "about",
  message,
  remedy: "What to do",
  weight,
});

const missing = found("BLOCKS", "Nothing is written");
const ages = { ...found("WARNS", "Ages differ"), otherPlaces: ["who", "impact.AGE"] };
const all = [missing, ages];
const messages = (findings: readonly Finding[]) => findings.map(({ message }) => message);
const knowing = (...findings: Finding[]) => new Set(findings.map(findingKey));

test("a finding stands at each place that it concerns", () => {
  for (const place of ["change", "who", "impact.AGE"]) expect(findingsAt([ages], place)).toEqual([ages]);
  expect(findingsAt([ages], "impact.SEX")).toEqual([]);
});

describe("beside a field", () => {
  test.each([
    ["before anybody was there, advice alone", "UNVISITED", false, false, knowing(), ["Ages differ"]],
    ["while somebody writes, what stood there", "INSIDE", false, false, knowing(ages), ["Ages differ"]],
    ["while somebody writes, nothing new", "INSIDE", false, false, knowing(), []],
    ["once they have left it, what is missing too", "LEFT", false, true, knowing(), messages(all)],
    [
      "while what they wrote is not checked yet, nothing new",
      "LEFT",
      true,
      true,
      knowing(ages),
      ["Ages differ"],
    ],
    ["when they come back, what stood there", "INSIDE", false, true, knowing(missing, ages), messages(all)],
    ["to whoever came by its link, what is missing", "UNVISITED", false, true, knowing(), messages(all)],
  ] as const)("%s", (_name, visit, stale, wasLeft, known, expected) => {
    expect(messages(visibleFindings(all, { visit, stale, wasLeft, known }))).toEqual(expected);
  });

  test("what is put right goes away while they still write", () => {
    const watch = { visit: "INSIDE", stale: false, wasLeft: true, known: knowing(...all) } as const;
    expect(visibleFindings([ages], watch)).toEqual([ages]);
    expect(visibleFindings([], watch)).toEqual([]);
  });
});
