import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answered, askGraphql } from "../testing/ask.ts";
import { signIn, startTestApp, type TestApp } from "../testing/test-app.ts";

let test: TestApp;

beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const ask = (
  body: unknown,
  { headers = {}, of = test }: { headers?: Record<string, string>; of?: TestApp } = {},
): Promise<Answered> => askGraphql(of, body, headers);

const refusal = async (body: unknown): Promise<[number, string | undefined, unknown]> => {
  const { status, data, errors } = await ask(body);
  expect(data).toBeUndefined();
  return [status, errors?.[0]?.message, errors?.[0]?.extensions.code];
};

const nested = (levels: number): string =>
  `{ item ${"{ child ".repeat(levels - 2)} { name } ${"}".repeat(levels - 2)} }`;

describe("limits, each in words", () => {
  it("takes 15 levels and no more, fragments not counted", async () => {
    expect((await ask({ query: nested(15) })).status).toBe(200);
    const deep = [
      400,
      "This query is nested too deeply: at most 15 levels. Ask for what lies deeper on its own.",
      "GRAPHQL_VALIDATION_FAILED",
    ];
    expect(await refusal({ query: nested(16) })).toEqual(deep);
    const spread = (inner: string): string =>
      `query { item { ...A } } fragment A on Item { child { ...B } } fragment B on Item ${inner}`;
    expect(
      (await ask({ query: spread(`{ child ${"{ child ".repeat(11)} { name } ${"}".repeat(11)} }`) })).status,
    ).toBe(200);
    expect(
      await refusal({ query: spread(`{ child ${"{ child ".repeat(12)} { name } ${"}".repeat(12)} }`) }),
    ).toEqual(deep);
  });

  it("takes 30 aliases and no more", async () => {
    const aliased = (count: number): string =>
      `{ item { ${Array.from({ length: count }, (_, index) => `a${index}: name`).join(" ")} } }`;
    expect((await ask({ query: aliased(30) })).status).toBe(200);
    expect(await refusal({ query: aliased(31) })).toEqual([
      400,
      "This query renames too many fields: at most 30 aliases. Ask in several requests.",
      "GRAPHQL_VALIDATION_FAILED",
    ]);
  });

  it("counts aliases inside fragments as often as they are spread", async () => {
    const spreads = Array.from({ length: 16 }, () => "...A").join(" ");
    const query = `{ item { ${spreads} } } fragment A on Item { x: name y: name }`;
    expect((await refusal({ query }))[0]).toBe(400);
  });

  it("reads 2,000 words and signs and no more", async () => {
    const long = (operations: number): string =>
      Array.from({ length: operations }, (_, index) => `query Q${index} { needed }`).join(" ");
    expect((await ask({ query: long(400), operationName: "Q7" })).data).toEqual({ needed: 3 });
    expect(await refusal({ query: long(401) })).toEqual([
      400,
      "This query is too long: at most 2,000 words and signs are read. Ask in several requests.",
      "GRAPHQL_PARSE_FAILED",
    ]);
  });

  it("does not compare the same fields without end", async () => {
    expect(await refusal({ query: `{ item { ${"name ".repeat(1_900)} } }` })).toEqual([
      400,
      "This query repeats the same fields too often. Write each of them once.",
      "GRAPHQL_VALIDATION_FAILED",
    ]);
  });

  const COST =
    "This query asks for too much at once: at most 50,000 values, counting every page at its full size. Ask for smaller pages or fewer fields.";
  const pages = (size: string): string =>
    `{ items(first: ${size}) { edges { node { items(first: ${size}) { edges { node { name } } } } } } }`;

  it("counts what pages may hold: as written, as variables, as variables' defaults, and unsaid", async () => {
    const query = `query ($size: Int) ${pages("$size")}`;
    expect((await ask({ query: pages("50") })).status).toBe(200);
    expect((await ask({ query, variables: { size: 50 } })).status).toBe(200);
    expect(await refusal({ query: pages("200") })).toEqual([400, COST, "LIMIT_EXCEEDED"]);
    expect(await refusal({ query, variables: { size: 200 } })).toEqual([400, COST, "LIMIT_EXCEEDED"]);
    expect(await refusal({ query: `query ($size: Int = 200) ${pages("$size")}` })).toEqual([
      400,
      COST,
      "LIMIT_EXCEEDED",
    ]);
    const unsaid =
      "items { edges { node { items { edges { node { items { edges { node { name } } } } } } } } }";
    expect(await refusal({ query: `{ ${unsaid} }` })).toEqual([400, COST, "LIMIT_EXCEEDED"]);
    expect(await refusal({ query: "{ items(last: 50000) { edges { node { name } } } }" })).toEqual([
      400,
      COST,
      "LIMIT_EXCEEDED",
    ]);
  });

  it("takes a body of 1 MB and no more", async () => {
    const variables = { text: "x".repeat(1024 * 1024) };
    expect(await refusal({ query: "{ me { email } }", variables })).toEqual([
      413,
      "This request is too large: at most 1 MB is taken. Send it in smaller parts.",
      "LIMIT_EXCEEDED",
    ]);
  });

  it("takes one operation in each request", async () => {
    expect(await refusal([{ query: "{ me { email } }" }])).toEqual([
      400,
      "Send one operation in each request: several in one are not taken.",
      "BAD_REQUEST",
    ]);
  });

  it("takes a limited number of requests a minute from one account or address", async () => {
    const busy = await startTestApp({ settings: { requestsPerMinute: 2 } });
    const query = { query: "{ me { email } }" };
    await ask(query, { of: busy });
    await ask(query, { of: busy, headers: { authorization: "Bearer dr_wrong" } });
    const third = await ask(query, { of: busy });
    expect(third.status).toBe(429);
    expect(third.errors?.[0]?.message).toMatch(
      /^Too many requests: at most 2 a minute\. Wait \d+ seconds and try again\.$/,
    );
    const member = busy.openBrowser();
    await signIn(member, "deg.member@example.org");
    expect((await member.postJson("/graphql", query)).status).toBe(200);
    await busy.close();
  });
});

describe("an answer that takes too long", () => {
  it("is given up in words, and the server goes on", async () => {
    const hasty = await startTestApp({ answerMs: 300 });
    const { status, errors } = await ask({ query: "{ slow(ms: 600) }" }, { of: hasty });
    expect([status, errors?.[0]?.extensions.code]).toEqual([503, "TIMED_OUT"]);
    expect(errors?.[0]?.message).toMatch(
      /^This took too long .* look whether it did before you try again\.$/,
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await ask({ query: "{ needed }" }, { of: hasty })).data).toEqual({ needed: 3 });
    expect(hasty.logText()).not.toMatch(/"level":"(error|fatal)"/);
    await hasty.close();
  });
});
