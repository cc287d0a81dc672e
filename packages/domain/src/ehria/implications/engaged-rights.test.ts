import { expect, it } from "vitest";
import { RIGHT_ROWS } from "../reference-data.ts";
import { engagedRights } from "./engaged-rights.ts";

const row = (
  part: "CONVENTION" | "FIRST_PROTOCOL",
  stage: "SCREENING" | "REPORT",
  affected: boolean | null,
) => ({
  part,
  article: 2,
  stage,
  affected,
});

it.each([
  [[], []],
  [[row("CONVENTION", "SCREENING", true)], ["Article 2 (Right to life)"]],
  [[row("FIRST_PROTOCOL", "SCREENING", true)], ["Article 2 of the First Protocol (Right to education)"]],
  [[row("CONVENTION", "SCREENING", true), row("CONVENTION", "REPORT", false)], []],
  [[row("CONVENTION", "SCREENING", true), row("CONVENTION", "REPORT", null)], ["Article 2 (Right to life)"]],
  [[row("CONVENTION", "SCREENING", false), row("CONVENTION", "REPORT", true)], ["Article 2 (Right to life)"]],
])("%j engages %j", (rows, names) => {
  expect(engagedRights(rows, RIGHT_ROWS)).toEqual(names);
});
