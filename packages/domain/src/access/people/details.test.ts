import { describe, expect, test } from "vitest";
import { readDetails, readNewPerson } from "./details.ts";
import { LONGEST_EMAIL, LONGEST_JOB_TITLE, LONGEST_NAME } from "./limits.ts";

const NEW = { name: "Ash Newly", email: "ash.newly@example.org", jobTitle: "Adviser" };

const pathsOf = (result: ReturnType<typeof readDetails>): string[] =>
  result.ok || result.failure.kind !== "VALIDATION" ? [] : result.failure.problems.map(({ path }) => path);

test("what is kept is one line each, and the address in lower case", () => {
  const given = { name: " Ash\n  Newly ", email: " Ash.Newly@Example.ORG ", jobTitle: "\tAdviser " };
  expect(readNewPerson(given)).toEqual({ ok: true, value: NEW });
  expect(readDetails(given)).toEqual({ ok: true, value: { name: "Ash Newly", jobTitle: "Adviser" } });
});

describe("what is refused, in the order of the form", () => {
  test.each([
    [{ name: " ", email: "", jobTitle: "\n" }, ["name", "email", "jobTitle"]],
    [{ name: "n".repeat(LONGEST_NAME + 1) }, ["name"]],
    [{ name: "n".repeat(LONGEST_NAME) }, []],
    [{ jobTitle: "t".repeat(LONGEST_JOB_TITLE + 1) }, ["jobTitle"]],
    [{ email: "ash.newly" }, ["email"]],
    [{ email: "ash newly@example.org" }, ["email"]],
    [{ email: "ash@example" }, ["email"]],
    [{ email: "ash@example.org, kim@example.org" }, ["email"]],
    [{ email: "Ash <ash@example.org>" }, ["email"]],
    [{ email: `${"a".repeat(LONGEST_EMAIL)}@example.org` }, ["email"]],
    [{ email: "o'neil+equality@county.gov.uk" }, []],
  ])("%j", (change, paths) => {
    expect(pathsOf(readNewPerson({ ...NEW, ...change }))).toEqual(paths);
  });
});
