import { createHash } from "node:crypto";
import { checkFigure, doubtsAbout } from "@due-regard/domain/metrics/check-figure";
import { describe, expect, it } from "vitest";
import { authoritiesOn, readAuthorities } from "../../reference/authorities.ts";
import { generateFigures, type NationalSet, SYNTHETIC, WHOLE_SET } from "./generate-figures.ts";
import { readNationalMetrics } from "./national-metrics.ts";
import { ascofLines, ownLines } from "./write-lines.ts";

const { authorities } = await readAuthorities();
const metrics = await readNationalMetrics();
const WHOLE: NationalSet = { authorities, metrics, ...WHOLE_SET };
/** Two quarters: settled months, and the provisional ones. */
const SMALL: NationalSet = { ...WHOLE, months: 6 };
const TODAY = "2020-01-01";

const digest = (lines: Iterable<string>): string => {
  const sum = createHash("sha256");
  for (const each of lines) sum.update(each);
  return sum.digest("hex");
};

describe("the national set", () => {
  it("has sixty metrics by distinct codes, in two ways to name them", () => {
    expect(metrics).toHaveLength(60);
    expect(new Set(metrics.map(({ code }) => code)).size).toBe(60);
    expect(new Set(metrics.map(({ framework, officialCode }) => `${framework} ${officialCode}`)).size).toBe(
      60,
    );
  });

  it("has 152 × 60 × 96 figures, and from 147 to 152 authorities report each metric each month", () => {
    const reported = new Map<string, number>();
    const tally = { all: 0, values: 0, first: "", last: "" };
    for (const { metric, period, value } of generateFigures(WHOLE)) {
      tally.all += 1;
      tally.first ||= period.code;
      tally.last = period.code;
      if (value === null) continue;
      const key = `${metric.code} ${period.code}`;
      reported.set(key, (reported.get(key) ?? 0) + 1);
    }
    expect(tally).toMatchObject({ all: 152 * 60 * 96, first: "2011-04", last: "2019-03" });
    expect(reported.size).toBe(60 * 96);
    expect([...new Set(reported.values())].sort()).toEqual([147, 148, 149, 150, 151, 152]);
  });

  it("follows the authorities as they come and go", () => {
    const codes = (from: string) =>
      new Set(
        [...generateFigures({ ...WHOLE, metrics: metrics.slice(0, 1), from, months: 1 })].map(
          (one) => one.organisation,
        ),
      );
    expect(codes("2019-03")).toEqual(
      new Set(authoritiesOn(authorities, "2019-03-01").map(({ code }) => code)),
    );
    expect(codes("2019-03").size).toBe(152);
    expect(codes("2019-04").size).toBe(151);
    expect(codes("2023-04").size).toBe(153);
  });

  it("passes the domain's checks without a doubt, every figure", () => {
    const refused: unknown[] = [];
    for (const figure of generateFigures(SMALL)) {
      const draft = { ...figure, breakdown: null };
      const found = [
        ...checkFigure(draft, figure.metric, TODAY),
        ...doubtsAbout(draft, figure.metric, TODAY),
      ];
      if (found.length > 0) refused.push([figure.metric.code, figure.organisation, found]);
    }
    expect(refused).toEqual([]);
  });

  it("gives a month the same numbers in whatever set it stands", () => {
    const numbers = (set: NationalSet) =>
      [...generateFigures(set)].filter(({ period }) => period.code === "2011-08").map(({ value }) => value);
    const alone = numbers({ ...SMALL, from: "2011-08", months: 1 });
    expect(alone).toHaveLength(152 * 60);
    expect(alone).toEqual(numbers(SMALL));
  });

  it("says on every figure that it is synthetic", () => {
    for (const { note } of generateFigures({ ...SMALL, months: 1 })) expect(note).toBe(SYNTHETIC);
  });

  it("is the same bytes for the same seed, and others for another", () => {
    const small = { ...SMALL, months: 2 };
    expect(digest(ownLines(small))).toBe(digest(ownLines(small)));
    expect(digest(ownLines({ ...small, seed: 2 }))).not.toBe(digest(ownLines(small)));
    // Held, so that a change of the generator is seen: measurements before and after would not compare.
    expect(digest(ownLines(small))).toBe("8d972c42cfa7c84ce2049809e39d7fd894ad5ffb687ded884bf85b2bc0fba656");
  });
});

describe("its files", () => {
  it("write our own format, one line a figure", () => {
    const lines = [...ownLines({ ...SMALL, months: 1 })];
    expect(lines).toHaveLength(1 + 152 * 60);
    expect(lines[0]).toBe(
      "metric,organisation,period,status,value,numerator,denominator,count,count of,no value reason,expected on,note,breakdown characteristic,breakdown category,printed\n",
    );
    expect(lines.find((each) => each.startsWith("1E,E10000018,"))).toBe(
      `1E,E10000018,2011-04,PROVISIONAL,4.6,354,7667,,,,,${SYNTHETIC},,,\n`,
    );
    expect(lines.slice(1).every((each) => each.includes(SYNTHETIC))).toBe(true);
  });

  it("write the long format of the outcomes framework for a year", () => {
    const lines = [...ascofLines(WHOLE, "2018-19", "ASCOF-2014")];
    const county = lines.filter((each) => each.startsWith("E10000018,") && each.includes(",1E,"));
    const cells = (type: string, value: string) =>
      `E10000018,Leicestershire,Council,E10000018,1E,Total,${type},${value},1E,${SYNTHETIC}\n`;
    expect(county).toEqual([
      cells("Numerator", "334"),
      cells("Denominator", "7667"),
      cells("Outcome", "4.4"),
    ]);
    const outcomes = lines.filter((each) => each.includes(",Outcome,"));
    expect(outcomes).toHaveLength(152 * 29);
    expect(outcomes.some((each) => each.includes(",Outcome,:,"))).toBe(true);
  });
});
