import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { change, LIVE_TEST_LIMITS, type LiveApps, ofKind, startLiveApps } from "../testing/live-apps.ts";
import { globalId, RANDOM_REFERENCE } from "../testing/policy-actors.ts";
import { signIn, type TestApp } from "../testing/test-app.ts";
import { openStream, type Proof, type TestStream } from "../testing/test-stream.ts";

const LEAD = "lead.officer@example.org";
const HELPER = "contributor@example.org";

let apps: LiveApps;
let one: TestApp;
let two: TestApp;
let lead: Proof;
let reference: string;
let person: string;

beforeAll(async () => {
  apps = await startLiveApps();
  ({ one, two } = apps);
  lead = await apps.tokenOf(LEAD);
  person = globalId("User", await apps.personId(HELPER));
});
afterAll(() => apps.close());

beforeEach(async () => {
  apps.closeStreams();
  reference = await apps.startDraft(lead);
  await apps.write(one, lead, "inviteContributor", { reference, person });
});

const follow = (app: TestApp, proof: Proof, more: { tab?: string; reference?: string } = {}) =>
  apps.follow(app, proof, { reference, ...more });

const cookieOf = async (app: TestApp, email: string): Promise<Proof> => {
  const browser = app.openBrowser();
  await signIn(browser, email);
  return { cookie: `due-regard-session=${browser.cookie("due-regard-session")}` };
};

describe("a stream ends, and tells nothing more,", () => {
  /** Takes away what the stream rests on, then writes: the writing must not be told. */
  const expectEnd = async (stream: TestStream, end: () => Promise<unknown>) => {
    expect(change(await stream.next())).toMatchObject({ kind: "OPENED" });
    await end();
    const answers = [{ question: "policy-change", text: "After the end", basedOnVersion: 0 }];
    await apps.write(one, lead, "saveAnswers", { reference, answers });
    const told = (await stream.rest()).map(change);
    expect(told.filter(({ kind }) => kind !== "PRESENCE")).toEqual([]);
  };

  it("when the person's part ends", async () => {
    const end = () => apps.write(one, lead, "removeContributor", { reference, person });
    await expectEnd(await follow(two, await apps.tokenOf(HELPER), { tab: "b" }), end);
    await sleep(20);
    expect((await one.database.sql`select tab from assessment_presence where tab = 'b'`).length).toBe(0);
  });

  const revoke = () =>
    one.database
      .sql`update api_tokens set revoked_at = now() where user_id = (select id from users where email = ${HELPER})`;

  it("when the token is revoked: with the next change, or the next look", async () => {
    await expectEnd(await follow(two, await apps.tokenOf(HELPER)), revoke);
    const quiet = await follow(two, await apps.tokenOf(HELPER));
    await quiet.next();
    await revoke();
    expect(await quiet.rest()).toEqual([]);
  });

  it("when the session runs out, which watching does not put off", async () => {
    const stream = await follow(two, { ...(await cookieOf(two, LEAD)), origin: two.baseUrl });
    await stream.next();
    await one.database.sql`update sessions set last_seen_at = now() - interval '90 minutes'`;
    await sleep(LIVE_TEST_LIMITS.lookEveryMs * 2);
    const [session] = await one.database
      .sql`select last_seen_at < now() - interval '80 minutes' as untouched from sessions`;
    expect(session?.untouched).toBe(true);
    await one.database.sql`update sessions set expires_at = now() - interval '1 second'`;
    expect(await stream.rest()).toEqual([]);
  });

  it("when the account is closed", async () => {
    const stream = await follow(one, await apps.tokenOf(HELPER));
    await expectEnd(
      stream,
      () => one.database.sql`update users set disabled_at = now() where email = ${HELPER}`,
    );
    await one.database.sql`update users set disabled_at = null where email = ${HELPER}`;
  });

  it("and a draft that is submitted goes on being told to its writers, without who is there", async () => {
    const stream = await follow(two, lead, { tab: "a" });
    await stream.until((result) => change(result)?.presence.length === 1);
    await apps.write(one, lead, "transitionAssessment", {
      reference,
      action: "WITHDRAW",
      reason: "Not needed",
    });
    expect(change(await stream.until(ofKind("STATUS")))).toMatchObject({
      action: "assessment.withdrawn",
      place: null,
      presence: [],
      assessment: { status: "WITHDRAWN" },
    });
  });
});

describe("at the door", () => {
  /** Status, code and words of a refusal; whatever else came counts as data. */
  const refusal = async (stream: TestStream) => {
    const result = await stream.next();
    const [error] = result?.errors ?? [];
    return {
      status: stream.status,
      code: error?.extensions.code,
      message: error?.message,
      data: result?.data,
    };
  };

  it("missing and forbidden look alike", async () => {
    const stranger = await apps.tokenOf("other.department@example.org");
    const hidden = await refusal(await follow(one, stranger));
    expect(hidden).toEqual({
      status: 200,
      code: "NOT_FOUND",
      message: "There is no assessment with this reference.",
      data: undefined,
    });
    expect(await refusal(await follow(one, stranger, { reference: RANDOM_REFERENCE }))).toEqual(hidden);
  });

  it("nobody gets in without the proof and the scope that reading takes", async () => {
    const code = async (proof: Proof) => {
      const { status, code: found, data } = await refusal(await follow(one, proof));
      return [status, found, data];
    };
    const cookie = await cookieOf(one, LEAD);
    expect(await code({})).toEqual([200, "UNAUTHENTICATED", undefined]);
    expect(await code(await apps.tokenOf(LEAD, ["read:metrics"]))).toEqual([200, "FORBIDDEN", undefined]);
    expect(await code({ authorization: "Bearer dr_wrong" })).toEqual([401, "UNAUTHENTICATED", undefined]);
    expect(await code({ ...cookie, origin: "https://evil.example" })).toEqual([403, "FORBIDDEN", undefined]);
    expect(await code(cookie)).toEqual([403, "FORBIDDEN", undefined]);
  });

  it("an account has so many streams, and closing one makes room", async () => {
    const streams: TestStream[] = [];
    for (let count = 0; count < LIVE_TEST_LIMITS.perAccount; count += 1)
      streams.push(await follow(one, lead));
    expect(await refusal(await follow(one, lead))).toMatchObject({ status: 200, code: "LIMIT_EXCEEDED" });
    streams[0]?.close();
    await sleep(50);
    expect(change(await (await follow(one, lead)).next())).toMatchObject({ kind: "OPENED" });
  });

  const many = Array.from({ length: 31 }, (_, index) => `a${index}: kind`).join(" ");
  it.each([
    ["{ viewer { email } }", "BAD_REQUEST"],
    ["subscription { nothing }", "GRAPHQL_VALIDATION_FAILED"],
    ["subscription {", "GRAPHQL_PARSE_FAILED"],
    ['subscription { assessmentChanged(reference: "x\\u0000") { kind } }', "BAD_USER_INPUT"],
    [`subscription { assessmentChanged(reference: "x") { ${many} } }`, "GRAPHQL_VALIDATION_FAILED"],
  ])("takes subscriptions alone, within the limits of every operation: %s", async (query, code) => {
    expect(await refusal(await openStream(one, lead, query))).toMatchObject({ status: 400, code });
  });

  it("says where a subscription belongs, and what a stream needs", async () => {
    const query = `subscription { assessmentChanged(reference: "x") { kind } }`;
    const elsewhere = await one.openBrowser().postJson("/graphql", { query }, lead);
    expect([elsewhere.status, await elsewhere.text()]).toEqual([
      400,
      expect.stringContaining("/graphql/stream"),
    ]);
    expect((await one.openBrowser().postJson("/graphql/stream", { query }, lead)).status).toBe(406);
    const form = await one.openBrowser().post("/graphql/stream", { query });
    expect(form.status).toBeGreaterThanOrEqual(400);
  });
});
