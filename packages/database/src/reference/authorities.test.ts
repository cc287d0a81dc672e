import { describe, expect, it } from "vitest";
import { authoritiesOn, readAuthorities } from "./authorities.ts";

const { authorities, regions, licence } = await readAuthorities();

const countBy = (day: string, key: "kind" | "region"): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const one of authoritiesOn(authorities, day)) counts[one[key]] = (counts[one[key]] ?? 0) + 1;
  return counts;
};

describe("the list of England's authorities", () => {
  it.each([
    ["2009-04-01", 152, 27, 56],
    ["2017-12-31", 152, 27, 56],
    ["2019-03-31", 152, 27, 56],
    // Dorset, Bournemouth and Poole made two of three.
    ["2019-04-01", 151, 26, 56],
    // Buckinghamshire became unitary.
    ["2020-04-01", 151, 25, 57],
    // Northamptonshire made two.
    ["2021-04-01", 152, 24, 59],
    ["2023-03-31", 152, 24, 59],
    // Cumbria made two; North Yorkshire and Somerset became unitary.
    ["2023-04-01", 153, 21, 63],
  ])(
    "on %s counts %i: %i counties, %i unitaries, 33 in London, 36 metropolitan",
    (day, all, counties, unitaries) => {
      expect(authoritiesOn(authorities, day)).toHaveLength(all);
      expect(countBy(day, "kind")).toEqual({
        COUNTY: counties,
        UNITARY: unitaries,
        LONDON_BOROUGH: 33,
        METROPOLITAN_DISTRICT: 36,
      });
    },
  );

  it("counts each region as it was in March 2019", () => {
    const names = new Map(regions.map(({ code, name }) => [code, name]));
    const counts = Object.entries(countBy("2019-03-31", "region"));
    expect(Object.fromEntries(counts.map(([code, count]) => [names.get(code), count]))).toEqual({
      "North East": 12,
      "North West": 23,
      "Yorkshire and The Humber": 15,
      "East Midlands": 9,
      "West Midlands": 14,
      "East of England": 11,
      London: 33,
      "South East": 19,
      "South West": 16,
    });
  });

  it("gives each code, old or new, to one authority, and each kind its class of code", () => {
    const codes = authorities.flatMap(({ code, formerCodes = [] }) => [code, ...formerCodes]);
    expect(new Set(codes).size).toBe(codes.length);
    const classes = { E06: "UNITARY", E08: "METROPOLITAN_DISTRICT", E09: "LONDON_BOROUGH", E10: "COUNTY" };
    for (const { code, kind } of authorities)
      expect([code.slice(0, 3), kind]).toContain(classes[code.slice(0, 3) as "E06"]);
    expect(codes.filter((code) => !/^E(06|08|09|10)\d{6}$/.test(code))).toEqual([]);
  });

  it("names for each that ended those who began on the next day", () => {
    const byCode = new Map(authorities.map((one) => [one.code, one]));
    const ended = authorities.filter(({ validTo }) => validTo !== undefined);
    expect(ended.map(({ area }) => area).sort()).toEqual([
      "Bournemouth",
      "Buckinghamshire",
      "Cumbria",
      "Dorset",
      "North Yorkshire",
      "Northamptonshire",
      "Poole",
      "Somerset",
    ]);
    for (const { validTo = "", successors = [] } of ended) {
      expect(successors.length).toBeGreaterThan(0);
      const next = new Date(Date.parse(validTo) + 86_400_000).toISOString().slice(0, 10);
      for (const code of successors) expect(byCode.get(code)?.validFrom).toBe(next);
    }
    expect(
      authorities.filter(({ validTo, successors }) => (validTo === undefined) !== (successors === undefined)),
    ).toEqual([]);
  });

  it("says whose licence it is under", () => {
    expect(licence).toContain("Open Government Licence v3.0");
  });
});
