import { mayOnAssessment } from "@due-regard/domain/access/policy";
import type { Viewer } from "@due-regard/domain/access/roles";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cookieNames } from "../../../auth/credentials.ts";
import { loadViewer } from "../../../auth/viewer.ts";
import { schema } from "../../../schema.ts";
import { type Canary, findCanaries, plantCanaries } from "../../../testing/canaries.ts";
import { countFiles, fileOperations } from "../../../testing/file-operations.ts";
import {
  POLICY_ACTORS,
  type PolicyActor,
  RANDOM_ID,
  RANDOM_REFERENCE,
} from "../../../testing/policy-actors.ts";
import { signIn, startTestApp, type TestApp } from "../../../testing/test-app.ts";

const LEAD = "lead.officer@example.org";

let app: TestApp;
let canaries: Canary[];
beforeAll(async () => {
  app = await startTestApp({ schema, sampleData: true });
  ({ canaries } = await plantCanaries(app));
});
afterAll(() => app.close());

const { upload, download, ask, tokenOf } = fileOperations(() => app);
const counts = () => countFiles(app);

interface Sender {
  headers: Record<string, string>;
  viewer: Viewer | null;
}

const senderOf = async ({ email, scopes }: PolicyActor): Promise<Sender> => {
  if (email === null) return { headers: { accept: "application/json" }, viewer: null };
  const headers = await tokenOf(email, scopes);
  const token = headers.authorization?.slice("Bearer ".length) ?? "";
  const viewer = await loadViewer(app.database.db, { kind: "TOKEN", token });
  if (viewer === null) throw new Error("The token is not known");
  return { headers, viewer };
};

it("takes files at once, and says that nobody scans them", async () => {
  const [draft] = canaries.filter(({ subject }) => subject.status === "DRAFT");
  const { reference = "" } = draft ?? {};
  const { body } = await upload("a,b\n1,2\n", { assessment: reference, name: "a.csv" });
  expect(body.state).toBe("AVAILABLE");
  const { data } = await ask(
    `query ($reference: String!) { assessment(reference: $reference) { fileAllowance { scans } evidence { file { name scannedAt } } } }`,
    { reference },
  );
  expect(data.assessment.fileAllowance.scans).toBe(false);
  expect(data.assessment.evidence.at(-1).file).toEqual({ name: "a.csv", scannedAt: null });
});

describe("who gets files", () => {
  it.each(POLICY_ACTORS)(
    "$name: just those of assessments that they may read, and what is hidden looks like nothing",
    async (actor) => {
      const { headers, viewer } = await senderOf(actor);
      const nothing = await download(RANDOM_ID, headers);
      const nothingThere = [nothing.status, await nothing.text()];
      expect(nothing.status).toBe(actor.email === null ? 401 : 404);
      for (const { number, subject, fileId, earlierFileId } of canaries) {
        const response = await download(fileId, headers);
        const text = await response.text();
        if (mayOnAssessment(viewer, "assessment.read", subject)) {
          expect([number, response.status, findCanaries(text)]).toEqual([number, 200, [`canary-${number}`]]);
        } else expect([number, response.status, text]).toEqual([number, ...nothingThere]);
        const earlier = await download(earlierFileId, headers);
        const mayHave = mayOnAssessment(viewer, "assessment.workings", subject);
        expect([number, earlier.status]).toEqual([number, mayHave ? 200 : nothingThere[0]]);
      }
    },
  );

  it.each(POLICY_ACTORS)(
    "$name: sends them to what they may edit alone, and learns nothing of the rest",
    async (actor) => {
      const { headers, viewer } = await senderOf(actor);
      const before = await counts();
      const nowhere = await upload("a,b\n", { assessment: RANDOM_REFERENCE }, headers);
      for (const { reference, subject } of canaries) {
        if (mayOnAssessment(viewer, "assessment.edit", subject)) continue;
        const answered = await upload("a,b\n", { assessment: reference }, headers);
        if (!mayOnAssessment(viewer, "assessment.read", subject)) expect(answered).toEqual(nowhere);
        expect([401, 403, 404]).toContain(answered.status);
      }
      expect(await counts()).toEqual(before);
    },
  );

  it("a signed-in page of our own, not another site in somebody's name, and nobody else's file by another's id", async () => {
    const browser = app.openBrowser();
    await signIn(browser, LEAD);
    const { session } = cookieNames(false);
    const cookie = `${session}=${browser.cookie(session)}`;
    const [draft] = canaries.filter(({ subject }) => subject.status === "DRAFT");
    const query = { assessment: draft?.reference ?? "", place: "policy-change", name: "a.csv" };
    const foreign = await upload("a,b\n", query, { cookie, origin: "https://elsewhere.example" });
    expect(foreign.status).toBe(403);
    const own = await upload("a,b\n", query, { cookie, origin: app.baseUrl });
    expect(own.status).toBe(201);
    const page = await browser.get(own.body.address);
    expect([page.status, await page.text()]).toEqual([200, "a,b\n"]);
    const signedOut = await app.openBrowser().get(own.body.address);
    expect([signedOut.status, signedOut.headers.get("location")]).toEqual([
      303,
      `/auth/sign-in?returnTo=${encodeURIComponent(own.body.address)}`,
    ]);
    const other = canaries.find(
      ({ subject }) => subject.status === "CHANGES_REQUESTED" && subject.leadId !== draft?.subject.leadId,
    );
    const { data } = await ask(
      "mutation ($input: LinkEvidenceInput!) { linkEvidence(input: $input) { __typename } }",
      { input: { reference: draft?.reference, place: "target-groups", file: other?.fileId } },
    );
    expect(data.linkEvidence.__typename).toBe("NotFound");
  });
});
