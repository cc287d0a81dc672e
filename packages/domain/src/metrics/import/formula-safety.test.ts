import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeFormula, unescapeFormula } from "./formula-safety.ts";

describe("escapeFormula", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+44", "'+44"],
    ["@here", "'@here"],
    ["-SUM(A1)", "'-SUM(A1)"],
    ["  =1+1", "'  =1+1"],
    ["\t1", "'\t1"],
    ["\r\n1", "'\r\n1"],
    ["＝1", "'＝1"],
    ["'=1", "''=1"],
    // Left alone.
    ["-5", "-5"],
    ["-5.25", "-5.25"],
    [">11%", ">11%"],
    ["’tis", "’tis"],
    ["'tis", "'tis"],
    ["96.0%", "96.0%"],
    ["", ""],
  ])("%j → %j", (cell, escaped) => {
    expect(escapeFormula(cell)).toBe(escaped);
    expect(unescapeFormula(escaped)).toBe(cell);
  });
});

/** Made mostly of the characters that matter. */
const cells = fc.oneof(
  fc.string(),
  fc
    .array(fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", "\n", " ", "＝", "\u00a0", "1", ".", "a"))
    .map((signs) => signs.join("")),
);

it("reads back whatever it escaped", () => {
  fc.assert(fc.property(cells, (cell) => unescapeFormula(escapeFormula(cell)) === cell));
});

it("lets nothing through that begins like a formula, but for negative numbers", () => {
  fc.assert(
    fc.property(cells, (cell) => {
      const first = escapeFormula(cell).replace(/^\s+/, "").charAt(0);
      return !"=+-@＝＋－＠".includes(first) || first === "" || /^-\d/.test(escapeFormula(cell));
    }),
  );
});
