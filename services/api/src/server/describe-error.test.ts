import { describe, expect, it } from "vitest";
import { describeError } from "./describe-error.ts";

const withFields = (message: string, fields: object): Error => Object.assign(new Error(message), fields);

describe("describeError", () => {
  it("keeps type, message, code and place", () => {
    const described = describeError(withFields("connect ECONNREFUSED", { code: "ECONNREFUSED" }));
    expect(described).toMatchObject({ type: "Error", message: "connect ECONNREFUSED", code: "ECONNREFUSED" });
    expect(described.at?.[0]).toMatch(/^at .*describe-error\.test\.ts/);
  });

  it("keeps a statement and its constraint without the values", () => {
    const cause = withFields('duplicate key value violates unique constraint "users_email_key"', {
      code: "23505",
      constraint_name: "users_email_key",
      detail: "Key (email)=(some.body@example.org) already exists.",
    });
    const error = Object.assign(
      new Error("Failed query: insert into users values ($1)\nparams: some.body@example.org", { cause }),
      {
        query: "insert into users values ($1)",
        params: ["some.body@example.org"],
      },
    );
    const described = describeError(error);
    expect(described).toMatchObject({
      message: "A statement failed",
      statement: "insert into users values ($1)",
      cause: { code: "23505", constraint: "users_email_key" },
    });
    expect(JSON.stringify(described)).not.toContain("some.body");
  });

  it.each([
    ["no user some.body@example.org", "no user [email]"],
    ["token dr_abcdefghijklmnopqrstuvwxyz0123456789-_ABCDE refused", "token [token] refused"],
    [
      "GET /auth/callback?code=abc&state=def failed",
      "GET /auth/callback?code=[hidden]&state=[hidden] failed",
    ],
    ["postgres://user:secret@db:5432/x is unreachable", "[database address] is unreachable"],
  ])("hides what is private in %s", (message, shown) => {
    expect(describeError(new Error(message)).message).toBe(shown);
  });

  it("hides what Postgres quotes of bad input", () => {
    const error = withFields('invalid input syntax for type uuid: "Mrs Secret"', { code: "22P02" });
    expect(describeError(error).message).toBe('invalid input syntax for type uuid: "…"');
  });

  it("survives what is no error, and causes without end", () => {
    expect(describeError("text with some.body@example.org")).toEqual({
      type: "string",
      message: "Something that is no Error was thrown",
    });
    const loop = new Error("loop");
    loop.cause = loop;
    expect(JSON.stringify(describeError(loop)).match(/"type"/g)).toHaveLength(5);
  });
});
