import { describe, expect, it } from "vitest";
import { safeReturnPath } from "./return-path.ts";

describe("safeReturnPath", () => {
  it.each([
    ["/", "/"],
    ["/performance", "/performance"],
    ["/assessments/EHRIA-2026-0001?section=2#age", "/assessments/EHRIA-2026-0001?section=2#age"],
    ["/a/../b", "/b"],
    ["/authority", "/authority"],
  ])("keeps the path %s as %s", (wanted, kept) => {
    expect(safeReturnPath(wanted)).toBe(kept);
  });

  it.each([
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example/",
    "\\\\evil.example",
    "/.//evil.example",
    "/x/..//evil.example",
    "/%0d%0a/\r\nSet-Cookie: a=b",
    "/\tevil",
    "/ /evil.example",
    "javascript:alert(1)",
    "evil",
    "",
    "/auth/sign-in",
    "/auth",
    "/x/../auth/sign-in",
    `/${"a".repeat(2_000)}`,
    undefined,
    ["/a", "/b"],
  ])("refuses %s", (wanted) => {
    expect(safeReturnPath(wanted)).toBe("/");
  });
});
