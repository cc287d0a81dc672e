import { SCOPES } from "@due-regard/domain/access/roles";
import { actOfField } from "@due-regard/domain/access/schema-policy";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createToken } from "../auth/tokens.ts";
import { schema } from "../schema.ts";
import { brokenDocument, hostileRequest, rawBody } from "../testing/hostile-documents.ts";
import { hostileForm } from "../testing/hostile-form.ts";
import { fingerprintDatabase } from "../testing/rollback.ts";
import { startTestApp, type TestApp } from "../testing/test-app.ts";

/** Requests of each kind; HOSTILE_TIMES=45 makes the 100,000 of design/security.md. */
const RUNS = 500 * Number(process.env.HOSTILE_TIMES ?? 1);
const TIME_OUT = 30_000 * Number(process.env.HOSTILE_TIMES ?? 1);

/** When a token was used last, and nothing else that a request may touch. */
const TOUCHED_BY_READING = ["api_tokens"];
/** Large tables that no mutation writes to: looked at once, not after each request. */
const FIGURES = ["observations", "dashboard_rows", "targets", "ratings", "reported_standings", "form_parts"];

let app: TestApp;
const tokens: Record<string, string> = {};
beforeAll(async () => {
  app = await startTestApp({ schema, sampleData: true, settings: { requestsPerMinute: 1_000_000_000 } });
  const { db } = app.database;
  for (const person of ["lead.officer", "analyst", "scrutiny", "admin"]) {
    const made = await createToken(db, { email: `${person}@example.org`, scopes: SCOPES, days: 1 });
    if (made.ok) tokens[person] = made.value.token;
  }
});
afterAll(() => app.close());

const ALLOWED_STATUS = [200, 400, 413, 415];
/** Words that only our own insides know. */
const INSIDES =
  /\bselect\b.*\bfrom\b|insert into|violates|constraint|syntax error at or near|invalid input syntax|postgres|drizzle|pothos|\/work\/|\/home\/|node_modules|\.ts:\d|\n\s+at /i;

interface Reply {
  status: number;
  text: string;
}

const send = async (body: string, headers: Record<string, string> = {}): Promise<Reply> => {
  const response = await app.openBrowser().postJson("/graphql", body, headers);
  return { status: response.status, text: await response.text() };
};

const as = (person: string): Record<string, string> => ({ authorization: `Bearer ${tokens[person]}` });

/** What was sent may come back in a message: it is no secret. */
const expectCalm = ({ status, text }: Reply, sent: string): void => {
  expect(ALLOWED_STATUS).toContain(status);
  expect(text).not.toContain('"INTERNAL"');
  if (!INSIDES.test(sent)) expect(text).not.toMatch(INSIDES);
};

const check = async <Value>(
  arbitrary: fc.Arbitrary<Value>,
  attack: (value: Value) => Promise<void>,
  runs = RUNS,
): Promise<void> => {
  const before = await fingerprintDatabase(app.database, TOUCHED_BY_READING);
  await fc.assert(fc.asyncProperty(arbitrary, attack), { numRuns: runs, endOnFailure: true });
  expect(await fingerprintDatabase(app.database, TOUCHED_BY_READING)).toEqual(before);
};

const isNotOnesOwn = (field: string) => actOfField("Mutation", field) !== "notices.write";

describe("hostile input is answered calmly and changes nothing", () => {
  it("in queries that fit the schema, with values that mean harm", { timeout: TIME_OUT }, () =>
    check(hostileRequest("query"), async (request) => {
      const body = JSON.stringify(request);
      expectCalm(await send(body, as("lead.officer")), body);
    }),
  );

  it("in mutations by somebody who may not write", { timeout: TIME_OUT }, () =>
    // What notices somebody gets is theirs to say, whoever they are.
    check(hostileRequest("mutation", isNotOnesOwn), async (request) => {
      const body = JSON.stringify(request);
      expectCalm(await send(body, as("scrutiny")), body);
    }),
  );

  it("in what anybody may say of their own notices", { timeout: TIME_OUT }, async () => {
    const attack = async (request: unknown) => {
      const body = JSON.stringify(request);
      expectCalm(await send(body, as("scrutiny")), body);
    };
    const isOnesOwn = (field: string) => !isNotOnesOwn(field);
    await fc.assert(fc.asyncProperty(hostileRequest("mutation", isOnesOwn), attack), {
      numRuns: RUNS / 5,
      endOnFailure: true,
    });
  });

  it("in documents that are none", { timeout: TIME_OUT }, () =>
    check(brokenDocument, async (query) => {
      const body = JSON.stringify({ query });
      expectCalm(await send(body, as("analyst")), body);
    }),
  );

  it("in bodies of any kind, of anybody", { timeout: TIME_OUT }, () => {
    const types = fc.constantFrom(
      "application/json",
      "application/graphql",
      "text/plain",
      "multipart/form-data",
      "",
    );
    return check(fc.tuple(rawBody, types), async ([body, type]) => {
      expectCalm(await send(body, { "content-type": type }), body);
    });
  });
});

describe("hostile input from somebody who may write", () => {
  it("about figures is answered calmly: it is stored when it makes sense", {
    timeout: TIME_OUT,
  }, async () => {
    const attack = async (request: unknown) => {
      const body = JSON.stringify(request);
      expectCalm(await send(body, as("analyst")), body);
    };
    await fc.assert(fc.asyncProperty(hostileRequest("mutation"), attack), {
      numRuns: RUNS,
      endOnFailure: true,
    });
  });

  it("about forms is answered calmly, whatever a file of a form may hold", {
    timeout: TIME_OUT,
  }, async () => {
    const attack = async (request: unknown) => {
      const body = JSON.stringify(request);
      expectCalm(await send(body, as("admin")), body);
    };
    const isAboutForms = (field: string) => String(actOfField("Mutation", field)).startsWith("forms");
    const runs = { numRuns: RUNS / 2, endOnFailure: true };
    await fc.assert(fc.asyncProperty(hostileRequest("mutation", isAboutForms), attack), runs);
    const query = `mutation ($input: ImportFormDraftInput!) { importFormDraft(input: $input) { __typename } }`;
    const file = fc.oneof(
      fc.json(),
      hostileForm.map((form) => JSON.stringify(form)),
      fc.constantFrom("[".repeat(500_000), '{"a":'.repeat(50_000), "\u0000", `"${"x".repeat(700_000)}"`),
    );
    const importFile = async (document: string) =>
      await attack({ query, variables: { input: { document } } });
    await fc.assert(fc.asyncProperty(file, importFile), runs);
  });

  const SUCCESS = /"(\w+Saved|EvidenceLinked|PresenceSet|LeadHandedOver)"/;

  it("either is stored or changes nothing at all", { timeout: TIME_OUT }, async () => {
    const figuresBefore = await fingerprintDatabase(app.database);
    const look = () => fingerprintDatabase(app.database, [...TOUCHED_BY_READING, ...FIGURES]);
    let before = await look();
    let stored = 0;
    const attack = async (request: object): Promise<void> => {
      const body = JSON.stringify(request);
      // A draft once withdrawn would end the attack.
      if (body.includes("WITHDRAW")) return;
      const reply = await send(body, as("lead.officer"));
      expectCalm(reply, body);
      const after = await look();
      if (SUCCESS.test(reply.text)) {
        before = after;
        stored += 1;
      } else expect(after).toEqual(before);
    };
    const runs = { numRuns: RUNS / 2, endOnFailure: true };
    // Those about figures are nothing that a lead officer may write: they are tried above.
    const isAboutAssessments = (field: string) =>
      String(actOfField("Mutation", field)).startsWith("assessments");
    await fc.assert(fc.asyncProperty(hostileRequest("mutation", isAboutAssessments), attack), runs);
    expect(stored).toBeGreaterThan(0);
    const figuresAfter = await fingerprintDatabase(app.database);
    for (const table of FIGURES) expect(figuresAfter[table]).toBe(figuresBefore[table]);
  });
});
