import Big from "big.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  absoluteDecimal,
  addDecimals,
  compareDecimals,
  decimalPlaces,
  divideDecimals,
  groupThousands,
  isDecimal,
  multiplyDecimals,
  negateDecimal,
  readDecimal,
  roundDecimal,
  subtractDecimals,
} from "./decimal.ts";

describe("reading decimals", () => {
  it.each([
    ["11.0", "11.0"],
    ["1,373.0", "1373.0"],
    ["1,393,900", "1393900"],
    ["-0.5", "-0.5"],
    ["007", "007"],
  ])("%s → %s", (text, value) => expect(readDecimal(text)).toBe(value));

  it.each(["", "1,37", "1.2.3", "1e5", "½", ".5", "5.", "NaN", "- 5", "1 373"])(
    "“%s” is not a decimal",
    (text) => {
      expect(readDecimal(text)).toBe(null);
      expect(isDecimal(text)).toBe(false);
    },
  );

  it.each([
    ["11", 0],
    ["11.0", 1],
    ["0.372", 3],
  ])("%s has %i places", (value, places) => expect(decimalPlaces(value)).toBe(places));
});

describe("sums", () => {
  it.each([
    ["11.0", "11", 0],
    ["9.9", "10", -1],
    ["0.403", "0.372", 1],
  ])("%s against %s is %i", (left, right, order) => expect(compareDecimals(left, right)).toBe(order));

  it("adds and subtracts exactly and keeps the finer precision", () => {
    expect(addDecimals("0.1", "0.2")).toBe("0.3");
    expect(addDecimals("98.4", "135.20")).toBe("233.60");
    expect(subtractDecimals("10.50", "10.5")).toBe("0.00");
    expect(subtractDecimals("6.1", "11.3")).toBe("-5.2");
  });

  it("multiplies exactly", () => {
    expect(multiplyDecimals("84.5", "1000")).toBe("84500");
    expect(multiplyDecimals("1.41", "1000000")).toBe("1410000");
  });

  it.each([
    ["3394", "5171", 1, "65.6", "100"],
    ["370", "430", 1, "86.0", "100"],
    ["1", "3", 4, "0.3333", "1"],
    ["1", "8", 2, "0.13", "1"],
    ["-1", "8", 2, "-0.13", "1"],
  ])("%s of %s to %i places is %s", (top, bottom, places, expected, scale) => {
    expect(divideDecimals(multiplyDecimals(top, scale), bottom, places)).toBe(expected);
  });

  it("does not divide by nought", () => expect(divideDecimals("1", "0.00", 2)).toBe(null));

  it("rounds once, half away from nought", () => {
    expect(roundDecimal("13.5", 0)).toBe("14");
    expect(roundDecimal("-13.5", 0)).toBe("-14");
    expect(roundDecimal("99.956", 1)).toBe("100.0");
    expect(divideDecimals("4999999999999999", "10000000000000000", 0)).toBe("0");
  });

  it("changes signs", () => {
    expect([
      absoluteDecimal("-5.20"),
      negateDecimal("5.20"),
      negateDecimal("-1"),
      negateDecimal("0.0"),
    ]).toEqual(["5.20", "-5.20", "1", "0.0"]);
  });

  it.each([
    ["1373000", "1,373,000"],
    ["999", "999"],
    ["1234.5678", "1,234.5678"],
    ["-1234", "-1,234"],
  ])("%s is written %s", (value, text) => expect(groupThousands(value)).toBe(text));
});

describe("decimal properties", () => {
  const decimal = fc
    .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 9999 }))
    .map(([whole, part]) => `${whole}.${String(part).padStart(4, "0")}`);

  it("what is divided is what exact division makes, rounded once", () => {
    const Exact = Big();
    Exact.DP = 40;
    Exact.RM = Big.roundDown;
    fc.assert(
      fc.property(decimal, decimal, fc.integer({ min: 0, max: 6 }), (top, bottom, places) => {
        fc.pre(Number(bottom) !== 0);
        const expected = new Exact(top).div(bottom).toFixed(places, Big.roundHalfUp);
        expect(divideDecimals(top, bottom, places)).toBe(expected);
      }),
    );
  });

  it("what is added can be taken away again", () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        expect(compareDecimals(subtractDecimals(addDecimals(a, b), b), a)).toBe(0);
      }),
    );
  });

  it("a number written with commas reads back the same", () => {
    fc.assert(
      fc.property(decimal, (a) => {
        expect(readDecimal(groupThousands(a))).toBe(a);
      }),
    );
  });
});

describe("comparing", () => {
  const digits = fc.stringMatching(/^\d{1,12}$/);
  const written = fc
    .tuple(fc.constantFrom("", "-"), digits, fc.option(digits))
    .map(([sign, whole, places]) => `${sign}${whole}${places === null ? "" : `.${places}`}`);

  it("agrees with exact arithmetic, for short figures and long ones", () => {
    fc.assert(
      fc.property(written, written, (left, right) => {
        expect(compareDecimals(left, right)).toBe(new Big(left).cmp(right));
      }),
    );
  });

  it("tells apart what differs in the last of fifteen characters", () => {
    expect(compareDecimals("123456789.12345", "123456789.12346")).toBe(-1);
    expect(compareDecimals("0.0000000000001", "0.0000000000002")).toBe(-1);
    expect(compareDecimals("9007199254740993.1", "9007199254740992.9")).toBe(1);
  });

  it("refuses what is no decimal", () => {
    expect(() => compareDecimals("eleven", "11")).toThrow();
    expect(() => compareDecimals("", "11")).toThrow();
  });
});
