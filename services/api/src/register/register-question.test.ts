import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { readAddress } from "./read-address.ts";
import { addressOf, NO_FILTER, type RegisterFilter, readQuestion } from "./register-question.ts";

describe("the address of the register", () => {
  it("is read as a filter and a page, and written again as the same", () => {
    const filter: RegisterFilter = {
      text: 'home care -"day centre"',
      department: "adults-and-communities",
      characteristic: "GENDER_REASSIGNMENT",
      year: 2026,
      organisation: "E10000018",
      state: "SUPERSEDED",
    };
    const address = addressOf(filter, 3);
    expect(address).toBe(
      "/register?q=home+care+-%22day+centre%22&department=adults-and-communities&characteristic=gender-reassignment&year=2026&council=E10000018&show=superseded&page=3",
    );
    const query = Object.fromEntries(new URL(address, "http://localhost").searchParams);
    expect(readQuestion(query)).toEqual({ filter, page: 3, unread: [] });
    expect(readQuestion({})).toEqual({ filter: NO_FILTER, page: 1, unread: [] });
    expect(addressOf(NO_FILTER)).toBe("/register");
  });

  test.each<[Record<string, unknown>, string]>([
    [{ department: "../x" }, "The department in the address"],
    [{ characteristic: "height" }, "The characteristic in the address"],
    [{ year: "soon" }, "The year in the address"],
    [{ council: "<b>" }, "The council in the address"],
    [{ show: "constructor" }, "The choice of what to show in the address"],
    [{ page: "0" }, "The page in the address"],
    [{ page: "9999999" }, "The page in the address"],
    [{ q: "x".repeat(201) }, "Only the first 200 characters"],
  ])("says what of %j it left out", (query, words) => {
    const { unread, filter } = readQuestion(query);
    expect(unread).toEqual([expect.stringContaining(words)]);
    expect(filter).toEqual({ ...NO_FILTER, text: query.q === undefined ? null : "x".repeat(200) });
  });

  it("takes whatever is sent for something: nothing in it breaks the page", () => {
    const anything = fc.oneof(fc.string({ unit: "binary" }), fc.array(fc.string()), fc.constant({ a: 1 }));
    const names = fc.constantFrom(
      "q",
      "department",
      "characteristic",
      "year",
      "council",
      "show",
      "page",
      "other",
    );
    fc.assert(
      fc.property(fc.dictionary(names, anything, { maxKeys: 4 }), (query) => {
        const { filter, page } = readQuestion(query);
        expect(page).toBeGreaterThan(0);
        expect(filter.text?.trim()).not.toBe("");
        expect(filter.text ?? "").not.toContain("\u0000");
        expect(filter.text?.isWellFormed() ?? true).toBe(true);
      }),
      { numRuns: 25 },
    );
  });
});

test.each<[string, string | null, ReturnType<typeof readAddress>]>([
  ["EHRIA-2026-0007", null, { reference: "EHRIA-2026-0007", edition: null, format: null }],
  ["ehria-2026-0007.pdf", null, { reference: "EHRIA-2026-0007", edition: null, format: "pdf" }],
  ["EHRIA-2026-0007", "2", { reference: "EHRIA-2026-0007", edition: 2, format: null }],
  ["EHRIA-2026-0007", "2.docx", { reference: "EHRIA-2026-0007", edition: 2, format: "docx" }],
  ["EHRIA-2026-0007.exe", null, null],
  ["EHRIA-2026-0007.constructor", null, null],
  ["EHRIA-2026-0007.pdf", "2", null],
  ["EHRIA-2026-0007", "0", null],
  ["EHRIA-2026-0007", "02", null],
  ["EHRIA-2026-0007", "1000000", null],
  ["..", null, null],
  ["x".repeat(61), null, null],
])("%s/%s is %j", (name, edition, address) => {
  expect(readAddress(name, edition)).toEqual(address);
});
