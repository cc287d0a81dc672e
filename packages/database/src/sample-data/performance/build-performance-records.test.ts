import { describe, expect, it } from "vitest";
import { observed, records, rowOf } from "./test-papers.ts";

describe("what the loader makes of the papers", () => {
  const doubtsOf = (id: string) => rowOf(id).doubts;

  it("heritage visits are revised, and both figures stay", () => {
    const revisions = records.observations
      .filter((one) => one.metricCode === "LOCAL-heritage-visits" && one.period === "2019-04/2019-11")
      .map(({ value, recordedAt, supersededAt, display }) => ({ value, recordedAt, supersededAt, display }));
    expect(revisions).toEqual([
      {
        value: "107800",
        recordedAt: "2020-01-20T00:00:00Z",
        supersededAt: "2021-01-18T00:00:00Z",
        display: "107.8k (Apr-Nov)",
      },
      {
        value: "176500",
        recordedAt: "2021-01-18T00:00:00Z",
        supersededAt: null,
        display: "176.5k (Apr-Nov 2019)",
      },
    ]);
  });

  it("supersedes exactly the figures that the papers restate or that were awaited", () => {
    const superseded = records.observations.filter((one) => one.supersededAt !== null);
    expect(superseded.map((one) => `${one.metricCode} ${one.period} ${one.display}`)).toEqual([
      "3D pt 1 2019-20 Due June 2020",
      "LOCAL-heritage-visits 2019-04/2019-11 107.8k (Apr-Nov)",
      "LOCAL-library-visits 2019-04/2019-11 776.8k (Apr-Nov)",
      "LOCAL-children-issues 2019-04/2019-11 547.3k (Apr-Nov)",
      "LOCAL-e-loans 2019-04/2019-11 250.3k (Apr-Nov)",
      "LOCAL-lals-success AY2019-20 90%",
      "1I pt 1 2019-20 Due June 2019",
      "4B 2019-20 Due June 2019",
    ]);
  });

  it("keeps both versions of a target that was set again", () => {
    const targets = records.targets.filter((one) => one.metricCode === "2D" && one.period === "2020-21");
    expect(targets.map(({ display, supersededAt }) => [display, supersededAt])).toEqual([
      ["84%", "2021-01-18T00:00:00Z"],
      ["87%", null],
    ]);
  });

  it("keeps a forecast apart from the actual that follows it", () => {
    const figures = records.observations.filter(
      (one) => one.metricCode === "2A pt 2" && one.period === "2019-20",
    );
    expect(
      figures.map(({ status, value, count, supersededAt }) => [status, value, count, supersededAt]),
    ).toEqual([
      ["FORECAST", "621.6", "900", null],
      ["ACTUAL", "616.3", "893", null],
    ]);
  });

  it.each([
    ["2017-18-04", "2017-04/2017-11", "2016-04/2016-11", "2017-18"],
    ["2017-18-12", "AY2017-18", "AY2016-17", "2017-18"],
    ["2017-18-19", "2017-04/2017-10", "2016-17", "2017-18"],
    ["2017-18-22", "2017-18", "2016-17", "2017-18"],
    ["2017-18-03", "2017-18", "2016-17", "2017-18"],
    ["2019-20-01", "2019-04/2019-11", "2018-19", "2019-20"],
    ["2020-21-04", "2020-04/2020-11", "2019-04/2019-11", "2020-21"],
    ["2022-23-04", "2022-04/2022-11", "2021-04/2021-11", "2022-04/2022-11"],
    ["2022-23-19", "2022-04/2022-11", "2021-22", "2022-23"],
    ["2022-23-21", "2022-23", "2021-22", "2022-23"],
    ["L03", "2017-18-Q3", "2016-17", "2017-18"],
    ["L04", "2017-04/2017-12", "2016-17", "2017-18"],
    ["L15", "2017-04/2017-12", "2016-17", "2017-18"],
    ["L01", "2017-18", "2016-17", "2017-18"],
  ])("%s: current %s, previous %s, target %s", (id, currentPeriod, previousPeriod, targetPeriod) => {
    expect(rowOf(id)).toMatchObject({ currentPeriod, previousPeriod, targetPeriod });
  });

  it("a survey that does not run, or is awaited, is a typed reason and never nought", () => {
    const reason = (id: string) => {
      const row = rowOf(id);
      const one = observed(row, row.currentPeriod, false);
      return [one?.value, one?.noValueReason, one?.expectedOn];
    };
    expect([
      reason("2019-20-03"),
      reason("2017-18-02"),
      reason("L01"),
      reason("L07"),
      reason("2020-21-19"),
    ]).toEqual([
      [null, "SURVEY_BIENNIAL", null],
      [null, "RESULTS_DUE", "May 2018"],
      [null, "RESULTS_DUE", "May 2018"],
      [null, "SURVEY_BIENNIAL", null],
      [null, "PUBLICATION_SUSPENDED", null],
    ]);
  });

  it("reads volunteering “19.0” as the correction says, shows it as printed, and keeps the doubt", () => {
    const row = rowOf("2020-21-05");
    const previous = observed(row, row.previousPeriod, false);
    expect([previous?.value, previous?.display]).toEqual(["19000", "19.0 (Apr-Nov 2019)"]);
    expect(previous?.doubts).toContain(
      "Read as “19.0k (Apr-Nov 2019)”: Paragraph 27 of the 2019/20 paper gives 19,000 hours",
    );
  });

  it("finds look-alike letters, and parts that don't make their percentage", () => {
    expect(doubtsOf("2019-20-24")).toEqual(["“А” holds letters of another alphabet: read as “A”"]);
    expect(doubtsOf("2019-20-16")).toContain(
      "“11 pt 2” has a digit or small letter for I: read as “1I pt 2”",
    );
    expect(doubtsOf("2019-20-27")).toContain("“п” holds “п”, which is not a Latin letter");
    expect(doubtsOf("L18")).toContain("370 of 430 makes 86.0%, not 85.0%");
    expect(doubtsOf("2019-20-31").filter((doubt) => doubt.startsWith("“"))).toHaveLength(2);
  });

  it("a year not yet over is provisional", () => {
    const row = rowOf("2022-23-12");
    expect([observed(row, row.currentPeriod, false)?.status, row.currentPeriod]).toEqual([
      "PROVISIONAL",
      "AY2022-23",
    ]);
  });

  it("keeps each unit: delayed transfers are days one year and a rate the next", () => {
    const figures = records.observations.filter(
      (one) => one.metricCode === "2C pt 2" && one.organisationCode === "E10000018" && one.value !== null,
    );
    expect(figures.map(({ period, unit, value }) => [period, unit, value])).toEqual([
      ["2017-04/2017-10", "DAYS", "242"],
      ["2016-17", "DAYS", "248"],
      ["2019-04/2019-10", "DAYS", "156"],
      ["2018-19", "DAYS", "94"],
      ["2019-20", "RATE_PER_100K", "0.9"],
    ]);
  });

  it("takes the City's comments at their word: a year before, and the year's end", () => {
    const figures = records.observations.filter(
      (one) => one.metricCode === "2A pt 1" && one.organisationCode === "E06000016",
    );
    expect(figures.map(({ period, status, value, count }) => [period, status, value, count])).toEqual([
      ["2016-17", "ACTUAL", "17.8", "40"],
      ["2017-04/2017-12", "ACTUAL", "10.7", "24"],
      ["2017-04/2017-06", "ACTUAL", "2.7", "6"],
      ["2017-04/2017-09", "ACTUAL", "5.8", "13"],
      ["2016-04/2016-12", "ACTUAL", "11.78", "26"],
      ["2017-18", "FORECAST", "14.3", "32"],
    ]);
    expect(figures[0]?.note).toBe("2016/17 over counted");
  });

  it("holds the carers' survey for three councils and England, and adds nothing twice", () => {
    const contact = records.observations.filter(
      (one) => one.metricCode === "1I pt 2" && one.period === "2016-17",
    );
    expect(
      contact.map(({ organisationCode, value, sourceKey }) => [organisationCode, value, sourceKey]),
    ).toEqual([
      ["E10000018", "31.4", "county-performance-2018-01"],
      ["E06000016", "31.0", "leicester-performance-2018-03"],
      ["E06000017", "31.1", "joint-carers-strategy-2018"],
    ]);
    const england = records.observations.filter((one) => one.organisationCode === "E92000001");
    expect(england).toHaveLength(10);
  });

  it("has the ranks of two years for the City, and says where the earlier year is an assumption", () => {
    const ranks = records.standings.filter(
      (one) => one.organisationCode === "E06000016" && one.metricCode === "2A pt 1",
    );
    expect(
      ranks.map(({ period, rank, of, tied, doubts }) => [period, rank, of, tied, doubts.length]),
    ).toEqual([
      ["2016-17", 121, 152, true, 1],
      ["2015-16", 111, 152, false, 1],
    ]);
  });
});
