import { findFormProblems } from "@due-regard/domain/ehria/form/completeness";
import { fillWording } from "@due-regard/domain/ehria/form/fill-wording";
import { kindOf } from "@due-regard/domain/ehria/form/kinds/registry";
import { listSections } from "@due-regard/domain/ehria/form/sections";
import { readForm } from "@due-regard/domain/ehria/form/visibility";
import { CHARACTERISTIC_ROWS, RIGHT_ROWS } from "@due-regard/domain/ehria/reference-data";
import { rightKey } from "@due-regard/domain/ehria/reference-types";
import { fillForm } from "@due-regard/domain/ehria/testing/fill-form";
import { describe, expect, test } from "vitest";
import { readCountyTemplate } from "./read-forms.ts";

const template = await readCountyTemplate();
const numbered = template.questions.filter(({ number }) => number !== null);

describe("the County's form", () => {
  test("has the paper's 26 questions in its order, 7 key details and 2 routing questions of ours", () => {
    expect(numbered.map(({ number }) => number)).toEqual(
      Array.from({ length: 26 }, (_each, index) => index + 1),
    );
    expect(template.questions.filter(({ section }) => section === "details")).toHaveLength(7);
    expect(
      template.questions
        .filter(({ number, section }) => number === null && section !== "details")
        .map(({ key }) => key),
    ).toEqual(["report-already-needed", "report-already-needed-reason"]);
  });

  test("has 73 parts: every part of a numbered question, rows and columns of its tables included", () => {
    const counts = Object.fromEntries(
      numbered.filter(({ parts }) => parts.length > 0).map(({ number, parts }) => [number, parts.length]),
    );
    expect(counts).toEqual({ 4: 3, 5: 3, 9: 2, 10: 11, 11: 15, 12: 2, 15: 3, 19: 11, 20: 15, 22: 3, 26: 5 });
    expect(numbered.reduce((sum, { parts }) => sum + parts.length, 0)).toBe(73);
  });

  test("keeps the printed number beside the key: 13 twice, and those that the paper lost", () => {
    expect(numbered.filter(({ numberPrinted }) => numberPrinted === "13").map(({ key }) => key)).toEqual([
      "adverse-evidence",
      "likely-impact",
    ]);
    expect(
      numbered.filter(({ numberPrinted }) => numberPrinted === null).map(({ number }) => number),
    ).toEqual([2, 3, 4, 8, 26]);
    for (const { numberPrinted, doubts } of numbered)
      if (numberPrinted === null) expect(doubts.length).toBeGreaterThan(0);
  });

  test("offers all eleven characteristics and all fifteen rights at both stages, named as the law names them", () => {
    for (const key of ["potential-impact", "recognised-impact"]) {
      const parts = template.questions
        .find((each) => each.key === key)
        ?.parts.map((part) => [part.key, part.label]);
      expect(parts).toEqual(CHARACTERISTIC_ROWS.map((row) => [row.characteristic, row.label]));
    }
    for (const key of ["potential-rights", "recognised-rights"]) {
      const parts = template.questions
        .find((each) => each.key === key)
        ?.parts.map((part) => [part.key, part.label]);
      expect(parts).toEqual(RIGHT_ROWS.map((row) => [rightKey(row), row.title]));
    }
  });

  test.each(numbered.map((question) => [question.number, question] as const))(
    "question %i has whole guidance",
    (_number, { guidance, label }) => {
      expect(label.length).toBeLessThan(60);
      expect(guidance?.lookAt.length).toBeGreaterThanOrEqual(2);
      expect(guidance?.law.source).toMatch(/\b(?:Act|Regulations) |\[\d{4}\]/);
      expect(guidance?.goodExample.length).toBeGreaterThan(80);
      expect(guidance?.weakExample.length).toBeGreaterThan(2);
    },
  );

  test.each(
    numbered.flatMap(({ number, parts, stage }) => (stage === null ? [] : [[number, parts] as const])),
  )("each row of question %i has whole guidance of its own", (_number, rows) => {
    for (const { guidance } of rows) {
      expect(guidance?.lookAt.length).toBeGreaterThanOrEqual(2);
      expect(guidance?.law.text.length).toBeGreaterThan(60);
      expect(guidance?.law.source).toMatch(/ Act /);
      expect(guidance?.goodExample.length).toBeGreaterThan(60);
      expect(guidance?.weakExample.length).toBeGreaterThan(2);
    }
    expect(new Set(rows.map(({ guidance }) => guidance?.law.text)).size).toBe(rows.length);
  });

  test("has every word that its texts ask for", () => {
    const json = JSON.stringify(template);
    expect(fillWording(json, template.wording)).not.toContain("{{");
  });

  test("publishes by allow-list: telephone numbers never, names as job titles", () => {
    const by = (rule: string) =>
      template.questions.filter(({ publication }) => publication === rule).map(({ key }) => key);
    expect(by("WITHHOLD")).toEqual(["contact-telephone"]);
    expect(by("JOB_TITLE_ONLY")).toEqual(["lead-officer", "implementing-officer"]);
  });

  test("every choice that a condition names can be made", () => {
    for (const question of template.questions)
      expect(new Set(kindOf(question).choices(question)).size).toBe(
        kindOf(question).choices(question).length,
      );
  });
});

describe("every path through the form", () => {
  const yesNo = ["YES", "NO"];
  const controls: [string, string[]][] = [
    ["report-already-needed", yesNo],
    ["target-groups-consulted.a", yesNo],
    ["target-groups-consulted.b", yesNo],
    ["target-groups-consulted.c", yesNo],
    ["representatives-consulted", yesNo],
    ["other-groups-explored", yesNo],
    ["monitoring-systems.a", yesNo],
    ["monitoring-systems.b", yesNo],
    ["likely-impact", ["NO_IMPACT", "POSITIVE", "NEUTRAL", "NEGATIVE", "UNKNOWN"]],
    ["report-required", yesNo],
  ];
  const combine = (rest: [string, string[]][]): Record<string, string>[] => {
    const [first, ...others] = rest;
    if (first === undefined) return [{}];
    return combine(others).flatMap((choices) =>
      first[1].map((choice) => ({ [first[0]]: choice, ...choices })),
    );
  };

  // A skipped screening asks none of the other controls: one combination of them is enough.
  const paths = combine(controls.slice(1)).map((choices) => ({ "report-already-needed": "NO", ...choices }));
  const allPaths = [...paths, { "report-already-needed": "YES" }];

  test("can be completed, and leads to a report exactly when the form says so", () => {
    expect(paths).toHaveLength(1280);
    for (const choices of allPaths) {
      const reading = readForm(template, fillForm(template, choices));
      expect(findFormProblems(reading)).toEqual([]);
      const status = Object.fromEntries(
        listSections(reading).map((section) => [section.key, section.status]),
      );
      const given: Record<string, string> = choices;
      const needsReport =
        given["report-already-needed"] === "YES" ||
        ["NEGATIVE", "UNKNOWN"].includes(given["likely-impact"] ?? "") ||
        given["report-required"] === "YES";
      const lacksMonitoring =
        given["monitoring-systems.a"] === "NO" || given["monitoring-systems.b"] === "NO";
      expect(status).toEqual({
        details: "COMPLETE",
        "defining-the-policy": "COMPLETE",
        screening: given["report-already-needed"] === "YES" ? "NOT_REQUIRED" : "COMPLETE",
        report: needsReport ? "COMPLETE" : "NOT_REQUIRED",
        "improvement-plan": needsReport || lacksMonitoring ? "COMPLETE" : "NOT_REQUIRED",
        "sign-off": "NOT_STARTED",
      });
    }
  }, 60_000);
});
