import { describe, expect, it } from "vitest";
import { reviseByDate } from "./revisions.ts";

const figure = (key: string, value: string, day: string) => ({
  key,
  value,
  recordedAt: `${day}T00:00:00Z`,
  supersededAt: null as string | null,
});
const revise = (figures: ReturnType<typeof figure>[]) =>
  reviseByDate(
    figures,
    (one) => one.key,
    (earlier, later) => earlier.value === later.value,
  ).map(({ key, value, supersededAt }) => [key, value, supersededAt]);

describe("reviseByDate", () => {
  it("puts a changed figure in place of the one before, whatever order they come in", () => {
    expect(
      revise([
        figure("a", "2", "2021-01-18"),
        figure("b", "9", "2020-01-20"),
        figure("a", "1", "2020-01-20"),
      ]),
    ).toEqual([
      ["b", "9", null],
      ["a", "1", "2021-01-18T00:00:00Z"],
      ["a", "2", null],
    ]);
  });

  it("an unchanged figure is no revision, and may change again later", () => {
    expect(
      revise([
        figure("a", "1", "2018-01-16"),
        figure("a", "1", "2020-01-20"),
        figure("a", "2", "2021-01-18"),
      ]),
    ).toEqual([
      ["a", "1", "2021-01-18T00:00:00Z"],
      ["a", "2", null],
    ]);
  });

  it("two different figures on one day are a fault in the files", () => {
    expect(() => revise([figure("a", "1", "2018-01-16"), figure("a", "2", "2018-01-16")])).toThrow(
      "Two figures on one day for a",
    );
  });
});
