import { finishScreening, HOME_CARE, submit, TRANSITION } from "@due-regard/api/testing/home-care";
import { type Answered, createTestApi, type TestApi } from "@due-regard/api/testing/test-api";
import { enqueueJobs } from "@due-regard/database/jobs/enqueue-jobs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openMailer } from "../mail/mailer.ts";
import { runWaiting } from "../testing/run-waiting.ts";
import { openSmtpInbox, type SmtpInbox } from "../testing/smtp-inbox.ts";

/** The whole way: somebody acts over the API, the job tells whoever must know, and email goes out to a real server. */
let api: TestApi;
let inbox: SmtpInbox;
const closing: (() => void)[] = [];

const LEAD = "lead.officer@example.org";
const CHAIR = "deg.chair@example.org";
const CONTRIBUTOR = "contributor@example.org";
const MEMBER = "deg.member@example.org";
const BASE_URL = "https://due-regard.example.org";

beforeAll(async () => {
  api = await createTestApi();
  inbox = await openSmtpInbox();
});
afterAll(async () => {
  for (const close of closing) close();
  await inbox.close();
  await api.close();
});

const mailer = () => {
  const opened = openMailer({ smtpUrl: inbox.url, from: "Due Regard <dr@example.org>", requireTls: false });
  closing.push(opened.close);
  return opened;
};

const NOTICES = `query ($unread: Boolean) {
  viewer { unreadNotices noticePreferences { email emailIsSent undeliveredSince } }
  notices(unread: $unread) {
    totalCount
    edges { node { id kind urgency words address at readAt by { name } assessment { reference } } }
  }
}`;

interface Shown {
  id: string;
  kind: string;
  words: string;
  address: string;
}
const noticesOf = async (email: string, unread = false): Promise<Shown[]> => {
  const { data, errors } = await api.as(email)(NOTICES, { unread });
  expect(errors).toEqual([]);
  expect(data.notices.totalCount).toBe(data.notices.edges.length);
  return data.notices.edges.map(({ node }: { node: Shown }) => node);
};
const kindsOf = async (email: string): Promise<string[]> => (await noticesOf(email)).map(({ kind }) => kind);

const act = async (email: string, input: object) =>
  (await api.as(email)(TRANSITION, { input: { reference: HOME_CARE, ...input } })).data.transitionAssessment;

const write = async (email: string, text: string, input: object): Promise<Answered["data"]> =>
  (await api.as(email)(text, { input })).data;

const MARK = `mutation ($input: MarkNoticesReadInput!) { markNoticesRead(input: $input) {
  __typename ... on NoticesRead { unread } ... on ValidationError { problems { message } } } }`;
const PREFER = `mutation ($input: SetNoticePreferencesInput!) { setNoticePreferences(input: $input) {
  __typename ... on NoticePreferencesSet { preferences { email emailIsSent } } } }`;

const enqueue = (job: string, input: Record<string, unknown> = {}) =>
  api.database.db.transaction((tx) => enqueueJobs(tx, [{ job, input }]));

const title = async (): Promise<string> =>
  (await api.database.sql`select title from assessments where reference = ${HOME_CARE}`)[0]?.title;

describe("telling people", () => {
  it("enqueues nothing for edits, and the telling with a submission that was kept", async () => {
    await finishScreening(api.as(LEAD));
    expect(await runWaiting(api.database.db)).toEqual([]);
    expect((await submit(api.as(LEAD))).__typename).toBe("AssessmentSaved");
    expect(await runWaiting(api.database.db)).toEqual(["notices.tell"]);
  });

  it("tells the group, in the application, and nobody else", async () => {
    expect(await noticesOf(CHAIR)).toMatchObject([
      {
        kind: "SUBMITTED_FOR_REVIEW",
        urgency: "NOW",
        words: `Submitted for your review: ${await title()}`,
        address: `/assessments/${HOME_CARE}/review`,
        readAt: null,
        by: { name: "Robin Draftwell (demo)" },
        assessment: { reference: HOME_CARE },
      },
    ]);
    expect(await kindsOf(MEMBER)).toEqual(["SUBMITTED_FOR_REVIEW"]);
    for (const other of [LEAD, CONTRIBUTOR, "other.department@example.org", "admin@example.org"])
      expect(await kindsOf(other)).toEqual([]);
  });

  it("sends nothing when no server for email is configured, and says that none is", async () => {
    const [counted] = await api.database.sql`select count(*)::int as emails from emails`;
    expect(counted?.emails).toBe(0);
    const { data } = await api.as(CHAIR)(NOTICES);
    expect(data.viewer).toEqual({
      unreadNotices: 1,
      noticePreferences: { email: "EACH", emailIsSent: false, undeliveredSince: null },
    });
  });

  it("has one effect however often the job is done", async () => {
    const [event] = await api.database.sql`
      select sequence::int from audit_events where action = 'assessment.submitted'`;
    await enqueue("notices.tell", { sequence: event?.sequence });
    expect(await runWaiting(api.database.db)).toEqual(["notices.tell"]);
    expect(await kindsOf(CHAIR)).toEqual(["SUBMITTED_FOR_REVIEW"]);
  });

  it("marks as read what is named, or what came until an instant, of one's own alone", async () => {
    const [mine] = await noticesOf(CHAIR);
    const named = { ids: [mine?.id ?? "", "no-id"] };
    expect(await write(MEMBER, MARK, named)).toMatchObject({ markNoticesRead: { unread: 1 } });
    expect(await write(CHAIR, MARK, named)).toMatchObject({ markNoticesRead: { unread: 0 } });
    expect(await noticesOf(CHAIR, true)).toEqual([]);
    const until = { until: new Date().toISOString() };
    expect(await write(MEMBER, MARK, until)).toMatchObject({ markNoticesRead: { unread: 0 } });
    for (const unclear of [{}, { ...named, ...until }, { ids: Array(201).fill("x") }])
      expect((await write(CHAIR, MARK, unclear)).markNoticesRead.__typename).toBe("ValidationError");
  });
});

describe("comments and invitations", () => {
  const ADD = `mutation ($input: AddCommentInput!) { addComment(input: $input) {
    __typename ... on CommentSaved { comment { id } } ... on ValidationError { problems { message } } } }`;
  const INVITE = `mutation ($input: InviteContributorInput!) { inviteContributor(input: $input) { __typename } }`;

  it("tell those who talk along and those who write it, and the person who is asked", async () => {
    const input = { reference: HOME_CARE, place: "policy-change", text: "Secret question" };
    const asked = await write(MEMBER, ADD, input);
    expect(asked.addComment).toMatchObject({ __typename: "CommentSaved" });
    const again = { reference: HOME_CARE, replyTo: asked.addComment.comment.id, text: "Secret answer" };
    expect(await write(CHAIR, ADD, again)).toMatchObject({ addComment: { __typename: "CommentSaved" } });
    await runWaiting(api.database.db);
    expect(await kindsOf(LEAD)).toEqual(["COMMENTED", "COMMENTED"]);
    expect(await kindsOf(MEMBER)).toEqual(["COMMENTED", "SUBMITTED_FOR_REVIEW"]);
    expect(await kindsOf(CHAIR)).toEqual(["SUBMITTED_FOR_REVIEW"]);
    expect(JSON.stringify(await noticesOf(LEAD))).not.toContain("Secret");
    await api.database.sql`delete from notices where kind = 'COMMENTED'`;
  });

  it("reach a new contributor", async () => {
    const [draft] = await api.database.sql`
      select a.reference from assessments a where a.status = 'DRAFT' and a.reference <> ${HOME_CARE}`;
    const started = await write(
      LEAD,
      `mutation ($input: StartAssessmentInput!) { startAssessment(input: $input) {
        __typename ... on AssessmentSaved { assessment { reference } } } }`,
      { title: "Day centres", department: await departmentId() },
    );
    const { reference } = started.startAssessment.assessment;
    expect(draft).toBeUndefined();
    const person = Buffer.from(`User:${await userId("other.department@example.org")}`).toString("base64");
    const invited = await write(LEAD, INVITE, { reference, person });
    expect(invited).toEqual({ inviteContributor: { __typename: "AssessmentSaved" } });
    await runWaiting(api.database.db);
    expect(await noticesOf("other.department@example.org")).toMatchObject([
      { kind: "INVITED", words: "You are asked to help write: Day centres" },
    ]);
  });

  const departmentId = async () =>
    (await api.as(LEAD)("{ viewer { department { id } } }")).data.viewer.department.id;
  const userId = async (email: string) =>
    (await api.database.sql`select id from users where email = ${email}`)[0]?.id;
});

describe("email", () => {
  it("goes to each who wants it, with the title and a link and no words of anybody", async () => {
    expect(await write(CONTRIBUTOR, PREFER, { email: "NONE" })).toMatchObject({
      setNoticePreferences: { preferences: { email: "NONE" } },
    });
    const asked = await act(CHAIR, { action: "REQUEST_CHANGES", reason: "Secret words of the chair" });
    expect(asked.__typename).toBe("AssessmentSaved");
    const context = { mailer: mailer(), baseUrl: BASE_URL };
    expect(await runWaiting(api.database.db, context)).toEqual(["notices.tell", "email.send"]);
    expect(inbox.mails.map(({ to }) => to)).toEqual([[LEAD]]);
    const raw = inbox.mails[0]?.raw ?? "";
    expect(unfold(raw)).toContain(`Subject: Changes are asked for: ${await title()}`);
    expect(raw).toContain("From: Due Regard <dr@example.org>");
    expect(raw).toContain("Auto-Submitted: auto-generated");
    expect(raw).toContain(`${BASE_URL}/assessments/${HOME_CARE}`);
    expect(raw).toContain(`${BASE_URL}/notices/preferences`);
    expect(raw).not.toMatch(/Secret|<img|Sam Chairwright/);
    expect(await kindsOf(CONTRIBUTOR)).toEqual(["CHANGES_REQUESTED"]);
  });

  it("is gathered for the morning where somebody wants one a day, and sent once", async () => {
    await write(LEAD, PREFER, { email: "DAILY" });
    expect((await submit(api.as(LEAD))).__typename).toBe("AssessmentSaved");
    await act(CHAIR, { action: "REQUEST_CHANGES", reason: "Once more" });
    const context = { mailer: mailer(), baseUrl: BASE_URL };
    inbox.mails.length = 0;
    await runWaiting(api.database.db, context);
    expect(inbox.mails.map(({ to }) => to[0]).sort()).toEqual([CHAIR, MEMBER]);
    expect(await kindsOf(MEMBER)).toEqual(["POINTS_ADDRESSED", "SUBMITTED_FOR_REVIEW"]);
    inbox.mails.length = 0;
    await enqueue("notices.digest");
    await enqueue("notices.digest");
    await runWaiting(api.database.db, context);
    expect(inbox.mails.map(({ to }) => to)).toEqual([[LEAD]]);
    expect(inbox.mails[0]?.raw).toContain("Subject: Due Regard: one notice for you");
  });

  it("is tried again when the server asks to wait, and given up visibly when it refuses", async () => {
    await write(LEAD, PREFER, { email: "EACH" });
    const prepare = async () => {
      expect((await submit(api.as(LEAD))).__typename).toBe("AssessmentSaved");
      await act(CHAIR, { action: "REQUEST_CHANGES", reason: "Again" });
    };
    const context = { mailer: mailer(), baseUrl: BASE_URL };
    await write(CHAIR, PREFER, { email: "NONE" });
    await write(MEMBER, PREFER, { email: "NONE" });
    inbox.mails.length = 0;
    inbox.answer(() => 451);
    await prepare();
    await expect(runWaiting(api.database.db, context)).rejects.toThrow(/451|Not this one/);
    expect(await stateOf(LEAD)).toMatchObject({ state: "WAITING", because: null });
    inbox.answer(() => 550);
    await sendLastAgain();
    await runWaiting(api.database.db, context);
    expect(await stateOf(LEAD)).toMatchObject({
      state: "GIVEN_UP",
      because: "The receiving server refused it (550).",
    });
    const { data } = await api.as(LEAD)(NOTICES);
    expect(data.viewer.noticePreferences.undeliveredSince).not.toBeNull();
    inbox.answer(() => null);
    expect(inbox.mails).toEqual([]);
  });

  const stateOf = async (email: string) =>
    (
      await api.database.sql`
        select e.state, e.because, e.id from emails e join users u on u.id = e.recipient_id
        where u.email = ${email} order by e.created_at desc limit 1`
    )[0];
  const sendLastAgain = async () => {
    await enqueue("email.send", { emailId: (await stateOf(LEAD))?.id });
  };

  it("shows administrators what was given up, and sends it again when they say so", async () => {
    const JOBS = `{ backgroundJobs { waiting active workers emailIsSent dead { id }
      undelivered { id recipient { name } because } } }`;
    const AGAIN = `mutation ($input: BackgroundJobInput!) { sendEmailAgain(input: $input) {
      __typename ... on BackgroundJobsChanged { jobs { waiting undelivered { id } } } } }`;
    const { data } = await api.as("admin@example.org")(JOBS);
    expect(data.backgroundJobs).toMatchObject({
      workers: 0,
      emailIsSent: false,
      dead: [],
      undelivered: [
        { recipient: { name: "Robin Draftwell (demo)" }, because: "The receiving server refused it (550)." },
      ],
    });
    const [{ id }] = data.backgroundJobs.undelivered;
    expect((await api.as(LEAD)(JOBS)).errors).toMatchObject([{ code: "FORBIDDEN" }]);
    expect(await write(LEAD, AGAIN, { id })).toMatchObject({ sendEmailAgain: { __typename: "NotAllowed" } });
    const again = await write("admin@example.org", AGAIN, { id });
    expect(again).toMatchObject({ sendEmailAgain: { jobs: { waiting: 1, undelivered: [] } } });
    expect((await write("admin@example.org", AGAIN, { id })).sendEmailAgain.__typename).toBe("NotFound");
    await runWaiting(api.database.db, { mailer: mailer(), baseUrl: BASE_URL });
    expect(inbox.mails.map(({ to }) => to)).toEqual([[LEAD]]);
    expect((await api.as(LEAD)(NOTICES)).data.viewer.noticePreferences.undeliveredSince).toBeNull();
  });

  it("is not sent to who may no longer read what it is about, whose notices then show nothing of it either", async () => {
    inbox.mails.length = 0;
    await write(MEMBER, PREFER, { email: "EACH" });
    expect((await submit(api.as(LEAD))).__typename).toBe("AssessmentSaved");
    const context = { mailer: mailer(), baseUrl: BASE_URL };
    const before = await noticesOf(MEMBER);
    // Told, with the message still to be sent, when the seat in the group ends.
    expect(await runWaiting(api.database.db, context, { rounds: 1 })).toEqual(["notices.tell"]);
    expect((await noticesOf(MEMBER)).length).toBe(before.length + 1);
    await api.database.sql`
      update role_grants set revoked_at = now() where role = 'DEG_MEMBER' and revoked_at is null`;
    await runWaiting(api.database.db, context);
    expect(await stateOf(MEMBER)).toMatchObject({ state: "DROPPED" });
    expect(inbox.mails).toEqual([]);
    expect(await noticesOf(MEMBER)).toEqual([]);
    const { data } = await api.as(MEMBER)(NOTICES);
    expect(data.viewer.unreadNotices).toBe(0);
  });
});

/** Long headers go over several lines. */
const unfold = (raw: string): string => raw.replace(/\r\n[ \t]+/g, " ");
