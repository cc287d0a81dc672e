import type { Scope } from "@due-regard/domain/access/roles";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createToken } from "../auth/tokens.ts";
import { schema } from "../schema.ts";
import { signIn, startTestApp, type TestApp } from "../testing/test-app.ts";
import type { TestBrowser } from "../testing/test-browser.ts";

const DASHBOARD = "/downloads/dashboard.csv?organisation=E10000018&period=2019-04/2019-11";
const METRIC = "/downloads/metric.csv?code=1E&organisation=E10000018";

let app: TestApp;
let scrutiny: TestBrowser;
beforeAll(async () => {
  app = await startTestApp({ schema, sampleData: true });
  scrutiny = app.openBrowser();
  await signIn(scrutiny, "scrutiny@example.org");
});
afterAll(() => app.close());

const tokenFor = async (scopes: readonly Scope[]): Promise<Record<string, string>> => {
  const made = await createToken(app.database.db, {
    email: "analyst@example.org",
    scopes: [...scopes],
    days: 1,
  });
  if (!made.ok) throw new Error(made.failure.message);
  return { authorization: `Bearer ${made.value.token}`, accept: "*/*" };
};

describe("GET /downloads", () => {
  it("hands a signed-in person a file to keep, that no cache keeps and nothing else is read from", async () => {
    const response = await scrutiny.get(DASHBOARD);
    expect(response.status).toBe(200);
    const { headers } = response;
    expect(headers.get("content-type")).toBe("text/csv; charset=utf-8; header=present");
    expect(headers.get("content-disposition")).toBe(
      'attachment; filename="performance-leicestershire-county-council-2019-04-to-2019-11-as-reported.csv"',
    );
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    const text = await response.text();
    expect(text.split("\r\n").length).toBe(1 + 2 * 31);
  });
});

describe("who may", () => {
  it("sends a browser that is not signed in to sign in, and back", async () => {
    const response = await app.openBrowser().get(DASHBOARD);
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe(`/auth/sign-in?returnTo=${encodeURIComponent(DASHBOARD)}`);
    const back = await signIn(app.openBrowser(), "scrutiny@example.org", DASHBOARD);
    expect([back.status, back.headers.get("content-type")]).toEqual([
      200,
      "text/csv; charset=utf-8; header=present",
    ]);
  });

  it.each([
    ["no proof at all", {}, 401],
    ["a token that is none", { authorization: "Bearer dr_nothing" }, 401],
  ])("refuses a program with %s", async (_name, headers, status) => {
    const response = await app.openBrowser().get(DASHBOARD, { accept: "*/*", ...headers });
    expect(response.status).toBe(status);
    expect(response.headers.get("www-authenticate")).toBe("Bearer");
    expect(await response.json()).toEqual({ error: expect.stringMatching(/token/) });
  });

  it("lets a token read that may read metrics, and no other", async () => {
    for (const address of [DASHBOARD, METRIC]) {
      expect((await app.openBrowser().get(address, await tokenFor(["read:metrics"]))).status).toBe(200);
      const others = await tokenFor(["write:metrics", "read:assessments", "write:assessments"]);
      const refused = await app.openBrowser().get(address, others);
      expect(refused.status).toBe(403);
      expect(await refused.json()).toEqual({
        error: "This token may not read metrics. Make one with the scope read:metrics.",
      });
    }
  });

  it("gives a wrong token nothing of the cookie beside it", async () => {
    const response = await scrutiny.get(DASHBOARD, { authorization: "Bearer dr_nothing" });
    expect(response.status).toBe(401);
  });
});

describe("what can’t be downloaded is said in words", () => {
  it.each([
    ["/downloads/dashboard.exe?organisation=E10000018&period=2019-20", 404, /\/downloads\/dashboard\.csv/],
    ["/downloads/dashboard", 404, /These are offered/],
    ["/downloads/constructor.csv", 404, /These are offered/],
    ["/downloads/dashboard.csv", 400, /Say which: organisation=E10000018/],
    ["/downloads/dashboard.csv?organisation=E10000018", 400, /Say which: period=/],
    ["/downloads/dashboard.csv?organisation=X&period=2019-20", 404, /No organisation has the ONS code “X”/],
    ["/downloads/dashboard.csv?organisation=E10000018&period=May", 400, /“May” is not a period/],
    [
      "/downloads/dashboard.csv?organisation=E10000018&period=2019-20",
      404,
      /has no dashboard for 2019-20\. It has: 2022-04\/2022-11, 2020-04\/2020-11/,
    ],
    [
      "/downloads/dashboard.csv?organisation=E10000018&period=2019-04/2019-11&asAt=yesterday",
      400,
      /“yesterday” is not an instant/,
    ],
    [
      "/downloads/dashboard.csv?organisation=E10000018&organisation=X&period=2019-20",
      400,
      /Give “organisation” once/,
    ],
    [
      "/downloads/dashboard.csv?organisation=E1%00&period=2019-20",
      400,
      /a character that nothing here can contain/,
    ],
    [
      "/downloads/dashboard.csv?organisation=E10000018&period=2019-20&asat=x",
      400,
      /“asat” is not known here/,
    ],
    ["/downloads/metric.csv", 400, /Say which: code=1E/],
    ["/downloads/metric.csv?code=nothing", 404, /No metric has the code “nothing”/],
    ["/downloads/metric.csv?code=1E&organisation=X&organisation=Y", 404, /code “X”, “Y”/],
    ["/downloads/metric.csv?code=1E&breakdown=HEIGHT", 400, /“HEIGHT” is no protected characteristic/],
    ["/downloads/metric.csv?code=1E&from=May&to=June", 400, /“May” is not a period.*“June” is not a period/s],
  ])("%s", async (address, status, words) => {
    const page = await scrutiny.get(address);
    expect(page.status).toBe(status);
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect((await page.text()).replaceAll("&#39;", "’")).toMatch(words);
    const answer = await scrutiny.get(address, { accept: "application/json" });
    expect(answer.status).toBe(status);
    expect(((await answer.json()) as { error: string }).error).toMatch(words);
  });
});
