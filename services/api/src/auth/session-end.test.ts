import { auditEvents } from "@due-regard/database/schema/audit";
import { sessions, users } from "@due-regard/database/schema/people";
import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signIn, startTestApp, type TestApp } from "../testing/test-app.ts";
import type { TestBrowser } from "../testing/test-browser.ts";
import { hashSecret } from "./secrets.ts";
import { IDLE_SECONDS } from "./sessions.ts";

const SESSION = "due-regard-session";
const LEAD = "lead.officer@example.org";

let test: TestApp;

beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const whoAmI = async (browser: TestBrowser): Promise<unknown> =>
  ((await (await browser.postJson("/graphql", { query: "{ me { email } }" })).json()) as { data: unknown })
    .data;

const asLead = { me: { email: LEAD } };

describe("a session ends", () => {
  const aged = async (
    browser: TestBrowser,
    change: Partial<typeof sessions.$inferInsert>,
  ): Promise<unknown> => {
    await test.database.db
      .update(sessions)
      .set(change)
      .where(eq(sessions.idHash, hashSecret(browser.cookie(SESSION) ?? "")));
    return whoAmI(browser);
  };
  const ago = (seconds: number): string => new Date(Date.now() - seconds * 1000).toISOString();

  it("when its time is over, however busy it was", async () => {
    const browser = test.openBrowser();
    await signIn(browser, LEAD);
    expect(await aged(browser, { expiresAt: ago(1) })).toEqual({ me: null });
  });

  it("when nothing was asked for too long, and being used keeps it", async () => {
    const browser = test.openBrowser();
    await signIn(browser, LEAD);
    expect(await aged(browser, { lastSeenAt: ago(IDLE_SECONDS - 60) })).toEqual(asLead);
    const inUse = eq(sessions.idHash, hashSecret(browser.cookie(SESSION) ?? ""));
    const [row] = await test.database.db.select().from(sessions).where(inUse);
    expect(Date.now() - new Date(row?.lastSeenAt ?? 0).getTime()).toBeLessThan(20_000);
    expect(await aged(browser, { lastSeenAt: ago(IDLE_SECONDS + 1) })).toEqual({ me: null });
  });

  it("when the person's account is closed", async () => {
    const browser = test.openBrowser();
    await signIn(browser, "deg.chair@example.org");
    const chair = eq(users.email, "deg.chair@example.org");
    await test.database.db
      .update(users)
      .set({ disabledAt: ago(1) })
      .where(chair);
    expect(await whoAmI(browser)).toEqual({ me: null });
    await test.database.db.update(users).set({ disabledAt: null }).where(chair);
  });

  it("when the person signs out, from our own pages only", async () => {
    const browser = test.openBrowser();
    await signIn(browser, LEAD);
    for (const origin of ["https://evil.example", "null", null]) {
      expect((await browser.post("/auth/sign-out", {}, origin)).status).toBe(403);
    }
    expect(await whoAmI(browser)).toEqual(asLead);
    const secret = browser.cookie(SESSION) ?? "";
    const response = await browser.post("/auth/sign-out");
    expect([response.status, response.headers.get("location")]).toEqual([303, "/"]);
    expect(browser.cookie(SESSION)).toBeUndefined();
    browser.setCookie(SESSION, secret);
    expect(await whoAmI(browser)).toEqual({ me: null });
  });

  it("on every machine when the person signs out everywhere; nobody else is touched", async () => {
    const [first, second, other] = [test.openBrowser(), test.openBrowser(), test.openBrowser()];
    await signIn(first, LEAD);
    await signIn(second, LEAD);
    await signIn(other, "deg.chair@example.org");
    expect((await first.post("/auth/sign-out-everywhere", {}, "https://evil.example")).status).toBe(403);
    expect((await first.post("/auth/sign-out-everywhere")).status).toBe(303);
    expect(await whoAmI(first)).toEqual({ me: null });
    expect(await whoAmI(second)).toEqual({ me: null });
    expect(await whoAmI(other)).toMatchObject({ me: { email: "deg.chair@example.org" } });
    const [event] = await test.database.db
      .select()
      .from(auditEvents)
      .orderBy(desc(auditEvents.sequence))
      .limit(1);
    expect(event).toMatchObject({ action: "SIGN_OUT_EVERYWHERE" });
    expect(event?.detail.sessionsEnded).toBeGreaterThanOrEqual(2);
  });
});
