import { parsePrintedAim, parsePrintedCode } from "@due-regard/domain/metrics/printed/parse-printed-marks";
import { describe, expect, it } from "vitest";
import { catalogue, countyRows, papers, rowOf } from "./test-papers.ts";

describe("the catalogue and the papers agree", () => {
  it.each(countyRows.map((row) => [row.id, row] as const))(
    "%s has the aim and code of its metric",
    (id, printed) => {
      const metric = catalogue.get(rowOf(id).metricCode);
      const aim = parsePrintedAim(printed.aim);
      if (aim.legible) expect(aim.value).toBe(metric?.aim);
      if (printed.code !== null) expect(parsePrintedCode(printed.code).value).toBe(metric?.officialCode);
    },
  );

  it("the City's codes name their metrics, but for the two printed twice and those that variants tell apart", () => {
    const differing = papers.city.rows.filter((row) => {
      const metric = catalogue.get(rowOf(row.id).metricCode);
      return parsePrintedCode(row.code).value !== metric?.officialCode;
    });
    expect(differing.map((row) => [row.id, row.code, rowOf(row.id).metricCode])).toEqual([
      ["L05", "1Cia", "1C pt 2a"],
      ["L06", "1Cib", "1C pt 2b"],
      ["L12", "1I", "1I pt 1"],
      ["L13", "1I", "1I pt 2"],
      ["L28", "3D", "3D pt 1"],
      ["L29", "3D", "3D pt 2"],
    ]);
  });

  it("codes are unique, and so are framework and official code", () => {
    expect(new Set(papers.metrics.map((metric) => metric.code)).size).toBe(48);
    expect(new Set(papers.metrics.map((metric) => `${metric.framework} ${metric.officialCode}`)).size).toBe(
      48,
    );
  });

  it("every break in a series says why", () => {
    const breaks = papers.metrics.filter((metric) => metric.definitions.length > 1);
    expect(breaks.map((metric) => metric.code)).toEqual([
      "2C pt 1",
      "2C pt 2",
      "2C pt 3",
      "LOCAL-heritage-visits",
      "LOCAL-volunteering-hours",
      "LOCAL-library-visits",
      "LOCAL-library-issues",
    ]);
    for (const { definitions } of breaks) {
      expect(definitions.map((one) => one.breakNote === null)).toEqual([true, false]);
      expect(definitions[0]?.validTo).toBe(definitions[1]?.validFrom);
    }
  });
});
