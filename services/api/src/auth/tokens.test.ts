import { auditEvents } from "@due-regard/database/schema/audit";
import { apiTokens, roleGrants, users } from "@due-regard/database/schema/people";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signIn, startTestApp, type TestApp } from "../testing/test-app.ts";
import { hashSecret } from "./secrets.ts";
import { createToken, listTokens, revokeToken, type TokenRequest } from "./tokens.ts";
import { findTokenViewer } from "./viewer.ts";

const ANALYST = "analyst@example.org";
const REQUEST: TokenRequest = { email: ANALYST, scopes: ["read:metrics"], days: 30 };
const WHO = { query: "{ me { email scopes } }" };

let test: TestApp;

beforeAll(async () => {
  test = await startTestApp();
  const [analyst] = await test.database.db.select().from(users).where(eq(users.email, ANALYST));
  await test.database.db.insert(roleGrants).values([
    { userId: analyst?.id ?? "", role: "ANALYST" },
    { userId: analyst?.id ?? "", role: "OFFICER", revokedAt: "2026-01-01T00:00:00Z" },
  ]);
});
afterAll(() => test.close());

const makeToken = async (request: Partial<TokenRequest> = {}) => {
  const result = await createToken(test.database.db, { ...REQUEST, ...request });
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
};

const ask = (token: string) =>
  test
    .openBrowser()
    .postJson("/graphql", WHO, { authorization: `Bearer ${token}`, origin: "https://elsewhere.example" });

describe("createToken", () => {
  it("makes a 256-bit token, keeps its hash alone, and records it without the secret", async () => {
    const now = new Date("2026-11-22T09:00:00Z");
    const result = await createToken(
      test.database.db,
      { ...REQUEST, email: " Analyst@Example.org " },
      undefined,
      now,
    );
    if (!result.ok) throw new Error("not made");
    const { token, id, expiresAt } = result.value;
    expect(token).toMatch(/^dr_[\w-]{43}$/);
    expect(expiresAt).toBe("2026-12-22T09:00:00.000Z");
    const [row] = await test.database.db.select().from(apiTokens).where(eq(apiTokens.id, id));
    expect(row).toMatchObject({
      tokenHash: hashSecret(token),
      scopes: ["read:metrics"],
      name: "Made on 2026-11-22",
    });
    const [event] = await test.database.db.select().from(auditEvents).where(eq(auditEvents.subjectId, id));
    expect(event).toMatchObject({
      action: "CREATE_TOKEN",
      subjectType: "API_TOKEN",
      actorId: null,
      detail: { userId: row?.userId, scopes: ["read:metrics"], expiresAt },
    });
    expect(JSON.stringify([row, event])).not.toContain(token);
  });

  it.each<[Partial<TokenRequest>, string, string]>([
    [{ email: "nobody@example.org" }, "email", "Nobody here has the email address nobody@example.org"],
    [
      { scopes: [] },
      "scopes",
      "Name at least one scope: read:metrics, write:metrics, read:assessments, write:assessments",
    ],
    [
      { scopes: ["read:everything"] },
      "scopes",
      "There is no scope read:everything: choose from read:metrics, write:metrics, read:assessments, write:assessments",
    ],
    [{ days: 0 }, "days", "Give a whole number of days from 1 to 366"],
    [{ days: 367 }, "days", "Give a whole number of days from 1 to 366"],
    [{ days: 1.5 }, "days", "Give a whole number of days from 1 to 366"],
    [{ days: Number.NaN }, "days", "Give a whole number of days from 1 to 366"],
    [{ name: "n".repeat(101) }, "name", "Keep the name to 100 characters"],
  ])("refuses %o in words and stores nothing", async (change, path, message) => {
    const before = await test.database.db.$count(apiTokens);
    expect(await createToken(test.database.db, { ...REQUEST, ...change })).toEqual({
      ok: false,
      failure: {
        kind: "VALIDATION",
        message: "Some of this needs putting right",
        problems: [{ path, message }],
      },
    });
    expect(await test.database.db.$count(apiTokens)).toBe(before);
  });
});

describe("a token over HTTP", () => {
  it("speaks for its person with its scopes alone, from anywhere", async () => {
    const { token } = await makeToken();
    const response = await ask(token);
    expect([response.status, await response.json()]).toEqual([
      200,
      { data: { me: { email: ANALYST, scopes: ["read:metrics"] } } },
    ]);
  });

  it("carries the roles that are held now", async () => {
    const { token } = await makeToken({ scopes: ["write:metrics", "read:assessments"] });
    const viewer = await findTokenViewer(test.database.db, token);
    expect(viewer).toMatchObject({
      roles: [{ role: "ANALYST", departmentId: null }],
      scopes: ["write:metrics", "read:assessments"],
      via: "TOKEN",
      authenticatedAt: null,
    });
  });

  it("never uses the cookie's rights, even when it is wrong", async () => {
    const browser = test.openBrowser();
    await signIn(browser, "lead.officer@example.org");
    const { token } = await makeToken();
    const right = await browser.postJson("/graphql", WHO, { authorization: `Bearer ${token}` });
    expect(await right.json()).toEqual({ data: { me: { email: ANALYST, scopes: ["read:metrics"] } } });
    for (const authorization of ["Bearer dr_wrong", "Basic bGVhZDpvZmZpY2Vy", "Bearer", ""]) {
      const wrong = await browser.postJson("/graphql", WHO, { authorization });
      expect([authorization, wrong.status]).toEqual([authorization, 401]);
    }
  });

  const REFUSED = {
    errors: [
      {
        message: "This token is not known, has expired or was revoked.",
        extensions: { code: "UNAUTHENTICATED" },
      },
    ],
  };

  it("is refused once it has expired", async () => {
    const { token, id } = await makeToken();
    await test.database.db
      .update(apiTokens)
      .set({ expiresAt: "2026-01-01T00:00:00Z" })
      .where(eq(apiTokens.id, id));
    const response = await ask(token);
    expect([response.status, response.headers.get("www-authenticate"), await response.json()]).toEqual([
      401,
      "Bearer",
      REFUSED,
    ]);
  });

  it("is refused once it is revoked; revoking again changes nothing", async () => {
    const { token, id } = await makeToken();
    const revoked = await revokeToken(test.database.db, id);
    expect(revoked).toMatchObject({ ok: true, value: { id } });
    expect(await (await ask(token)).json()).toEqual(REFUSED);
    expect(await revokeToken(test.database.db, id)).toEqual(revoked);
    const events = await test.database.db.select().from(auditEvents).where(eq(auditEvents.subjectId, id));
    expect(events.map((event) => event.action)).toEqual(["CREATE_TOKEN", "REVOKE_TOKEN"]);
  });

  it("is refused while its person's account is closed", async () => {
    const { token } = await makeToken({ email: "scrutiny@example.org" });
    const person = eq(users.email, "scrutiny@example.org");
    await test.database.db.update(users).set({ disabledAt: "2026-01-01T00:00:00Z" }).where(person);
    expect((await ask(token)).status).toBe(401);
    expect(await createToken(test.database.db, { ...REQUEST, email: "scrutiny@example.org" })).toMatchObject({
      failure: {
        problems: [{ path: "email", message: "scrutiny@example.org can't use Due Regard any more" }],
      },
    });
  });
});

describe("listTokens and revokeToken", () => {
  it("lists one person's tokens, newest first, without secrets", async () => {
    const email = "deg.member@example.org";
    const first = await makeToken({ email, name: "Report" });
    const second = await makeToken({ email, name: "Dashboard" });
    const listed = await listTokens(test.database.db, "DEG.member@example.org");
    expect(listed.map(({ id, name }) => [id, name])).toEqual([
      [second.id, "Dashboard"],
      [first.id, "Report"],
    ]);
    expect(Object.keys(listed[0] ?? {})).not.toContain("tokenHash");
    expect((await listTokens(test.database.db)).length).toBeGreaterThan(2);
    expect(await listTokens(test.database.db, "nobody@example.org")).toEqual([]);
  });

  it.each(["not-an-id", "00000000-0000-0000-0000-000000000000"])("knows no token %s", async (id) => {
    expect(await revokeToken(test.database.db, id)).toEqual({
      ok: false,
      failure: { kind: "NOT_FOUND", message: "There is no token with this id" },
    });
  });
});
