import { loadSampleData } from "@due-regard/database/sample-data/load-sample-data";
import { SIGNED_STATUSES } from "@due-regard/domain/access/assessment-acts";
import { may, mayOnAssessment } from "@due-regard/domain/access/policy";
import { SCOPES, type Viewer } from "@due-regard/domain/access/roles";
import { ASSESSMENT_STATUSES, type AssessmentStatus } from "@due-regard/domain/ehria/vocabulary";
import { bundleFileName } from "@due-regard/domain/seal/bundle";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createToken } from "../auth/tokens.ts";
import { everyText, everyTextOfPdf } from "../features/performance/exporting/testing/read-download.ts";
import { schema } from "../schema.ts";
import { type Canary, findCanaries, plantCanaries } from "../testing/canaries.ts";
import { POLICY_ACTORS, RANDOM_REFERENCE } from "../testing/policy-actors.ts";
import { loadTestViewer } from "../testing/test-api.ts";
import { signIn, startTestApp, type TestApp } from "../testing/test-app.ts";

/** The door to assessments as files: everybody tries every assessment, in every state, in both formats. */

let app: TestApp;
let canaries: Canary[];
/** References of those that have a sealed revision in force. */
let sealed: Set<string>;
beforeAll(async () => {
  app = await startTestApp({ schema });
  await app.database.sql`delete from users`;
  await loadSampleData(app.database.db);
  ({ canaries } = await plantCanaries(app));
  const rows = await app.database.sql<{ reference: string }[]>`
    select a.reference from assessments a
    join assessment_revisions r on r.assessment_id = a.id and r.number = a.revision and r.sealed_at is not null`;
  sealed = new Set(rows.map(({ reference }) => reference));
}, 60_000);
afterAll(() => app.close());

/** Whose plan's actions go on. */
const IN_FORCE = ["SIGNED_OFF", "PUBLISHED", "REVIEW_DUE"] as const satisfies readonly AssessmentStatus[];

type Get = (address: string) => Promise<Response>;

/** People come with a browser, the actors of fewer scopes with a token. */
const openAs = async ({ email, scopes }: (typeof POLICY_ACTORS)[number]): Promise<Get> => {
  const browser = app.openBrowser();
  if (email === null) return (address) => browser.get(address, { accept: "*/*" });
  if (scopes.length === SCOPES.length) {
    await signIn(browser, email);
    return (address) => browser.get(address, { accept: "*/*" });
  }
  const made = await createToken(app.database.db, { email, scopes: [...scopes], days: 1 });
  if (!made.ok) throw new Error(made.failure.message);
  const headers = { authorization: `Bearer ${made.value.token}`, accept: "*/*" };
  return (address) => browser.get(address, headers);
};

const addressOf = (reference: string, ending: string) =>
  `/downloads/assessment.${ending}?reference=${reference}&findings=yes`;

const textOf = async (ending: string, response: Response): Promise<string> => {
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (!response.ok) return new TextDecoder().decode(bytes);
  return ending === "pdf" ? await everyTextOfPdf(bytes) : everyText(ending, bytes);
};

/** Files over every canary in every state: they name just those that they may read. */
const expectReadableAlone = async (get: Get, viewer: Viewer | null): Promise<void> => {
  const asked = new URLSearchParams();
  for (const status of ASSESSMENT_STATUSES) asked.append("status", status);
  for (const { reference } of canaries) asked.append("reference", reference);
  const isAsking = viewer !== null && may(viewer, "assessments.list");
  const readable = canaries.filter(({ subject }) => mayOnAssessment(viewer, "assessment.read", subject));
  const isSigned = ({ subject }: Canary) => SIGNED_STATUSES.some((status) => status === subject.status);
  const isInForce = ({ subject }: Canary) => IN_FORCE.some((status) => status === subject.status);
  const files = [
    ["impact", "csv", asked, readable],
    // Of what is not signed a committee's pack says nothing at all.
    ["pack", "docx", asked, readable.filter(isSigned)],
    ["actions", "csv", "show=all", readable.filter(isInForce)],
  ] as const;
  for (const [name, ending, question, shown] of files) {
    const response = await get(`/downloads/${name}.${ending}?${question}`);
    expect(response.status).toBe(isAsking ? 200 : viewer === null ? 401 : 403);
    const found = findCanaries(await textOf(ending, response));
    expect([name, found.sort()]).toEqual([name, shown.map(({ number }) => `canary-${number}`).sort()]);
  }
};

describe.each(POLICY_ACTORS)("$name", (actor) => {
  it("gets the assessments that they may read, and of each no word too many", async () => {
    const viewer =
      actor.email === null ? null : await loadTestViewer(app.database, actor.email, actor.scopes);
    const get = await openAs(actor);
    const missing = await get(addressOf(RANDOM_REFERENCE, "docx"));
    const refusal = { status: missing.status, text: await missing.text() };
    const isAsking = viewer !== null && may(viewer, "assessments.list");
    expect(refusal.status).toBe(isAsking ? 404 : viewer === null ? 401 : 403);
    for (const [index, { reference, number, subject }] of canaries.entries()) {
      // Both are written of the same document, and a PDF takes its time to write and to read.
      const ending = index === 0 ? "pdf" : "docx";
      const response = await get(addressOf(reference, ending));
      const text = await textOf(ending, response);
      if (mayOnAssessment(viewer, "assessment.read", subject)) {
        expect(response.status).toBe(200);
        expect(findCanaries(text)).toEqual([`canary-${number}`]);
        expect(text.includes("What the checker found")).toBe(
          mayOnAssessment(viewer, "assessment.workings", subject),
        );
      } else {
        // As for one that isn't there.
        expect({ status: response.status, text }).toEqual(refusal);
      }
    }
    await expectReadableAlone(get, viewer);
  });

  it("gets what was sealed of those that they may read, as a file that proves itself", async () => {
    const viewer =
      actor.email === null ? null : await loadTestViewer(app.database, actor.email, actor.scopes);
    const get = await openAs(actor);
    const missing = await get(`/downloads/sealed/${RANDOM_REFERENCE}`);
    const refusal = { status: missing.status, text: await missing.text() };
    expect(refusal.status).toBe(viewer === null ? 401 : 404);
    const lookFor = async (canary: Canary, revision: number, words: string, allowed: boolean) => {
      const response = await get(`/downloads/sealed/${canary.reference}?revision=${revision}`);
      const text = await response.text();
      if (!allowed) return expect({ status: response.status, text }).toEqual(refusal);
      expect(response.headers.get("content-disposition")).toBe(
        `attachment; filename="${bundleFileName(canary.reference, revision)}"`,
      );
      expect([response.headers.get("cache-control"), findCanaries(text)]).toEqual(["no-store", [words]]);
    };
    for (const canary of canaries) {
      const { number, subject, reference } = canary;
      const reads = mayOnAssessment(viewer, "assessment.read", subject);
      await lookFor(canary, 2, `workings-${number}`, reads && sealed.has(reference));
      await lookFor(canary, 1, `workings-${number}`, mayOnAssessment(viewer, "assessment.workings", subject));
    }
  });
});

it("tells anybody the public keys, and no private one", async () => {
  const response = await app.openBrowser().get("/seal-keys.json", { accept: "*/*" });
  const text = await response.text();
  expect([
    response.status,
    response.headers.get("content-type"),
    response.headers.get("cache-control"),
  ]).toEqual([200, "application/json; charset=utf-8", "public, max-age=300"]);
  const { keys } = JSON.parse(text);
  expect(keys.map((key: object) => Object.keys(key).sort())).toEqual([
    ["crv", "from", "kid", "kty", "until", "x"],
  ]);
});
