import { describe, expect, it } from "vitest";
import { buildPerformanceRecords } from "./build-performance-records.ts";
import { readPapers } from "./read-papers.ts";

const papers = await readPapers();
const records = buildPerformanceRecords(papers);
const linkKey = (link: { strategy: string; element: string; metricCode: string; year: string }) =>
  `${link.strategy} / ${link.element} / ${link.metricCode} / ${link.year}`;

describe("strategies", () => {
  it("plans run in succession and belong to their councils", () => {
    expect(
      records.strategies.map(({ slug, supersedes, organisationCodes }) => [
        slug,
        supersedes,
        organisationCodes.length,
      ]),
    ).toEqual([
      ["strategic-plan-2014-18", null, 1],
      ["joint-health-and-wellbeing-strategy", null, 1],
      ["strategic-plan-2018-22", "strategic-plan-2014-18", 1],
      ["strategic-plan-2022-26", "strategic-plan-2018-22", 1],
      ["promoting-independence-2016-20", null, 1],
      ["delivering-wellbeing-2020-24", "promoting-independence-2016-20", 1],
      ["leicester-asc-priorities-2017-18", null, 1],
      ["joint-carers-strategy-2018-21", null, 3],
      ["living-well-with-dementia-2019-22", null, 3],
    ]);
  });

  it("the plan of 2022 has five outcomes: a comma does not part a name", () => {
    const outcomes = records.strategyElements.filter(
      (one) => one.strategy === "strategic-plan-2022-26" && one.kind === "OUTCOME",
    );
    expect(outcomes.map((one) => one.title)).toEqual([
      "Clean and Green",
      "Safe and Well",
      "Great Communities",
      "Strong Economy, Transport, and Infrastructure",
      "Improved Opportunities",
    ]);
  });

  it("parents come before their children, and every parent exists", () => {
    const seen = new Set<string>();
    for (const { strategy, key, parent } of records.strategyElements) {
      if (parent !== null) expect(seen.has(`${strategy}/${parent}`)).toBe(true);
      expect(seen.has(`${strategy}/${key}`)).toBe(false);
      seen.add(`${strategy}/${key}`);
    }
  });

  it("every dashboard row hangs where its metric is linked in that year, in plan and in layer", () => {
    const links = new Set(records.elementMetrics.map(linkKey));
    for (const row of records.rows.filter((one) => one.layer !== null)) {
      const year = row.paperRow.slice(0, 7);
      for (const place of [row.layer, row.supportingOutcome]) {
        expect(links).toContain(
          linkKey({
            ...place,
            strategy: place?.strategy ?? "",
            element: place?.element ?? "",
            metricCode: row.metricCode,
            year,
          }),
        );
      }
    }
  });

  it("links of the County's plans come from its rows, and from nothing else", () => {
    const county = records.elementMetrics.filter(({ strategy }) => strategy.startsWith("strategic-plan"));
    expect(county).toHaveLength(121);
  });

  it("the same metric hangs under different outcomes in different years", () => {
    const employment = records.elementMetrics.filter(
      (one) => one.metricCode === "1E" && one.strategy.startsWith("strategic-plan"),
    );
    expect(employment.map(({ strategy, element, year }) => [strategy, element.split("/")[0], year])).toEqual([
      ["strategic-plan-2014-18", "better-adult-social-care", "2017-18"],
      ["strategic-plan-2018-22", "wellbeing-and-opportunity", "2019-20"],
      ["strategic-plan-2018-22", "wellbeing-and-opportunity", "2020-21"],
      ["strategic-plan-2022-26", "improved-opportunities", "2022-23"],
    ]);
  });

  it("thirteen dementia actions, each with a responsible body, a principle and a due date", () => {
    const actions = records.deliveryActions;
    expect(
      actions.map(({ reference, duePrinted, dueStart, dueEnd }) => [reference, duePrinted, dueStart, dueEnd]),
    ).toEqual([
      ["D01", "2019/2020", "2019-04-01", "2020-03-31"],
      ["D02", "2019/2020", "2019-04-01", "2020-03-31"],
      ["D03", "2019", "2019-01-01", "2019-12-31"],
      ["D04", "2019/20", "2019-04-01", "2020-03-31"],
      ["D05", "2019/20", "2019-04-01", "2020-03-31"],
      ["D06", "2020/21", "2020-04-01", "2021-03-31"],
      ["D07", "2019/2020", "2019-04-01", "2020-03-31"],
      ["D08", "2019/2020", "2019-04-01", "2020-03-31"],
      ["D09", "2019/2020", "2019-04-01", "2020-03-31"],
      ["D10", "2020/2021", "2020-04-01", "2021-03-31"],
      ["D11", "2020/2021", "2020-04-01", "2021-03-31"],
      ["D12", "2020/2021", "2020-04-01", "2021-03-31"],
      ["D13", "2019/2021", "2019-04-01", "2021-03-31"],
    ]);
    const principles = new Set(
      records.strategyElements.filter((one) => one.kind === "PRINCIPLE").map((one) => one.key),
    );
    expect(actions.filter((one) => !principles.has(one.element) || one.responsible === "")).toEqual([]);
  });

  it("every carers' priority says what was found, what will be done and how it will be known", () => {
    const priorities = papers.strategies
      .find((one) => one.slug === "joint-carers-strategy-2018-21")
      ?.elements.filter((one) => one.kind === "PRIORITY");
    expect(priorities).toHaveLength(8);
    for (const one of priorities ?? []) {
      expect([one.found.length > 0, one.willDo.length > 0, one.howWeWillKnow.length > 0]).toEqual([
        true,
        true,
        true,
      ]);
    }
  });

  it("every linked metric is in the catalogue", () => {
    const codes = new Set(papers.metrics.map((metric) => metric.code));
    expect(records.elementMetrics.filter((link) => !codes.has(link.metricCode))).toEqual([]);
  });
});
