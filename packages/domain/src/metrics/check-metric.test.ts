import { describe, expect, it } from "vitest";
import { checkMetric, type MetricDraft } from "./check-metric.ts";

const metric = (changes: Partial<MetricDraft> = {}): MetricDraft => ({
  code: "LOCAL-warm-homes",
  framework: "LOCAL",
  officialCode: "warm-homes",
  title: "Homes made warmer",
  description: null,
  tags: ["prevention"],
  numeratorLabel: null,
  denominatorLabel: null,
  similarWithin: null,
  definition: "Homes that a grant has insulated, counted once each.",
  ...changes,
});

describe("checkMetric", () => {
  it.each<[Partial<MetricDraft>, string[]]>([
    [{}, []],
    [{ code: "1C pt 2a", similarWithin: "0.5" }, []],
    [{ code: "" }, ["code"]],
    // The Cyrillic Н of the papers' look-alikes.
    [{ code: "Н1" }, ["code"]],
    [{ title: "", definition: "" }, ["title", "definition"]],
    [{ title: "x".repeat(301) }, ["title"]],
    [{ tags: ["Better Care Fund"] }, ["tags"]],
    [{ similarWithin: "-1" }, ["similarWithin"]],
  ])("%o", (changes, paths) => {
    expect(checkMetric(metric(changes)).map(({ path }) => path)).toEqual(paths);
  });
});
