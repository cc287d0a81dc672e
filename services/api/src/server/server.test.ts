import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signIn, startTestApp, type TestApp } from "../testing/test-app.ts";
import { closeGracefully } from "./close-gracefully.ts";

let test: TestApp;
let clientDir: string;

beforeAll(async () => {
  clientDir = await mkdtemp(join(tmpdir(), "due-regard-client-"));
  await mkdir(join(clientDir, "assets"));
  await writeFile(
    join(clientDir, "index.html"),
    '<link rel="stylesheet" crossorigin href="/assets/app-1a2b.css"><p>client</p>',
  );
  await writeFile(join(clientDir, "explorer.html"), "<p>explorer</p>");
  await writeFile(join(clientDir, "favicon.svg"), "<svg/>");
  await writeFile(join(clientDir, ".env"), "SECRET=1");
  await writeFile(join(clientDir, "assets", "app-1a2b.css"), "body{}");
  await writeFile(join(clientDir, "assets", "app-1a2b.css.br"), brotliCompressSync("body{}"));
  test = await startTestApp({ clientDir });
});
afterAll(async () => {
  await test.close();
  await rm(clientDir, { recursive: true });
});

const get = (path: string, accept = "text/html"): Promise<Response> =>
  test.openBrowser().get(path, { accept });

describe("health", () => {
  it("is alive, and ready while the database answers", async () => {
    expect([(await get("/healthz")).status, (await get("/readyz")).status]).toEqual([200, 200]);
  });

  it("tells the truth when the database is gone: alive, not ready, within about a second", async () => {
    const orphan = await startTestApp();
    await orphan.database.close();
    const startedAt = performance.now();
    const ready = await orphan.openBrowser().get("/readyz");
    expect([ready.status, await ready.text()]).toEqual([503, "not ready: the database does not answer\n"]);
    expect(performance.now() - startedAt).toBeLessThan(1_900);
    expect((await orphan.openBrowser().get("/healthz")).status).toBe(200);
    await closeGracefully(orphan.app);
  });

  it("is not ready while the database hangs, and asks it only once meanwhile", async () => {
    const hung = await startTestApp();
    const { sql } = hung.database;
    const blockers = Array.from({ length: 4 }, () => sql`select pg_sleep(2.5)`.execute());
    const answers = await Promise.all(Array.from({ length: 5 }, () => hung.openBrowser().get("/readyz")));
    expect(answers.map((answer) => answer.status)).toEqual([503, 503, 503, 503, 503]);
    await Promise.all(blockers);
    expect((await hung.openBrowser().get("/readyz")).status).toBe(200);
    await hung.close();
  });
});

describe("the client", () => {
  it.each([
    ["/", "index.html", "no-cache"],
    ["/performance/1C%20pt%202a", "index.html", "no-cache"],
    ["/explorer", "explorer.html", "no-cache"],
    ["/assets/app-1a2b.css", "assets/app-1a2b.css", "public, max-age=31536000, immutable"],
    ["/favicon.svg", "favicon.svg", "no-cache"],
  ])("serves %s from %s, cached as %s", async (path, _file, cached) => {
    const response = await get(path);
    expect([response.status, response.headers.get("cache-control")]).toEqual([200, cached]);
  });

  it.each([
    ["br, gzip", "br"],
    ["gzip", null],
  ])(
    "sends to a browser that takes %s what lies there compressed, else as it is",
    async (takes, encoding) => {
      const headers = { accept: "text/css", "accept-encoding": takes };
      const response = await test.openBrowser().get("/assets/app-1a2b.css", headers);
      expect(["content-encoding", "vary", "cache-control"].map((name) => response.headers.get(name))).toEqual(
        [encoding, expect.stringMatching(/accept-encoding/i), "public, max-age=31536000, immutable"],
      );
      expect(response.headers.get("content-type")).toMatch(/^text\/css/);
      expect(await response.text()).toBe("body{}");
    },
  );

  it.each([
    ["/performance", "application/json"],
    ["/assets/missing.js", "text/html"],
    ["/missing.png", "text/html"],
    ["/api/anything", "text/html"],
    ["/auth/nothing", "text/html"],
    ["/..%2f..%2f..%2fetc%2fpasswd", "text/html"],
    ["/.env", "text/html"],
    ["/explorer.html", "text/html"],
    ["/index.html", "text/html"],
  ])("has nothing at %s for %s", async (path, accept) => {
    const response = await get(path, accept);
    const text = await response.text();
    expect(response.status).toBe(404);
    expect(text).not.toMatch(/SECRET|root:|stack|node_modules|<p>client/);
  });

  it("says plainly that it has not been built", async () => {
    const bare = await startTestApp({ clientDir: join(clientDir, "missing") });
    const response = await bare.openBrowser().get("/");
    expect([response.status, (await response.text()).includes("The pages have not been built yet")]).toEqual([
      503,
      true,
    ]);
    expect((await bare.openBrowser().get("/server-pages.css")).headers.get("content-type")).toBe(
      "text/css; charset=utf-8",
    );
    await bare.close();
  });

  it("lends its styles to the pages that the server draws", async () => {
    expect(await (await get("/register")).text()).toContain(
      '<link rel="stylesheet" href="/assets/app-1a2b.css">',
    );
  });
});

describe("every answer", () => {
  it("carries a strict content policy without inline scripts or styles; the explorer alone may make styles", async () => {
    for (const path of [
      "/",
      "/register",
      "/healthz",
      "/nothing.here",
      "/auth/callback",
      "/demo-issuer/nothing",
    ]) {
      const policy = (await get(path)).headers.get("content-security-policy");
      expect([path, policy]).toEqual([
        path,
        "default-src 'self'; base-uri 'none'; connect-src 'self'; font-src 'self'; frame-ancestors 'none'; frame-src 'none'; img-src 'self' data:; object-src 'none'; script-src 'self'; script-src-attr 'none'; style-src 'self'; form-action 'self'",
      ]);
    }
    const explorer = (await get("/explorer")).headers.get("content-security-policy") ?? "";
    expect(explorer).toContain("style-src 'self' 'unsafe-inline'");
    expect(explorer).toContain("script-src 'self';");
  });

  it("carries the other security headers and an id of our own making", async () => {
    const response = await test
      .openBrowser()
      .get("/", { "x-request-id": "from-outside", "request-id": "from-outside" });
    const { headers } = response;
    expect(headers.get("x-request-id")).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
    expect(
      Object.fromEntries(
        [
          "x-content-type-options",
          "x-frame-options",
          "referrer-policy",
          "strict-transport-security",
          "x-powered-by",
        ].map((name) => [name, headers.get(name)]),
      ),
    ).toEqual({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "strict-transport-security": null,
      "x-powered-by": null,
    });
  });

  it("stays in words for addresses that cannot be read", async () => {
    const response = await get("/%E0%A4%A");
    expect([response.status, await response.json()]).toEqual([
      400,
      { error: "This request could not be read." },
    ]);
  });

  it("leaves a log line with the route in place of the address", async () => {
    await get("/nothing?name=Mrs%20Secret", "application/json");
    await get("/register?name=Mrs%20Secret");
    expect(test.logText()).not.toContain("Secret");
    expect(test.logLines()).toContainEqual(
      expect.objectContaining({
        method: "GET",
        route: "/register",
        status: 200,
        ms: expect.any(Number),
        msg: "request",
      }),
    );
  });
});

describe("behind a proxy that ends https", () => {
  it("signs in under the public name, with __Host- cookies and HSTS, while the issuer is reached over loopback", async () => {
    const baseUrl = "https://due-regard.example.org";
    const proxied = await startTestApp({ settings: { baseUrl } });
    const browser = proxied.openBrowser();
    const start = await browser.get("/auth/sign-in");
    expect(start.headers.get("location")).toMatch(/^https:\/\/due-regard\.example\.org\/demo-issuer\/auth\?/);
    expect(start.headers.getSetCookie().join()).toMatch(
      /^__Host-due-regard-sign-in=[\w-]{43}; Max-Age=900; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(start.headers.get("strict-transport-security")).toBe("max-age=31536000");
    await signIn(browser, "lead.officer@example.org");
    expect(browser.cookie("__Host-due-regard-session")).toMatch(/^[\w-]{43}$/);
    const response = await browser.postJson("/graphql", { query: "{ me { email } }" });
    expect(await response.json()).toEqual({ data: { me: { email: "lead.officer@example.org" } } });
    await proxied.close();
  });

  it("refuses demo mode in production", async () => {
    await expect(startTestApp({ settings: { production: true } })).rejects.toThrow(
      "Demo mode is refused in production",
    );
  });
});

describe("closing", () => {
  const slow = { query: "query Slow { slow(ms: 600) }" };

  it("finishes what is under way and takes nothing new", async () => {
    const closing = await startTestApp();
    const startedAt = performance.now();
    const underWay = closing.openBrowser().postJson("/graphql", slow);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const closed = closeGracefully(closing.app);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await expect(fetch(`${closing.baseUrl}/healthz`)).rejects.toThrow("fetch failed");
    expect(await (await underWay).json()).toEqual({ data: { slow: "done" } });
    await closed;
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    await closing.close();
  });

  it("cuts off what takes longer than the deadline", async () => {
    const closing = await startTestApp();
    const underWay = closing.openBrowser().postJson("/graphql", { query: "{ slow(ms: 3000) }" });
    const cutOff = expect(underWay).rejects.toThrow("fetch failed");
    await new Promise((resolve) => setTimeout(resolve, 200));
    const startedAt = performance.now();
    await closeGracefully(closing.app, 300);
    expect(performance.now() - startedAt).toBeLessThan(1_500);
    await cutOff;
    await closing.close();
  });
});
