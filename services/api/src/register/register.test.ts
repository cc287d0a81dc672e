import { createHash } from "node:crypto";
import { verifyFile } from "@due-regard/domain/seal/verify-published";
import { Parser } from "htmlparser2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endPublished, insertPublished, type Published } from "../testing/publish.ts";
import { createTestKeys } from "../testing/seal-keys.ts";
import { startTestApp, type TestApp } from "../testing/test-app.ts";

let test: TestApp;
const seals = createTestKeys();
let first: Published;

const get = (path: string, headers?: Record<string, string>): Promise<Response> =>
  test.openBrowser().get(path, headers);
const page = async (path: string): Promise<string> => (await get(path)).text();
const publish = (reference: string, title: string, rest: object = {}) =>
  insertPublished(test.database.db, seals, { reference, title, ...rest });
const changedAt = "2026-06-01T09:00:00Z";
const end = (
  reference: string,
  state: "SUPERSEDED" | "WITHDRAWN",
  notice: string,
  supersededBy: string | null,
): Promise<void> => endPublished(test.database.db, reference, { state, notice, supersededBy, changedAt });
/** References in the list, in its order. */
const listed = (text: string): string[] =>
  [...text.matchAll(/<h3[^>]*><a[^>]*href="\/register\/([^"]+)"/g)].map(([, each = ""]) => each);
const titleOf = (text: string): string => /<title>(.*)<\/title>/.exec(text)?.[1] ?? "";

const HOME = "EHRIA-2026-0001";
const BUSES = "EHRIA-2026-0002";
const OLD = "EHRIA-2026-0003";
const GONE = "EHRIA-2026-0004";
const CITY = "EHRIA-2026-0005";

beforeAll(async () => {
  test = await startTestApp({ seals });
});
afterAll(() => test.close());

it("says that nothing is published yet, needs no sign-in, and holds no script", async () => {
  const text = await page("/register");
  expect(text).toContain("No assessment has been published yet.");
  expect(text).toContain("0 published assessments");
  expect(text).not.toContain("<script");
  expect((await get("/register/feed.atom")).status).toBe(200);
});

describe("with five published", () => {
  beforeAll(async () => {
    first = await publish(HOME, "Home care & <visits>", {
      says: "Older people get shorter visits; carers were asked.",
      characteristics: ["DISABILITY", "AGE"],
    });
    await publish(BUSES, "Bus fares", {
      says: "A dearer ticket for older people.",
      characteristics: ["AGE"],
      publishedAt: "2025-12-31T23:30:00Z",
      department: { slug: "transport", name: "Environment and Transport" },
    });
    await publish(OLD, "Libraries, earlier plan", { publishedAt: "2026-01-10T10:00:00Z" });
    await publish(GONE, "Secret street name", { says: "Secretly named.", characteristics: ["SEX"] });
    await publish(CITY, "City parks", {
      publishedAt: "2026-07-01T00:30:00Z",
      organisation: { code: "E06000016", name: "Leicester City Council" },
      department: { slug: "parks", name: "Parks" },
    });
    await publish(HOME, "Home care & <visits>", {
      edition: 2,
      publishedAt: "2026-05-01T10:00:00Z",
      says: "Older people keep their visits; carers were asked.",
      characteristics: ["DISABILITY", "AGE"],
    });
    await end(OLD, "SUPERSEDED", "The plan was made anew.", BUSES);
    await end(GONE, "WITHDRAWN", "It told too much.", null);
  });

  it("lists what stands, newest first, and says what is shown", async () => {
    const text = await page("/register");
    expect(listed(text)).toEqual([CITY, HOME, BUSES]);
    expect(text).toContain("3 published assessments");
    expect(text).toContain("Home care &amp; &lt;visits&gt;");
    expect(text).toContain("Affected: Age, Disability.");
    // Half past midnight in London, on a day that has not begun in UTC.
    expect(text).toContain('<time datetime="2026-07-01T00:30:00.000Z">1 July 2026</time>');
    expect(text).not.toMatch(/Secret|Libraries/);
  });

  it.each([
    ["q=visits", [HOME], "1 published assessment for “visits”"],
    ["q=older+people", [BUSES, HOME], "2 published assessments for “older people”"],
    ["q=older+-ticket", [HOME], "1 published assessment for"],
    ["q=%22shorter+visits%22", [], "0 published assessments"],
    [`q=${BUSES.toLowerCase()}`, [BUSES], "1 published"],
    ["department=transport", [BUSES], "1 published assessment: Environment and Transport"],
    ["characteristic=disability", [HOME], "1 published assessment: Disability"],
    ["year=2025", [BUSES], "1 published assessment: 2025"],
    ["year=2026", [CITY, HOME], "2 published assessments: 2026"],
    ["council=E06000016", [CITY], "1 published assessment: Leicester City Council"],
    ["show=superseded", [OLD], "1 superseded assessment"],
    ["show=withdrawn", [GONE], "1 withdrawn assessment"],
    ["show=withdrawn&q=secretly", [], "can’t be searched by words"],
    ["show=withdrawn&characteristic=sex", [], "can’t be searched by words"],
    ["q=secretly", [], "clearing the filters"],
    ["q=the", [CITY, HOME, BUSES], "“the” has no word in it that can be searched for"],
    ["year=soon", [CITY, HOME, BUSES], "The year in the address is not one of the register’s"],
    ["page=7", [], "There is no such page"],
    ["q=%00%27%22%5C%3A*%26%7C%21", [CITY, HOME, BUSES], "has no word in it"],
  ])("answers %s", async (query, references, words) => {
    const text = await page(`/register?${query}`);
    expect(listed(text).sort()).toEqual([...references].sort());
    expect(text).toContain(words);
    expect(text).not.toContain("Secret");
  });

  it("shows the passage around what was found, and what is looked for in the title and the form", async () => {
    const text = await page("/register?q=visits&characteristic=age");
    expect(text).toContain("keep their <mark>visits</mark>; carers");
    expect(titleOf(text)).toContain("1 published assessment for “visits”, Age");
    expect(text).toContain('value="visits"');
    expect(text).toContain('<option value="age" selected>');
    expect(text).toContain("Clear search and filters");
  });

  it("shows the text as it was approved, what is known of it, and its files", async () => {
    const text = await page(`/register/${HOME}`);
    expect(text).toContain("Older people keep their visits; carers were asked.");
    expect(text.match(/<h1/g)).toHaveLength(1);
    expect(text).toContain(`href="/register/${HOME}.pdf"`);
    expect(text).toContain(`href="/register/${HOME}/1"`);
    expect(text).toContain('href="#part-1"');
    expect(text).toMatch(/<link rel="canonical" href="http:\/\/localhost:\d+\/register\/EHRIA-2026-0001">/);
    expect(text).toContain('itemtype="https://schema.org/Report"');
    expect(text).not.toContain("<script");
    const earlier = await page(`/register/${HOME}/1`);
    expect(earlier).toContain("get shorter visits");
    expect(earlier).toContain("took its place");
    expect(earlier).toContain(first.seal.statement.contentHash);
  });

  it.each(["pdf", "docx", "html"] as const)(
    "hands out the %s that was approved, byte for byte",
    async (format) => {
      const answer = await get(`/register/${HOME}/1.${format}`);
      const bytes = Buffer.from(await answer.arrayBuffer());
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      expect(sha256).toBe(first.seal.statement.files[format]);
      expect(answer.headers.get("etag")).toBe(`"${sha256}"`);
      expect(answer.headers.get("content-disposition")).toBe(
        `attachment; filename="${HOME}-edition-1.${format}"`,
      );
    },
  );

  it("hands out the copy with its seal", async () => {
    const answer = await get(`/register/${HOME}/1.json`, { accept: "application/json" });
    expect(answer.headers.get("content-type")).toContain("application/json");
    const { copy, seal } = first;
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(JSON.parse(bytes.toString())).toEqual({ format: "due-regard/published-bundle/1", copy, seal });
    expect(verifyFile(bytes, seals.known)).toMatchObject({ kind: "PUBLISHED", faults: [] });
  });

  it("keeps what was superseded to be read, and leads to what took its place", async () => {
    const answer = await get(`/register/${OLD}`);
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(text).toContain('superseded on <time datetime="2026-06-01T09:00:00.000Z">1 June 2026</time>');
    expect(text).toContain("The plan was made anew.");
    expect(text).toContain(`href="/register/${BUSES}"`);
  });

  it("says of what was withdrawn that and why, and nothing that it said, at each of its addresses", async () => {
    for (const path of [GONE, `${GONE}.pdf`, `${GONE}/1`, `${GONE}/1.json`]) {
      const answer = await get(`/register/${path}`);
      const text = await answer.text();
      expect([path, answer.status]).toEqual([path, 410]);
      expect(text).toContain("It told too much.");
      expect(text).not.toMatch(/Secret/i);
    }
    expect(await (await get(`/register/${GONE}`, { accept: "application/json" })).json()).toEqual({
      error: `${GONE} was withdrawn. It told too much.`,
    });
  });

  it("takes an address with a slash at its end for the one without", async () => {
    for (const address of ["/register", `/register/${HOME}`, "/register/%2F%2Fexample.org"]) {
      const moved = await fetch(`${test.baseUrl}${address}/`, { redirect: "manual" });
      expect([moved.status, moved.headers.get("location")]).toEqual([301, address]);
    }
  });

  it("answers alike for what is not published, what is not there and what can't be", async () => {
    const answers = [];
    const unpublished = ["EHRIA-2019-0001", "EHRIA-1999-9999"];
    for (const path of [...unpublished, `${HOME}/9`, `${HOME}/1/1`, `${HOME}.exe`, "nonsense", "%00"]) {
      const answer = await get(`/register/${path}`);
      answers.push([path, answer.status]);
      if (!path.includes("/1/1")) expect(await answer.text()).toContain("No published assessment is here");
    }
    expect(answers.map(([, status]) => status)).toEqual([404, 404, 404, 404, 404, 404, 404]);
  });

  it("lets readers keep a page for a minute, and tells them when it has not changed", async () => {
    const paths = [
      "/register",
      `/register/${HOME}`,
      `/register/${HOME}.pdf`,
      "/register/feed.atom",
      "/sitemap.xml",
      "/robots.txt",
    ];
    for (const path of paths) {
      const answer = await get(path);
      const etag = answer.headers.get("etag") ?? "";
      expect(etag).toMatch(/^"[0-9a-f]{64}"$/);
      expect(answer.headers.get("cache-control")).toBe("public, max-age=60, must-revalidate");
      expect(answer.headers.has("set-cookie")).toBe(false);
      expect(answer.headers.has("x-ratelimit-limit")).toBe(true);
      const again = await get(path, { "if-none-match": `"other", W/${etag}` });
      expect([path, again.status, await again.text()]).toEqual([path, 304, ""]);
      const head = await fetch(`${test.baseUrl}${path}`, {
        method: "HEAD",
        headers: { accept: "text/html" },
      });
      expect([head.status, head.headers.get("etag")]).toEqual([200, etag]);
    }
    expect((await get(`/register/${HOME}/1`)).headers.get("last-modified")).toBe(
      "Fri, 01 May 2026 10:00:00 GMT",
    );
  });

  it("has a feed with an entry for each event, the ids of which stay", async () => {
    const feed = await page("/register/feed.atom");
    const base = test.baseUrl;
    const texts = readTexts(feed);
    expect(texts.id).toEqual([
      `${base}/register`,
      `${base}/register/${CITY}/1`,
      `${base}/register/${GONE}#withdrawn`,
      `${base}/register/${OLD}#superseded`,
      `${base}/register/${HOME}/2`,
      `${base}/register/${GONE}/1`,
      `${base}/register/${HOME}/1`,
      `${base}/register/${OLD}/1`,
      `${base}/register/${BUSES}/1`,
    ]);
    expect(texts.title).toContain("Edition 2 published: Home care & <visits>");
    expect(texts.title).toContain(`Published: ${GONE} (withdrawn since)`);
    expect(texts.updated).toHaveLength(9);
    expect(texts.updated?.[0]).toBe("2026-07-01T00:30:00.000Z");
    expect(feed).not.toMatch(/Secret/);
  });

  it("names to search engines what stands, and nothing of the rest of the site", async () => {
    const { loc } = readTexts(await page("/sitemap.xml"));
    expect(loc).toEqual(
      ["", `/${CITY}`, `/${OLD}`, `/${HOME}`, `/${BUSES}`].map((path) => `${test.baseUrl}/register${path}`),
    );
    expect(await page("/robots.txt")).toBe(
      `User-agent: *\nAllow: /register\nAllow: /assets/\nDisallow: /\n\nSitemap: ${test.baseUrl}/sitemap.xml\n`,
    );
  });
});

/** The texts of the elements of an XML document, by their names. */
const readTexts = (xml: string): Record<string, string[]> => {
  const texts: Record<string, string[]> = {};
  const open: string[] = [];
  const parser = new Parser(
    {
      onopentag: (name) => {
        open.push(name);
        texts[name] = [...(texts[name] ?? []), ""];
      },
      ontext: (text) => {
        const name = open.at(-1) ?? "";
        const all = texts[name];
        if (all) all[all.length - 1] += text;
      },
      onclosetag: () => {
        open.pop();
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return texts;
};
