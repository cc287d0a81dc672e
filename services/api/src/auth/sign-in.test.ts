import { auditEvents } from "@due-regard/database/schema/audit";
import { sessions, signInAttempts, users } from "@due-regard/database/schema/people";
import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signIn, startTestApp, type TestApp } from "../testing/test-app.ts";
import type { TestBrowser } from "../testing/test-browser.ts";
import { hashSecret } from "./secrets.ts";
import { SESSION_SECONDS } from "./sessions.ts";

const SESSION = "due-regard-session";
const LEAD = "lead.officer@example.org";
const STRANGERS = [
  { email: "stranger@example.org", name: "Stranger (test)", jobTitle: "Unknown", does: "Nothing." },
  { email: "left@example.org", name: "Left (test)", jobTitle: "Left", does: "Nothing." },
  { email: "analyst@example.org", name: "Alex", jobTitle: "Analyst", does: "Nothing.", emailVerified: false },
  { email: LEAD, name: "Robin", jobTitle: "Manager", does: "Leads." },
  { email: "deg.chair@example.org", name: "Sam", jobTitle: "Chair", does: "Chairs." },
];

let test: TestApp;

beforeAll(async () => {
  test = await startTestApp({ demoAccounts: STRANGERS });
  await test.database.db.insert(users).values({
    email: "left@example.org",
    name: "Left (test)",
    jobTitle: "Left",
    disabledAt: "2026-01-01T00:00:00Z",
  });
});
afterAll(() => test.close());

const whoAmI = async (browser: TestBrowser): Promise<unknown> =>
  (
    (await (await browser.postJson("/graphql", { query: "{ me { email scopes } }" })).json()) as {
      data: unknown;
    }
  ).data;

const asLead = {
  me: { email: LEAD, scopes: ["read:metrics", "write:metrics", "read:assessments", "write:assessments"] },
};
const storedSession = async (browser: TestBrowser) =>
  await test.database.db
    .select()
    .from(sessions)
    .where(eq(sessions.idHash, hashSecret(browser.cookie(SESSION) ?? "")));

/** As far as the callback, which it does not open. */
const callbackOf = async (browser: TestBrowser, email: string): Promise<string> => {
  const { addresses } = await browser.follow(await browser.get("/auth/sign-in"));
  const chosen = await browser.post(addresses.at(-1) ?? "", { account: email });
  const resumed = await browser.get(chosen.headers.get("location") ?? "");
  return resumed.headers.get("location") ?? "";
};

describe("signing in", () => {
  it("sends PKCE, state, nonce and max_age, offers the accounts, and comes back signed in", async () => {
    const browser = test.openBrowser();
    const start = await browser.get("/auth/sign-in?returnTo=/performance%3Fyear%3D2019-20");
    const request = new URL(start.headers.get("location") ?? "");
    expect(start.status).toBe(303);
    expect(request.pathname).toBe("/demo-issuer/auth");
    expect(Object.fromEntries(request.searchParams)).toMatchObject({
      response_type: "code",
      code_challenge_method: "S256",
      redirect_uri: `${test.baseUrl}/auth/callback`,
      max_age: String(SESSION_SECONDS),
      scope: "openid email profile",
    });
    expect(request.searchParams.get("state")).toMatch(/^[\w-]{43}$/);
    expect(request.searchParams.get("nonce")).toMatch(/^[\w-]{43}$/);

    const { response: page, addresses } = await browser.follow(start);
    const text = await page.text();
    expect(text).toContain('<h1 class="govuk-heading-l">Choose a demo account</h1>');
    expect(text).toContain('<button class="govuk-button" name="account" value="lead.officer@example.org">');
    expect(text).not.toContain("<script");

    const chosen = await browser.post(addresses.at(-1) ?? "", { account: LEAD });
    const { addresses: way } = await browser.follow(chosen);
    expect(way.map((address) => new URL(address).pathname.replace(/\/[\w-]{21,}$/, "/…"))).toEqual([
      "/demo-issuer/auth/…",
      "/auth/callback",
      "/performance",
    ]);
    expect(way.at(-1)).toBe(`${test.baseUrl}/performance?year=2019-20`);
    expect(await whoAmI(browser)).toEqual(asLead);
  });

  it("sets an HttpOnly, SameSite=Lax cookie of 256 bits, and stores its hash alone", async () => {
    const browser = test.openBrowser();
    const response = await browser.get(await callbackOf(browser, LEAD));
    const line = response.headers.getSetCookie().find((each) => each.startsWith(`${SESSION}=`)) ?? "";
    expect(line).toMatch(/^due-regard-session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const secret = browser.cookie(SESSION) ?? "";
    const [row] = await storedSession(browser);
    expect(JSON.stringify(row)).not.toContain(secret);
    expect(row?.idHash).toMatch(/^[0-9a-f]{64}$/);
    const age = Date.now() - new Date(row?.authenticatedAt ?? 0).getTime();
    expect(age).toBeGreaterThanOrEqual(0);
    expect(age).toBeLessThan(20_000);
  });

  it("gives a new session at each sign-in and ends the old one", async () => {
    const browser = test.openBrowser();
    browser.setCookie(SESSION, "chosen-by-an-attacker");
    await signIn(browser, LEAD);
    const first = browser.cookie(SESSION) ?? "";
    await signIn(browser, "deg.chair@example.org");
    const second = browser.cookie(SESSION) ?? "";
    expect(first).not.toBe("chosen-by-an-attacker");
    expect(second).not.toBe(first);
    const thief = test.openBrowser();
    thief.setCookie(SESSION, first);
    expect(await whoAmI(thief)).toEqual({ me: null });
    expect(await whoAmI(browser)).toMatchObject({ me: { email: "deg.chair@example.org" } });
  });

  it("records the sign-in", async () => {
    const browser = test.openBrowser();
    await signIn(browser, LEAD);
    const [session] = await storedSession(browser);
    const [event] = await test.database.db
      .select()
      .from(auditEvents)
      .orderBy(desc(auditEvents.sequence))
      .limit(1);
    expect(event).toMatchObject({
      action: "SIGN_IN",
      subjectType: "USER",
      actorId: session?.userId,
      detail: {},
    });
    expect(event?.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("asks for a fresh proof when a page wants one", async () => {
    const start = await test.openBrowser().get("/auth/sign-in?maxAge=300");
    expect(new URL(start.headers.get("location") ?? "").searchParams.get("max_age")).toBe("300");
  });

  it.each(["https://evil.example/", "//evil.example/", "/\\evil.example"])(
    "never leads to %s",
    async (returnTo) => {
      const browser = test.openBrowser();
      const { addresses } = await browser.follow(
        await browser.get(`/auth/sign-in?returnTo=${encodeURIComponent(returnTo)}`),
      );
      const chosen = await browser.post(addresses.at(-1) ?? "", { account: LEAD });
      const { addresses: way } = await browser.follow(chosen);
      expect(way.at(-1)).toBe(`${test.baseUrl}/`);
    },
  );
});

describe("a callback that must not count", () => {
  const LOST = "We could not finish signing you in";

  it("refuses a state that was never given", async () => {
    const browser = test.openBrowser();
    const callback = new URL(await callbackOf(browser, LEAD));
    callback.searchParams.set("state", "made-up");
    const response = await browser.get(callback.href);
    expect([response.status, (await response.text()).includes(LOST)]).toEqual([400, true]);
    expect(browser.cookie(SESSION)).toBeUndefined();
  });

  it("refuses the same callback a second time", async () => {
    const browser = test.openBrowser();
    const callback = await callbackOf(browser, LEAD);
    expect((await browser.get(callback)).status).toBe(303);
    const again = await browser.get(callback);
    expect([again.status, (await again.text()).includes(LOST)]).toEqual([400, true]);
  });

  it("refuses a callback that another browser began", async () => {
    const callback = await callbackOf(test.openBrowser(), LEAD);
    const victim = test.openBrowser();
    await victim.get("/auth/sign-in");
    const response = await victim.get(callback);
    expect([response.status, (await response.text()).includes(LOST)]).toEqual([400, true]);
    expect(victim.cookie(SESSION)).toBeUndefined();
  });

  it("refuses a sign-in that took too long", async () => {
    const browser = test.openBrowser();
    const callback = await callbackOf(browser, LEAD);
    await test.database.db.update(signInAttempts).set({ expiresAt: "2026-01-01T00:00:00Z" });
    expect((await browser.get(callback)).status).toBe(400);
  });

  it("refuses a wrong code, and says so in words", async () => {
    const browser = test.openBrowser();
    const callback = new URL(await callbackOf(browser, LEAD));
    callback.searchParams.set("code", "wrong");
    const response = await browser.get(callback.href);
    expect([response.status, (await response.text()).includes("You have not been signed in")]).toEqual([
      400,
      true,
    ]);
  });

  it.each([
    ["stranger@example.org", "You do not have an account here"],
    ["left@example.org", "Your account is closed"],
    ["analyst@example.org", "Your email address has not been confirmed"],
  ])("gives %s no session and a clear page", async (email, heading) => {
    const browser = test.openBrowser();
    const response = await signIn(browser, email);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain(`<h1 class="govuk-heading-l">${heading}</h1>`);
    expect(browser.cookie(SESSION)).toBeUndefined();
  });

  it("offers only the accounts that it has, and only to our own page", async () => {
    const browser = test.openBrowser();
    const { addresses } = await browser.follow(await browser.get("/auth/sign-in"));
    const page = addresses.at(-1) ?? "";
    expect((await browser.post(page, { account: "nobody@example.org" })).status).toBe(400);
    expect((await browser.post(page, { account: LEAD }, "https://evil.example")).status).toBe(400);
  });
});

describe("the log", () => {
  it("holds no address of a person, cookie, code, state or token", async () => {
    const browser = test.openBrowser();
    const callback = new URL(await callbackOf(browser, LEAD));
    await browser.get(callback.href);
    const log = test.logText();
    const secrets = [
      browser.cookie(SESSION),
      callback.searchParams.get("code"),
      callback.searchParams.get("state"),
    ];
    for (const secret of secrets) expect(log).not.toContain(secret);
    expect(log).not.toMatch(/@example\.org|eyJ|client_secret/);
    expect(test.logLines().filter((line) => line.route === "/auth/callback").length).toBeGreaterThan(5);
  });
});
