import { verifyFile } from "@due-regard/domain/seal/verify-published";
import { pino } from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findCauses } from "../features/assessments/watch/find-causes.ts";
import { londonToday } from "../schema/london-today.ts";
import { schema } from "../schema.ts";
import { createTestKeys } from "../testing/seal-keys.ts";
import { signIn, startTestApp, type TestApp } from "../testing/test-app.ts";
import { DEMO_ASSESSMENTS, loadDemoAssessments } from "./load-demo-assessments.ts";

/** A new demonstration, as its first visitors find it. */

const PUBLISHED = "EHRIA-2023-0001";

interface Followed {
  equalityActions: { edges: { node: { status: string; overdue: boolean } }[] };
  cumulativeImpact: {
    cells: { column: string; count: number }[];
    harmsWithoutAction: { characteristic: string }[];
  };
  assessment: object;
}

let test: TestApp;
const seals = createTestKeys();
const load = () => loadDemoAssessments(test.database.db, { seals, logger: pino({ level: "silent" }) });
const page = async (path: string): Promise<string> => (await test.openBrowser().get(path)).text();

beforeAll(async () => {
  test = await startTestApp({ sampleData: true, seals, schema });
  const { sql } = test.database;
  const officer = sql`role = 'OFFICER' and user_id = (select id from users where email = 'lead.officer@example.org')`;
  const [grant] = await sql`update role_grants set revoked_at = now() where ${officer} returning id`;
  // Whoever changed who may do what is left alone, and the start goes on.
  expect(await load()).toEqual({ loaded: false });
  expect(await sql`select reference from assessments`).toEqual([{ reference: "EHRIA-2019-0001" }]);
  await sql`
    insert into role_grants (user_id, role, department_id)
    select user_id, role, department_id from role_grants where id = ${grant?.id}`;
  expect(await load()).toEqual({ loaded: true });
}, 60_000);
afterAll(() => test.close());

it("is listed in the public register, marked as made up, and its sealed copy verifies with the installation's key", async () => {
  expect(await page("/register")).toContain(`href="/register/${PUBLISHED}"`);
  const text = await page(`/register/${PUBLISHED}`);
  expect(text).toContain("A demonstration record");
  expect(text).toContain("Comments went to [redacted].");
  expect(text).not.toContain("Draftwell");
  const file = await test.openBrowser().get(`/register/${PUBLISHED}/1.json`);
  const bytes = Buffer.from(await file.arrayBuffer());
  expect(verifyFile(bytes, seals.known)).toMatchObject({ kind: "PUBLISHED", faults: [] });
});

it("leaves no passage to chance: whatever the searches find is decided in its own file", async () => {
  const found = await test.database.sql<
    { passage: string }[]
  >`select distinct passage from redaction_decisions`;
  const decided = DEMO_ASSESSMENTS.flatMap(({ decisions }) => decisions.map(({ text }) => text));
  expect(found.map(({ passage }) => passage).sort()).toEqual([...new Set(decided)].sort());
});

it("fills the pages of who follows it up", async () => {
  const browser = test.openBrowser();
  await signIn(browser, "lead.officer@example.org");
  const query = `{
    equalityActions { edges { node { status overdue } } }
    cumulativeImpact { cells { column count } harmsWithoutAction { characteristic } }
    assessment(reference: "${PUBLISHED}") { isDemo status signatures { valid } }
  }`;
  const answer = await browser.postJson("/graphql", { query });
  const { data, errors } = (await answer.json()) as { data: Followed; errors?: unknown };
  expect(errors).toBeUndefined();
  expect(data.equalityActions.edges.map(({ node }) => [node.status, node.overdue])).toEqual([
    ["DELAYED", true],
    ["NOT_STARTED", false],
    ["NOT_STARTED", false],
    ["IN_PROGRESS", false],
    ["DONE", false],
  ]);
  const cells = data.cumulativeImpact.cells.filter(({ count }) => count > 0);
  expect(new Set(cells.map(({ column }) => column))).toEqual(
    new Set(["POSITIVE", "NEUTRAL", "NEGATIVE", "MIXED", "NOT_AFFECTED"]),
  );
  // Its one action is done, so nothing that is still to come answers this harm.
  expect(data.cumulativeImpact.harmsWithoutAction).toEqual([{ characteristic: "RACE" }]);
  expect(data.assessment).toEqual({
    isDemo: true,
    status: "PUBLISHED",
    signatures: [{ valid: true }, { valid: true }],
  });
});

it("leaves one for the chair to approve, and nothing for the watch of evidence to report", async () => {
  const browser = test.openBrowser();
  await signIn(browser, "deg.chair@example.org");
  const query =
    "{ assessments(filter: { waitingForMe: true }) { edges { node { isDemo publicationStep } } } }";
  const { data } = (await (await browser.postJson("/graphql", { query })).json()) as { data: object };
  expect(data).toEqual({
    assessments: { edges: [{ node: { isDemo: true, publicationStep: "APPROVE" } }] },
  });
  expect(await findCauses(test.database.db, { metrics: null, today: londonToday() })).toEqual(new Map());
});

it("is loaded once, and never beside what people began themselves", async () => {
  expect(await load()).toEqual({ loaded: false });
});
