import {
  parsePrintedQuartile,
  parsePrintedRating,
} from "@due-regard/domain/metrics/printed/parse-printed-marks";
import { normaliseWhiteSpace } from "@due-regard/domain/metrics/printed/printed-text";
import { describe, expect, it } from "vitest";
import { countyRows, inForce, observed, papers, records, rowOf } from "./test-papers.ts";

describe("every row of the papers comes back as printed", () => {
  it("has 121 County rows and 31 City rows", () => {
    expect([countyRows.length, papers.city.rows.length, records.rows.length]).toEqual([121, 31, 152]);
    expect(papers.county.map((paper) => paper.rows.length)).toEqual([30, 31, 30, 30]);
  });

  it.each(countyRows.map((row) => [row.id, row] as const))("%s", (id, printed) => {
    const row = rowOf(id);
    const quartile = parsePrintedQuartile(printed.quartile ?? null).value;
    expect({
      title: row.title,
      current: observed(row, row.currentPeriod, row.currentIsForecast)?.display,
      target: inForce(records.targets, row, row.targetPeriod)?.display,
      rating: inForce(records.ratings, row, row.ratingPeriod)?.judged ?? null,
      quartile: inForce(records.standings, row, row.standingPeriod)?.quartile ?? null,
      betterCareFund: row.betterCareFund,
    }).toEqual({
      title: normaliseWhiteSpace(printed.title),
      current: normaliseWhiteSpace(printed.current),
      target: normaliseWhiteSpace(printed.target),
      rating: parsePrintedRating(printed.rating).value,
      quartile,
      betterCareFund: printed.betterCareFund,
    });
    expect(row.printed).toMatchObject({
      current: printed.current,
      previous: printed.previous,
      target: printed.target,
    });
    expect(observed(row, row.previousPeriod, false)).toBeDefined();
  });

  it.each(papers.city.rows.map((row) => [row.id, row] as const))("%s", (id, printed) => {
    const row = rowOf(id);
    const rank = inForce(records.standings, row, row.standingPeriod);
    expect({
      current: observed(row, row.currentPeriod, false)?.display,
      previous: observed(row, row.previousPeriod, false)?.display,
      target: inForce(records.targets, row, row.targetPeriod)?.display,
      rating: inForce(records.ratings, row, row.ratingPeriod)?.judged ?? null,
      rank: rank?.display ?? null,
    }).toEqual({
      current: normaliseWhiteSpace(printed.q3),
      previous: normaliseWhiteSpace(printed.baseline),
      target: normaliseWhiteSpace(printed.target),
      rating: parsePrintedRating(printed.rating).value,
      rank: /\d/.test(printed.englandRank ?? "") ? printed.englandRank : null,
    });
  });

  it("reports what it could not read, and nothing is unreported", () => {
    const blanks = ["1D", "1I pt 2", "3B", "3C", "3D pt 2"].map(
      (code) => `${code} E92000001: The cell is blank`,
    );
    expect(records.findings.map(({ row, text }) => `${row}: ${text}`)).toEqual([
      "2019-20-27: “п” can't be read as an aim",
      "2019-20-28: “П” can't be read as an aim",
      ...blanks,
    ]);
  });
});
