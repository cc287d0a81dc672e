import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { schema } from "../schema.ts";
import { change, type LiveApps, ofKind, startLiveApps } from "../testing/live-apps.ts";
import { globalId } from "../testing/policy-actors.ts";
import { startTestApp, type TestApp } from "../testing/test-app.ts";
import type { Proof } from "../testing/test-stream.ts";

const HELPER = "contributor@example.org";

let apps: LiveApps;
let one: TestApp;
let two: TestApp;
let lead: Proof;
let helper: Proof;
let reference: string;

beforeAll(async () => {
  apps = await startLiveApps();
  ({ one, two } = apps);
  lead = await apps.tokenOf("lead.officer@example.org");
  helper = await apps.tokenOf(HELPER);
});
afterAll(() => apps.close());

beforeEach(async () => {
  apps.closeStreams();
  reference = await apps.startDraft(lead);
  const person = globalId("User", await apps.personId(HELPER));
  await apps.write(one, lead, "inviteContributor", { reference, person });
});

const save = (app: TestApp, text: string, basedOnVersion: number) =>
  apps.write(app, helper, "saveAnswers", {
    reference,
    answers: [{ question: "policy-change", text, basedOnVersion }],
  });
const place = (proof: Proof, where: string | null, tab: string) =>
  apps.write(two, proof, "setPresence", { reference, tab, place: where });
const present =
  (count: number) =>
  (result: Parameters<typeof change>[0]): boolean =>
    change(result)?.presence.length === count;

describe("a change that one process writes", () => {
  it("reaches who reads at the other: what, where, which version and by whom, never the text", async () => {
    const stream = await apps.follow(two, lead, { reference });
    const headers = ["content-type", "cache-control", "x-accel-buffering", "x-content-type-options"];
    expect([stream.status, ...headers.map((name) => stream.headers.get(name))]).toEqual([
      200,
      "text/event-stream; charset=utf-8",
      "no-cache",
      "no",
      "nosniff",
    ]);
    expect(change(await stream.next())).toMatchObject({ kind: "OPENED", record: null, presence: [] });
    await save(one, "A sentence about the policy", 0);
    const told = await stream.until(ofKind("ANSWER"));
    expect(change(told)).toMatchObject({
      record: expect.stringMatching(/^\d+$/),
      action: "answer.saved",
      place: "policy-change",
      label: "question 1",
      version: 1,
      by: { name: "Casey Addmore (demo)" },
      assessment: { status: "DRAFT" },
    });
    expect(JSON.stringify(told)).not.toContain("A sentence");
  });

  it("is told in the order of the record, and nothing that was rolled back", async () => {
    const stream = await apps.follow(two, lead, { reference });
    await stream.next();
    for (let version = 0; version < 10; version += 1)
      await save(version % 2 ? one : two, `Text ${version}`, version);
    expect(await save(one, "Too late", 3)).toMatchObject({ __typename: "Conflict" });
    await apps.write(one, helper, "saveCharacteristicImpacts", {
      reference,
      stage: "SCREENING",
      impacts: [{ characteristic: "AGE", affected: false, basedOnVersion: 0 }],
    });
    const told: { kind: string; version: number }[] = [];
    // The invitation may still be on its way to this process.
    const isSave = (result: Parameters<typeof change>[0]) => change(result)?.kind !== "PEOPLE";
    while (told.at(-1)?.kind !== "ROW") told.push(change(await stream.until(isSave)));
    expect(told.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1]);
    expect(told.at(-1)).toMatchObject({ place: "potential-impact.AGE", label: "question 10 (Age)" });
  });
});

describe("presence", () => {
  it("shows both processes who is where, and who went", async () => {
    const mine = await apps.follow(one, lead, { reference, tab: "a" });
    await mine.until(present(1));
    const theirs = await apps.follow(two, helper, { reference, tab: "b" });
    const both = [{ user: { name: "Robin Draftwell (demo)" } }, { user: { name: "Casey Addmore (demo)" } }];
    expect(change(await mine.until(present(2)))).toMatchObject({ presence: both });
    expect(await place(helper, "monitoring-systems.a", "b")).toMatchObject({ __typename: "PresenceSet" });
    const moved = await mine.until((result) => change(result)?.presence[1]?.place != null);
    expect(change(moved)?.presence[1]).toMatchObject({
      place: "monitoring-systems.a",
      label: expect.stringMatching(/^question 9 \(/),
    });
    theirs.close();
    expect(change(await mine.until(present(1)))).toMatchObject({
      kind: "PRESENCE",
      presence: both.slice(0, 1),
    });
  });

  it("takes no words that are no place of the form, and nothing from who may only read", async () => {
    expect(await place(helper, "Look behind you", "a")).toMatchObject({ __typename: "ValidationError" });
    expect(await place(helper, "policy-change", "")).toMatchObject({ __typename: "ValidationError" });
    const stranger = await apps.tokenOf("other.department@example.org");
    expect(await place(stranger, "policy-change", "a")).toMatchObject({ __typename: "NotFound" });
    const reading = await apps.tokenOf(HELPER, ["read:assessments"]);
    const stream = await apps.follow(two, reading, { reference, tab: "c" });
    expect(change(await stream.next())).toMatchObject({ kind: "OPENED", presence: [] });
    await place(helper, "policy-change", "a");
    await save(one, "Words", 0);
    expect(change(await stream.next())).toMatchObject({ kind: "ANSWER", presence: [] });
    const rows = await one.database.sql`select tab from assessment_presence where tab = 'c'`;
    expect(rows.length).toBe(0);
  });

  it("runs out by itself when its process is gone", async () => {
    const mine = await apps.follow(one, lead, { reference, tab: "a" });
    await place(helper, null, "lost");
    await mine.until(present(2));
    await one.database
      .sql`update assessment_presence set expires_at = now() - interval '1 second' where tab = 'lost'`;
    expect(await mine.until(present(1))).not.toBeNull();
  });
});

it("after Postgres was lost and found, readers are told that they missed some, and hear again", async () => {
  const stream = await apps.follow(two, lead, { reference });
  await stream.next();
  await one.database.sql`select pg_terminate_backend(pid, 5000) from pg_stat_activity
    where datname = current_database() and query ilike 'listen%'`;
  expect(await stream.until(ofKind("MISSED"))).not.toBeNull();
  await save(one, "Again", 0);
  expect(await stream.until(ofKind("ANSWER"))).not.toBeNull();
});

it("a process that stops ends its streams at once, and takes their presence along", async () => {
  const three = await startTestApp({ schema, beside: one });
  const stream = await apps.follow(three, lead, { reference, tab: "three" });
  await stream.next();
  const begun = performance.now();
  const [rest] = await Promise.all([stream.rest(), three.close()]);
  expect(rest.map(change).filter(({ kind }) => kind !== "PRESENCE")).toEqual([]);
  expect(performance.now() - begun).toBeLessThan(1_500);
  expect((await one.database.sql`select tab from assessment_presence where tab = 'three'`).length).toBe(0);
});
