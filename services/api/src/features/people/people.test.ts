import { auditEvents } from "@due-regard/database/schema/audit";
import { SCOPES } from "@due-regard/domain/access/roles";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createToken } from "../../auth/tokens.ts";
import { schema } from "../../schema.ts";
import { globalId } from "../../testing/policy-actors.ts";
import { signIn, startTestApp, type TestApp } from "../../testing/test-app.ts";
import type { TestBrowser } from "../../testing/test-browser.ts";
import { addAdministrator } from "./add-administrator.ts";

const SECOND = "other.department@example.org";
const ROLES = `roles { id role department { id } grantedBy { name } } endedRoles { role endedAt endedBy { name } }`;
const SHOWN = `isYou version email disabledAt department { slug } user { id name jobTitle } ${ROLES}`;
const ANSWER = `__typename ... on PersonSaved { person { ${SHOWN} } } ... on Error { message }
  ... on ValidationError { problems { path message } } ... on NotAllowed { remedy }
  ... on Conflict { conflicts { path currentVersion basedOnVersion theirs yours } }`;
const LIST = `query ($filter: PeopleFilter, $first: Int) { people(filter: $filter, first: $first) { totalCount edges { node { ${SHOWN} } } } }`;

// biome-ignore lint/suspicious/noExplicitAny: tests read whatever was answered
type Loose = any;
type Write = (mutation: string, input: object) => Promise<Loose>;

let test: TestApp;
let admin: TestBrowser;
let second: TestBrowser;
let departments: Record<string, string>;

const ask = async (
  browser: TestBrowser,
  query: string,
  variables: object = {},
  headers = {},
): Promise<Loose> => await (await browser.postJson("/graphql", { query, variables }, headers)).json();

const writing =
  (browser: TestBrowser, headers = {}): Write =>
  async (mutation, input) => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`.replace(
      /^(Disable|Enable)PersonInput/,
      "PersonInput",
    );
    const text = `mutation ($input: ${type}) { ${mutation}(input: $input) { ${ANSWER} } }`;
    const { data, errors } = await ask(browser, text, { input }, headers);
    expect(errors).toBeUndefined();
    return data[mutation];
  };
const byAdmin: Write = (mutation, input) => writing(admin)(mutation, input);

const listed = async (filter: object): Promise<string[]> =>
  (await ask(admin, LIST, { filter })).data.people.edges.map((edge: Loose) => edge.node.email.split("@")[0]);
const personOf = async (email: string): Promise<Loose> =>
  (await ask(admin, LIST, { filter: { text: email } })).data.people.edges[0].node;
const whoAmI = async (browser: TestBrowser, headers = {}): Promise<Loose> =>
  (await ask(browser, "{ viewer { email canManagePeople } }", {}, headers)).data?.viewer ?? null;
const auditOf = (userId: string) =>
  test.database.db
    .select({ action: auditEvents.action, detail: auditEvents.detail })
    .from(auditEvents)
    .where(eq(auditEvents.subjectId, Buffer.from(userId, "base64").toString().split(":")[1] ?? ""))
    .orderBy(auditEvents.sequence);

beforeAll(async () => {
  test = await startTestApp({ schema, sampleData: true });
  [admin, second] = [test.openBrowser(), test.openBrowser()];
  await signIn(admin, "admin@example.org");
  await signIn(second, SECOND);
  const { data } = await ask(admin, "{ departments { id slug } }");
  departments = Object.fromEntries(data.departments.map(({ id, slug }: Loose) => [slug, id]));
});
afterAll(() => test.close());

describe("somebody new", () => {
  const NEW = { name: " Ash  Newly (demo)", email: "Ash.Newly@Example.org ", jobTitle: "Adviser" };

  it("is added once, without a role, and a wrong word is told at its field", async () => {
    const input = { ...NEW, department: departments["adults-and-communities"], idempotencyKey: "ash" };
    const added = await byAdmin("addPerson", input);
    expect(added.person).toMatchObject({
      email: "ash.newly@example.org",
      user: { name: "Ash Newly (demo)" },
      department: { slug: "adults-and-communities" },
      roles: [],
      isYou: false,
    });
    expect(await byAdmin("addPerson", input)).toEqual(added);
    const again = await byAdmin("addPerson", NEW);
    expect(again.problems).toEqual([{ path: "email", message: "This is the address of Ash Newly (demo)" }]);
    const wrong = await byAdmin("addPerson", { name: "", email: "ash", jobTitle: "" });
    expect(wrong.problems.map(({ path }: Loose) => path)).toEqual(["name", "email", "jobTitle"]);
    const nowhere = globalId("Department", "5f0c7a52-1111-4222-8333-444455556666");
    const lost = await byAdmin("addPerson", { ...NEW, email: "x@example.org", department: nowhere });
    expect(lost.problems).toEqual([{ path: "department", message: "Choose a department from the list" }]);
  });

  it("is changed, and the record says from what to what", async () => {
    const { user } = await personOf("ash.newly");
    const input = {
      person: user.id,
      name: "Ash Newly (demo)",
      jobTitle: "Senior adviser",
      basedOnVersion: 1,
    };
    const changed = await byAdmin("changePerson", input);
    expect(changed.person).toMatchObject({ department: null, user: { jobTitle: "Senior adviser" } });
    await byAdmin("changePerson", input);
    expect((await auditOf(user.id)).map(({ action }) => action)).toEqual(["person.added", "person.changed"]);
    expect((await auditOf(user.id))[1]?.detail).toMatchObject({
      before: { jobTitle: "Adviser" },
      after: { jobTitle: "Senior adviser", departmentId: null },
    });
  });

  it("and not over what somebody else changed meanwhile: both are told, and the next one is based on what stands", async () => {
    const { user } = await personOf("ash.newly");
    const mine = { person: user.id, name: "Ash Newly (demo)", jobTitle: "Principal", basedOnVersion: 1 };
    const there = { department: departments["adults-and-communities"] };
    expect(await byAdmin("changePerson", { ...mine, ...there })).toEqual({
      __typename: "Conflict",
      message: "Somebody changed these details while you were writing",
      conflicts: [
        {
          path: "jobTitle",
          currentVersion: 2,
          basedOnVersion: 1,
          theirs: "Senior adviser",
          yours: "Principal",
        },
        {
          path: "department",
          currentVersion: 2,
          basedOnVersion: 1,
          theirs: null,
          yours: "Adults and Communities",
        },
      ],
    });
    expect((await personOf("ash.newly")).version).toBe(2);
    // What stands already needs no version, and changes none.
    const same = { ...mine, jobTitle: "Senior adviser" };
    expect((await byAdmin("changePerson", same)).person.version).toBe(2);
  });
});

describe("a role", () => {
  it("is given, not twice, ends, and stays on record", async () => {
    const { user } = await personOf("ash.newly");
    const input = {
      person: user.id,
      role: "DEG_MEMBER",
      department: departments["environment-and-transport"],
    };
    const given = await byAdmin("grantRole", input);
    expect(given.person.roles).toMatchObject([
      {
        role: "DEG_MEMBER",
        department: { id: input.department },
        grantedBy: { name: "Kim Keyholder (demo)" },
      },
    ]);
    expect((await byAdmin("grantRole", input)).problems[0].path).toBe("role");
    const ended = await byAdmin("endRole", { role: given.person.roles[0].id });
    expect(ended.person).toMatchObject({
      roles: [],
      endedRoles: [{ role: "DEG_MEMBER", endedBy: { name: "Kim Keyholder (demo)" } }],
    });
    expect(await byAdmin("endRole", { role: given.person.roles[0].id })).toEqual(ended);
    expect((await byAdmin("grantRole", input)).person.roles.length).toBe(1);
    expect((await auditOf(user.id)).map(({ action }) => action).slice(2)).toEqual([
      "role.granted",
      "role.ended",
      "role.granted",
    ]);
  });

  it("of an administrator is held everywhere, and nobody ends their own or closes their own account", async () => {
    const { user } = await personOf("ash.newly");
    const inOne = { person: user.id, role: "ADMIN", department: departments["adults-and-communities"] };
    expect((await byAdmin("grantRole", inOne)).problems[0].path).toBe("department");
    const me = await personOf("admin@example.org");
    expect(me.isYou).toBe(true);
    const own = await byAdmin("endRole", { role: me.roles[0].id });
    const closed = await byAdmin("disablePerson", { person: me.user.id });
    expect([own.message, closed.message]).toEqual([
      "You can't end your own administrator role. Ask another administrator",
      "You can't close your own account. Ask another administrator",
    ]);
  });
});

it("finds people by words, role, department and whether their account is open", async () => {
  const department = departments["environment-and-transport"];
  expect(await listed({ text: "%" })).toEqual([]);
  expect(await listed({ text: "KEYHOLDER" })).toEqual(["admin"]);
  expect(await listed({ role: "ANALYST", department })).toEqual(["analyst"]);
  expect(await listed({ role: "DEG_MEMBER" })).toEqual(["ash.newly", "deg.member"]);
  expect(await listed({ department })).toEqual(["ash.newly", "other.department"]);
  expect(await listed({ disabled: true })).toEqual([]);
  expect((await ask(admin, LIST, { filter: { disabled: false }, first: 2 })).data.people).toMatchObject({
    totalCount: 10,
    edges: [{}, {}],
  });
});

describe("a token", () => {
  it("is let in to nothing of it, whatever its scopes", async () => {
    const made = await createToken(test.database.db, { email: "admin@example.org", scopes: SCOPES, days: 1 });
    if (!made.ok) throw new Error(made.failure.message);
    const [browser, proof] = [test.openBrowser(), { authorization: `Bearer ${made.value.token}` }];
    expect(await whoAmI(browser, proof)).toEqual({ email: "admin@example.org", canManagePeople: false });
    const { errors } = await ask(browser, LIST, {}, proof);
    expect(errors[0].extensions.code).toBe("FORBIDDEN");
    const { user } = await personOf("ash.newly");
    const one = `query ($user: ID!) { person(user: $user) { email } }`;
    expect((await ask(browser, one, { user: user.id }, proof)).errors[0].extensions.code).toBe("FORBIDDEN");
    const refused = await writing(browser, proof)("disablePerson", { person: user.id });
    expect([refused.__typename, refused.remedy]).toEqual(["NotAllowed", "USE_A_BROWSER"]);
  });
});

describe("a closed account", () => {
  it("has no session and no token from then on, nor when it is opened again", async () => {
    const chair = "deg.chair@example.org";
    const browser = test.openBrowser();
    await signIn(browser, chair);
    const made = await createToken(test.database.db, { email: chair, scopes: SCOPES, days: 1 });
    if (!made.ok) throw new Error(made.failure.message);
    const proof = { authorization: `Bearer ${made.value.token}` };
    const program = test.openBrowser();
    expect([await whoAmI(browser), await whoAmI(program, proof)]).toMatchObject([{}, {}]);
    const { user } = await personOf(chair);
    const closed = await byAdmin("disablePerson", { person: user.id });
    expect(closed.person).toMatchObject({ disabledAt: expect.any(String), roles: [{ role: "DEG_CHAIR" }] });
    expect([await whoAmI(browser), await whoAmI(program, proof)]).toEqual([null, null]);
    expect((await signIn(test.openBrowser(), chair)).status).toBe(403);
    const grant = { person: user.id, role: "OFFICER" };
    expect((await byAdmin("grantRole", grant)).__typename).toBe("NotAllowed");
    expect(await byAdmin("disablePerson", { person: user.id })).toEqual(closed);
    const opened = await byAdmin("enablePerson", { person: user.id });
    expect(opened.person).toMatchObject({ disabledAt: null, roles: [{ role: "DEG_CHAIR" }] });
    expect([await whoAmI(browser), await whoAmI(program, proof)]).toEqual([null, null]);
    await signIn(browser, chair);
    expect(await whoAmI(browser)).toMatchObject({ email: chair });
    const events = (await auditOf(user.id)).filter(({ action }) => action.startsWith("person."));
    expect(events).toMatchObject([
      { action: "person.disabled", detail: { sessionsEnded: 1, tokensRevoked: [made.value.id] } },
      { action: "person.enabled" },
    ]);
  });
});

it("lets the operator make somebody an administrator, once, who is known here or new", async () => {
  const details = { name: "Ash Other", jobTitle: "Other", email: "ASH.newly@example.org" };
  const known = await personOf("ash.newly");
  await byAdmin("disablePerson", { person: known.user.id });
  const { db } = test.database;
  const [first, again] = [await addAdministrator(db, details), await addAdministrator(db, details)];
  expect([first.ok, again]).toEqual([true, first]);
  const now = await personOf("ash.newly");
  expect(now).toMatchObject({ disabledAt: null, user: known.user });
  expect(now.roles.map(({ role, grantedBy }: Loose) => [role, grantedBy])).toContainEqual(["ADMIN", null]);
  expect((await addAdministrator(db, { ...details, email: "first@example.org" })).ok).toBe(true);
  expect((await listed({ role: "ADMIN" })).sort()).toEqual(["admin", "ash.newly", "first"]);
  expect((await addAdministrator(db, { ...details, email: "none" })).ok).toBe(false);
});

it("keeps one administrator when two end each other at once", async () => {
  const [me, other] = [await personOf("admin@example.org"), await personOf(SECOND)];
  for (const { user } of [await personOf("ash.newly"), await personOf("first@")])
    await byAdmin("disablePerson", { person: user.id });
  await byAdmin("grantRole", { person: other.user.id, role: "ADMIN" });
  expect(await whoAmI(second)).toMatchObject({ canManagePeople: true });
  const answers = await Promise.all([
    byAdmin("disablePerson", { person: other.user.id }),
    writing(second)("endRole", { role: me.roles[0].id }),
  ]);
  const done = answers.map(({ __typename }) => __typename).sort();
  expect(done).toEqual(["NotAllowed", "PersonSaved"]);
  const left = await test.database
    .sql`select distinct u.id from users u join role_grants g on g.user_id = u.id
    where g.role = 'ADMIN' and g.revoked_at is null and u.disabled_at is null`;
  expect(left.length).toBe(1);
});
