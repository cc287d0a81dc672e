import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answered, askGraphql } from "../testing/ask.ts";
import { signIn, startTestApp, type TestApp } from "../testing/test-app.ts";

let test: TestApp;
let production: TestApp;

beforeAll(async () => {
  test = await startTestApp();
  production = await startTestApp({
    settings: {
      production: true,
      demo: false,
      baseUrl: "https://due-regard.example.org",
      signIn: { issuer: "https://login.example.org", clientId: "due-regard", clientSecret: "secret" },
    },
  });
});
afterAll(async () => {
  await test.close();
  await production.close();
});

const ask = (
  body: unknown,
  { headers = {}, of = test }: { headers?: Record<string, string>; of?: TestApp } = {},
): Promise<Answered> => askGraphql(of, body, headers);

describe("what a client learns of an error", () => {
  const OPAQUE = /^Something went wrong\. Quote this reference: ([2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4})$/;

  it.each([
    ["{ crash }", undefined, "Error"],
    [
      "query ($text: String) { badStatement(text: $text) }",
      { text: "o'hara@example.org" },
      "DrizzleQueryError",
    ],
  ])(
    "tells nothing of an unknown error but a reference, which is in the log: %s",
    async (query, variables, type) => {
      const { status, errors = [] } = await ask({ query, variables });
      const [, reference] = OPAQUE.exec(errors[0]?.message ?? "") ?? [];
      expect(status).toBe(200);
      expect(errors[0]?.extensions).toEqual({ code: "INTERNAL", reference });
      expect(JSON.stringify(errors)).not.toMatch(/select|users|srv|private|uuid|example|stack/i);
      const lines = test.logLines().filter((line) => line.reference === reference);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatchObject({
        level: "error",
        error: { type, at: expect.arrayContaining([expect.any(String)]) },
      });
      expect(lines[0]?.reqId).toMatch(/^[0-9a-f-]{36}$/);
      expect(JSON.stringify(lines)).not.toMatch(/some\.body|o'hara/);
    },
  );

  it("keeps errors that were meant for it", async () => {
    expect((await ask({ query: "{ refused }" })).errors).toMatchObject([
      { message: "You may not see this.", path: ["refused"], extensions: { code: "FORBIDDEN" } },
    ]);
  });

  it.each([
    [
      { query: "{ nothing }" },
      400,
      "GRAPHQL_VALIDATION_FAILED",
      'Cannot query field "nothing" on type "Query".',
    ],
    [{ query: "{ me {" }, 400, "GRAPHQL_PARSE_FAILED", "Syntax Error: Expected Name, found <EOF>."],
    [
      { query: "query ($size: Int!) { needed(size: $size) }" },
      400,
      "BAD_USER_INPUT",
      'Variable "$size" of required type "Int!" was not provided.',
    ],
    [
      { query: "query A { needed } query B { needed }" },
      400,
      "OPERATION_RESOLUTION_FAILURE",
      "Must provide operation name if query contains multiple operations.",
    ],
    [
      { query: "query ($size: Int) { needed(size: $size) }", variables: { size: null } },
      200,
      "BAD_USER_INPUT",
      'Argument "size" of non-null type "Int!" must not be null.',
    ],
    [{ query: 5 }, 400, "BAD_REQUEST", "GraphQL queries must be strings."],
    [
      { query: "{ needed }", variables: "text" },
      400,
      "BAD_REQUEST",
      "`variables` in a POST body should be provided as an object, not a recursively JSON-encoded string.",
    ],
    [
      { query: "{ needed }", operationName: [] },
      400,
      "BAD_REQUEST",
      "`operationName` in a POST body must be a string if provided.",
    ],
    [{}, 400, "BAD_REQUEST", "POST body missing, invalid Content-Type, or JSON object has no keys."],
    ["null", 400, "BAD_REQUEST", "POST body missing, invalid Content-Type, or JSON object has no keys."],
    ["5", 400, "BAD_REQUEST", "POST body missing, invalid Content-Type, or JSON object has no keys."],
    [
      { extensions: { persistedQuery: { version: 1, sha256Hash: "x" } } },
      200,
      "PERSISTED_QUERY_NOT_SUPPORTED",
      "PersistedQueryNotSupported",
    ],
    ['{"query":"{ needed }","__proto__":{}}', 400, "BAD_REQUEST", "The request’s body is not valid JSON."],
    ["{", 400, "BAD_REQUEST", "The request’s body is not valid JSON."],
    ["", 400, "BAD_REQUEST", "The request has no body."],
  ])("keeps the message of a query that cannot be run: %o", async (body, status, code, message) => {
    const answer = await ask(body);
    expect([answer.status, answer.errors?.[0]?.extensions.code, answer.errors?.[0]?.message]).toEqual([
      status,
      code,
      message,
    ]);
  });

  it("describes the schema and suggests fields while developing, not in production", async () => {
    const introspect = { query: "{ __schema { queryType { name } } }" };
    expect((await ask(introspect)).data).toEqual({ __schema: { queryType: { name: "Query" } } });
    expect((await ask(introspect, { of: production })).errors?.[0]?.extensions.code).toBe(
      "GRAPHQL_VALIDATION_FAILED",
    );
    const typo = { query: "{ crashh }" };
    expect((await ask(typo)).errors?.[0]?.message).toBe(
      'Cannot query field "crashh" on type "Query". Did you mean "crash"?',
    );
    expect((await ask(typo, { of: production })).errors?.[0]?.message).toBe(
      'Cannot query field "crashh" on type "Query".',
    );
  });
});

describe("requests from other sites", () => {
  it("are refused when they carry the cookie", async () => {
    const browser = test.openBrowser();
    await signIn(browser, "lead.officer@example.org");
    for (const origin of ["https://evil.example", "null", `${test.baseUrl}.evil.example`]) {
      const response = await browser.postJson("/graphql", { query: "{ me { email } }" }, { origin });
      expect([response.status, await response.json()]).toEqual([
        403,
        {
          errors: [
            {
              message: "This request carries a sign-in but comes from another site.",
              extensions: { code: "FORBIDDEN" },
            },
          ],
        },
      ]);
    }
  });

  it("from another person's page get nothing done, and ask for that person", async () => {
    const browser = test.openBrowser();
    await signIn(browser, "lead.officer@example.org");
    const rows = await test.database.sql`select id, email from users`;
    const writerOf = (email: string) =>
      Buffer.from(`User:${rows.find((row) => row.email === email)?.id}`).toString("base64");
    const send = (email: string) =>
      browser.postJson("/graphql", { query: "{ me { email } }" }, { "due-regard-writer": writerOf(email) });
    expect((await send("lead.officer@example.org")).status).toBe(200);
    const refused = await send("contributor@example.org");
    expect([refused.status, await refused.json()]).toEqual([
      401,
      {
        errors: [
          {
            message: "Somebody else is signed in here now. Sign in again as the person who wrote this.",
            extensions: { code: "UNAUTHENTICATED" },
          },
        ],
      },
    ]);
  });

  it("cannot use what a form can send", async () => {
    const forms: [string, string, number][] = [
      ["text/plain", '{"query":"{ me { email } }"}', 400],
      ["application/x-www-form-urlencoded", "query=%7Bme%7Bemail%7D%7D", 415],
      ["multipart/form-data; boundary=x", "--x--", 415],
    ];
    for (const [type, body, status] of forms) {
      expect([type, (await ask(body, { headers: { "content-type": type } })).status]).toEqual([type, status]);
    }
  });

  it("cannot use GET", async () => {
    const response = await test.openBrowser().get("/graphql?query=%7Bme%7Bemail%7D%7D");
    expect([response.status, response.headers.get("allow")]).toEqual([405, "post".toUpperCase()]);
  });
});

describe("the log of an operation", () => {
  it("names it, with kind, time and status, and holds neither text nor variables", async () => {
    const query = "query FindThem($text: String) { me { email } }".replace("($text: String)", "");
    await ask({ query, operationName: "FindThem", variables: { text: "Mrs Secret, 1 Private Road" } });
    const line = test.logLines().find((each) => each.operation === "FindThem");
    expect(line).toMatchObject({ kind: "query", status: 200, ms: expect.any(Number), msg: "graphql" });
    expect(test.logText()).not.toMatch(/Mrs Secret|Private Road|me \{ email/);
  });
});
