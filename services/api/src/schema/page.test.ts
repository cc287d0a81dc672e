import { describe, expect, it } from "vitest";
import { type PageArguments, pageOfList } from "./page.ts";

const LETTERS = ["a", "b", "c", "d", "e"];

const ask = async (args: PageArguments, list: readonly string[] = LETTERS) => {
  const { edges, pageInfo } = await pageOfList(args, list);
  return { letters: edges.map((edge) => edge?.node).join(""), ...pageInfo };
};

const cursorOf = async (letter: string): Promise<string> => {
  const { edges } = await pageOfList({}, LETTERS);
  return edges.find((edge) => edge?.node === letter)?.cursor ?? "";
};

describe("a page", () => {
  it("comes from the end when only `last` is asked for", async () => {
    expect(await ask({ last: 2 })).toMatchObject({
      letters: "de",
      hasPreviousPage: true,
      hasNextPage: false,
    });
    expect(await ask({ last: 9 })).toMatchObject({ letters: LETTERS.join(""), hasPreviousPage: false });
  });

  it("leads from the end to the beginning, each row once", async () => {
    const seen: string[] = [];
    for (let before: string | null = null, more = true; more; ) {
      const page = await ask({ last: 2, before });
      seen.unshift(page.letters);
      [before, more] = [page.startCursor ?? null, page.hasPreviousPage];
    }
    expect(seen.join("")).toBe(LETTERS.join(""));
  });

  it.each<[string, PageArguments, readonly string[]]>([
    ["of no rows", { first: 0 }, LETTERS],
    ["of no rows from the end", { last: 0 }, LETTERS],
    ["of an empty list", {}, []],
    ["of the end of an empty list", { last: 2 }, []],
  ])("%s has no cursors: none that it gave could be sent back", async (_name, args, list) => {
    expect(await ask(args, list)).toMatchObject({ letters: "", startCursor: null, endCursor: null });
  });

  it.each<[string, PageArguments, RegExp]>([
    ["fewer than none", { first: -1 }, /from 0 to 200/],
    ["more than a page holds", { last: 201 }, /from 0 to 200/],
    ["both ends", { first: 1, last: 1 }, /`first` with `after`/],
    ["a made-up cursor", { first: 1, after: "forged" }, /not given by this connection/],
    ["a cursor before the first", { first: 1, after: btoa("OffsetConnection:-1") }, /not given/],
  ])("refuses %s", async (_name, args, message) => {
    await expect(ask(args)).rejects.toThrow(message);
  });

  it("takes no end with the other's cursor", async () => {
    const cursor = await cursorOf("c");
    await expect(ask({ last: 1, after: cursor })).rejects.toThrow(/`first` with `after`/);
    expect(await ask({ first: 2, before: cursor })).toMatchObject({ letters: "ab" });
  });
});
