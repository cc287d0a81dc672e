import { connect } from "node:net";
import { metricImports } from "@due-regard/database/schema/imports";
import { SCOPES, type Scope } from "@due-regard/domain/access/roles";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cookieNames } from "../../../auth/credentials.ts";
import { createToken } from "../../../auth/tokens.ts";
import { schema } from "../../../schema.ts";
import { importerAs, nodesOf } from "../../../testing/import-operations.ts";
import { makeXlsx } from "../../../testing/make-xlsx.ts";
import { COUNTY } from "../../../testing/performance-operations.ts";
import type { Ask } from "../../../testing/test-api.ts";
import { signIn, startTestApp, type TestApp } from "../../../testing/test-app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ schema, sampleData: true });
});
afterAll(() => app.close());

const tokenOf = async (person: string, scopes: readonly Scope[] = SCOPES): Promise<string> => {
  const email = `${person}@example.org`;
  const made = await createToken(app.database.db, { email, scopes, days: 1 });
  if (!made.ok) throw new Error("No token was made");
  return made.value.token;
};

// biome-ignore lint/suspicious/noExplicitAny: JSON as it came
type Loose = any;

const upload = async (
  body: string | Buffer | ReadableStream,
  headers: Record<string, string>,
  name = "figures.csv",
): Promise<{ status: number; body: Loose }> => {
  const response = await fetch(`${app.baseUrl}/imports?name=${encodeURIComponent(name)}`, {
    method: "POST",
    body,
    headers,
    duplex: "half",
  } as unknown as RequestInit);
  return { status: response.status, body: await response.json() };
};

const asAnalyst = async (): Promise<Record<string, string>> => ({
  authorization: `Bearer ${await tokenOf("analyst")}`,
});

/** Asks over HTTP, as a program would. */
const askOver =
  (headers: Record<string, string>): Ask =>
  async (query, variables) => {
    const response = await app.openBrowser().postJson("/graphql", { query, variables }, headers);
    const { data, errors = [] } = (await response.json()) as Loose;
    return { data, errors };
  };

const CSV = `metric,organisation,period,value,note\n1B,${COUNTY},2012-13,81.0,From an upload\n3A,${COUNTY},2012-13,70%,\n`;

describe("POST /imports", () => {
  it("takes a file as it is, and hands out an import to check and record", async () => {
    const headers = await asAnalyst();
    const { status, body } = await upload(
      CSV,
      { ...headers, "content-type": "text/csv" },
      "C:\\My files\\q3.csv",
    );
    expect([status, body.state]).toEqual([201, "UPLOADED"]);
    const importer = importerAs(askOver(headers));
    const staged = await importer.find(body.id);
    expect(staged).toMatchObject({
      fileName: "q3.csv",
      fileType: "CSV",
      sheets: [{ name: null, rows: 3, columns: 5 }],
    });
    const { import: checked } = await importer.importMetrics({ import: body.id, dryRun: true });
    expect(checked.counts).toMatchObject({ rows: 2, figures: 2, new: 2, faulty: 0 });
    const { import: recorded } = await importer.importMetrics({ import: body.id, dryRun: false });
    expect(recorded.state).toBe("COMMITTED");
  });

  it("finds the same in a workbook as in CSV, on the sheet named Figures", async () => {
    const headers = await asAnalyst();
    const rows = [
      ["metric", "organisation", "period", "value", "no value reason", "note"],
      ["2D", COUNTY, "2012-13", "81.0", "", "Text, with a comma"],
      ["3A", COUNTY, "2011-12", "", "SUPPRESSED", ""],
      ["9Z", COUNTY, "2012-13", "1", "", ""],
      ["3B", COUNTY, "2012-13", ">11%", "", ""],
    ];
    const csv = rows.map((cells) => cells.map((cell) => `"${cell}"`).join(";")).join("\r\n");
    const numeric = rows.map((cells, row) =>
      cells.map((cell, column) =>
        row === 1 && column === 3 ? { attributes: 's="1"', inner: "<v>81</v>" } : cell,
      ),
    );
    const files: [string | Buffer, string][] = [
      [csv, "a.csv"],
      [makeXlsx({ About: [["Read me"]], Figures: numeric }), "named-wrongly.csv"],
    ];
    const findings: Loose[] = [];
    for (const [file, name] of files) {
      const { body } = await upload(file, headers, name);
      const { import: found } = await importerAs(askOver(headers)).importMetrics({
        import: body.id,
        dryRun: true,
      });
      findings.push(found);
    }
    const [first, second] = findings;
    expect([first.fileType, second.fileType, second.mapping.sheet]).toEqual(["CSV", "XLSX", "Figures"]);
    expect(first.counts).toMatchObject({ rows: 4, figures: 2, faulty: 2 });
    expect(second.counts).toEqual(first.counts);
    expect(nodesOf(second.problems)).toEqual(nodesOf(first.problems));
    expect(nodesOf(second.changes)).toEqual(nodesOf(first.changes));
  });

  it("takes a file that comes in pieces and without a length", async () => {
    const body = new ReadableStream({
      start: (controller) => {
        for (const line of CSV.split(/(?<=\n)/)) controller.enqueue(Buffer.from(line));
        controller.close();
      },
    });
    expect((await upload(body, await asAnalyst())).status).toBe(201);
  });

  it.each<[string, string | Buffer, string]>([
    ["nothing", "", "This file is empty."],
    ["blank rows", "\n,,\n", "There is nothing in this file."],
    ["a binary file", Buffer.from([0, 1, 2]), "This is neither text nor an Excel workbook."],
    ["a broken workbook", makeXlsx({ One: [["a"]] }).subarray(0, 300), "This Excel workbook is damaged."],
    ["a thousand columns", `${"a,".repeat(999)}a\n`, "Row 1 has 1,000 columns"],
    ["a cell of a megabyte", `a\n${"x".repeat(1_048_576)}`, "The cell in row 2, column 1 is longer than"],
  ])("refuses %s in words", async (_name, file, message) => {
    const { status, body } = await upload(file, await asAnalyst());
    expect([status, body.error]).toEqual([422, expect.stringContaining(message)]);
  });

  it("shows headers without rows, and says so when they are checked", async () => {
    const headers = await asAnalyst();
    const { status, body } = await upload("metric,organisation,period,value\n", headers);
    expect(status).toBe(201);
    const answer = await importerAs(askOver(headers)).importMetrics({ import: body.id, dryRun: true });
    expect(answer).toMatchObject({
      __typename: "ValidationError",
      problems: [{ message: "There are no rows below the headers." }],
    });
  });

  it("says which columns are missing", async () => {
    const headers = await asAnalyst();
    const { body } = await upload("name,figure\nA,1\n", headers);
    const { problems } = await importerAs(askOver(headers)).importMetrics({ import: body.id, dryRun: true });
    expect(problems.map((each: Loose) => each.message)).toEqual([
      "Say which column holds METRIC, or give one value for all rows.",
      "Say which column holds ORGANISATION, or give one value for all rows.",
      "Say which column holds PERIOD, or give one value for all rows.",
      "Say which column holds VALUE or NO_VALUE_REASON or PRINTED, or give one value for all rows.",
    ]);
  });

  it("keeps a long row of one person's files from growing: the oldest give way", async () => {
    const headers = { authorization: `Bearer ${await tokenOf("analyst")}` };
    const ids: string[] = [];
    for (let sent = 0; sent < 22; sent += 1) ids.push((await upload(CSV, headers)).body.id);
    const importer = importerAs(askOver(headers));
    const states = [];
    for (const id of [ids[0], ids[1], ids[2], ids.at(-1)]) states.push((await importer.find(id ?? "")).state);
    expect(states).toEqual(["EXPIRED", "EXPIRED", "UPLOADED", "UPLOADED"]);
  });
});

describe("who may send a file", () => {
  const count = async () => (await app.database.db.select().from(metricImports)).length;

  it.each<[string, () => Promise<Record<string, string>>, number]>([
    ["nobody", async () => ({}), 401],
    ["a made-up token", async () => ({ authorization: `Bearer dr_${"x".repeat(43)}` }), 401],
    ["a lead officer", async () => ({ authorization: `Bearer ${await tokenOf("lead.officer")}` }), 403],
    [
      "an analyst's token that may only write",
      async () => ({ authorization: `Bearer ${await tokenOf("analyst", ["write:metrics"])}` }),
      403,
    ],
  ])("not %s", async (_name, headers, status) => {
    const before = await count();
    const answered = await upload(CSV, await headers());
    expect(answered.status).toBe(status);
    expect(answered.body.error).toMatch(/\w/);
    expect(await count()).toBe(before);
  });

  it("not another site in a signed-in analyst's name; their own pages may", async () => {
    const browser = app.openBrowser();
    await signIn(browser, "analyst@example.org");
    const { session } = cookieNames(false);
    expect(browser.cookie(session)).toMatch(/\w/);
    const cookie = `${session}=${browser.cookie(session)}`;
    const foreign = await upload(CSV, { cookie, origin: "https://elsewhere.example" });
    expect(foreign.status).toBe(403);
    expect((await upload(CSV, { cookie, origin: app.baseUrl })).status).toBe(201);
  });

  it("sees only their own where they are analyst of one department", async () => {
    const headers = await asAnalyst();
    const { body } = await upload(CSV, headers);
    const { db, sql } = app.database;
    await sql`insert into users (email, name, job_title) values ('one.department@example.org', 'Made Up', 'Analyst')`;
    await sql`insert into role_grants (user_id, role, department_id)
      select u.id, 'ANALYST', (select id from departments limit 1) from users u where u.email = 'one.department@example.org'`;
    const other = { authorization: `Bearer ${await tokenOf("one.department")}` };
    expect(await importerAs(askOver(other)).find(body.id)).toBeNull();
    expect(await importerAs(askOver(other)).importMetrics({ import: body.id, dryRun: true })).toMatchObject({
      __typename: "NotFound",
    });
    const own = await upload(CSV, other);
    expect(own.status).toBe(201);
    expect(await importerAs(askOver(headers)).find(own.body.id)).toMatchObject({ state: "UPLOADED" });
    const [stored] = await db.select().from(metricImports).where(eq(metricImports.id, own.body.id));
    expect(stored?.bytes).toBe(Buffer.byteLength(CSV));
  });
});

it("forgets a file whose sender went away, and says nothing", async () => {
  const { port } = new URL(app.baseUrl);
  const { authorization = "" } = await asAnalyst();
  const before = (await app.database.db.select().from(metricImports)).length;
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), "127.0.0.1", () => {
      socket.write(
        `POST /imports HTTP/1.1\r\nhost: localhost\r\nauthorization: ${authorization}\r\ncontent-length: 1000\r\n\r\nmetric`,
      );
      setTimeout(() => socket.destroy(), 100);
    });
    socket.once("close", () => resolve());
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect((await app.database.db.select().from(metricImports)).length).toBe(before);
  expect(app.logText()).not.toContain("unexpected error");
});
