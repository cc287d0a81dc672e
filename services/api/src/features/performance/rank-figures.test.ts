import type { DashboardRow } from "@due-regard/database/read-models/dashboard";
import { describe, expect, it } from "vitest";
import { rankReported, rankRow } from "./rank-figures.ts";

const figures = (...values: string[]) =>
  values.map((value, index) => ({ organisationId: `council-${index}`, value }));
const question = { organisationId: "council-0", aim: "HIGH", group: "England", period: "2019-20" } as const;
const printed = {
  group: "England",
  quartile: "TOP",
  rank: 33,
  of: 151,
  tied: true,
  display: "33/151 (=)",
  period: "2018-19",
};

/** As much of a dashboard's row as a place follows from. */
const row = (parts: { reported: DashboardRow["reported"]; standing: object | null }) =>
  ({ metric: { aim: "HIGH" }, currentPeriod: "2019-20", ...parts }) as DashboardRow;

describe("rankReported", () => {
  it.each([
    [figures("5"), null],
    [[], null],
    [figures("5", "7", "3"), [2, 3]],
  ])("%j: %j", (reported, place) => {
    const ranking = rankReported(reported, question);
    expect(ranking && [ranking.rank, ranking.of]).toEqual(place);
  });

  it("places nobody who did not report, and nobody where no end is better", () => {
    expect(rankReported(figures("5", "7"), { ...question, organisationId: "council-9" })).toBe(null);
    expect(rankReported(figures("5", "7"), { ...question, aim: "BAND" })).toBe(null);
  });
});

describe("rankRow", () => {
  it.each([
    ["as printed, where the paper counted more", figures("5", "7"), printed, [33, 151]],
    [
      "worked out, where the paper prints no place",
      figures("5", "7"),
      { ...printed, rank: null, of: null },
      [2, 2],
    ],
    ["worked out, where it counts as many", figures("5", "7"), { ...printed, rank: 1, of: 2 }, [2, 2]],
    ["as printed, where nobody else reported", figures("5"), printed, [33, 151]],
    ["as printed, where nothing was asked of others", null, printed, [33, 151]],
    ["none", figures("5"), null, null],
  ])("%s", (_name, reported, standing, place) => {
    const ranking = rankRow(row({ reported, standing }), "council-0");
    expect(ranking && [ranking.rank, ranking.of]).toEqual(place);
  });
});
