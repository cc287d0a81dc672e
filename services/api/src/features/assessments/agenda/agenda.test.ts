import { readWhatWaits } from "@due-regard/database/read-models/what-waits";
import { SCOPES } from "@due-regard/domain/access/roles";
import { findFaults } from "@due-regard/pdf/testing/find-faults";
import { readPdf } from "@due-regard/pdf/testing/read-pdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DOWNLOADS } from "../../../downloads/downloads.ts";
import { finishScreening, HOME_CARE, submit, TRANSITION } from "../../../testing/home-care.ts";
import {
  ADD_COMMENT,
  type AnyAnswer,
  RECOMMEND,
  readReview,
  sender,
} from "../../../testing/review-operations.ts";
import { createTestApi, type TestApi } from "../../../testing/test-api.ts";
import { everyTextOfPdf } from "../../performance/exporting/testing/read-download.ts";

let api: TestApi;
const lead = () => api.as("lead.officer@example.org");
const member = () => api.as("deg.member@example.org");

/** In review for thirty days by its seal, with a recommendation and a comment. */
beforeAll(async () => {
  api = await createTestApi();
  const send = sender(api);
  await finishScreening(lead());
  await submit(lead());
  await send("deg.member", ADD_COMMENT, { place: "target-groups", text: "Carers are missing." });
  const { contentHash: displayedHash } = await readReview(member());
  for (const recommendation of ["SIGN_OFF", "ASK_FOR_CHANGES"])
    await send("deg.member", RECOMMEND, { recommendation, reason: "=Carers are missing", displayedHash });
});
afterAll(() => api.close());

const AGENDA = `query ($department: ID) { reviewAgenda(department: $department) { totalCount edges { node {
  submittedAt daysWaiting decideBy overdue openPoints openComments
  recommendations { recommendation by { name } earlier { recommendation } } assessment { reference department { id name } } } } } }`;

describe("the agenda of a group", () => {
  it("says what waits, since when, what is recommended and what is open", async () => {
    const { data, errors } = await member()(AGENDA);
    expect(errors).toEqual([]);
    const [edge] = data.reviewAgenda.edges;
    expect(edge.node).toMatchObject({
      daysWaiting: 0,
      overdue: false,
      openPoints: 0,
      openComments: 1,
      recommendations: [
        {
          recommendation: "ASK_FOR_CHANGES",
          by: { name: "Morgan Readthrough (demo)" },
          earlier: [{ recommendation: "SIGN_OFF" }],
        },
      ],
      assessment: { reference: HOME_CARE },
    });
    const submitted = Date.parse(edge.node.submittedAt);
    expect(Date.parse(edge.node.decideBy) - submitted).toBeGreaterThan(26 * 86_400_000);
    expect(Date.parse(edge.node.decideBy) - submitted).toBeLessThan(29 * 86_400_000);
  });

  it("costs as many statements for many as for one", async () => {
    const statements = await api.countStatements(() => member()(AGENDA));
    // Who asks (2), the rows, their count, what waits, users and departments in batches.
    expect(statements).toBeLessThanOrEqual(2 + 5);
  });

  it("can be asked for one department", async () => {
    const { data } = await member()("{ departments { id name } }");
    const totals = await Promise.all(
      data.departments.map(async ({ id, name }: AnyAnswer) => [
        name,
        (await member()(AGENDA, { department: id })).data.reviewAgenda.totalCount,
      ]),
    );
    expect(Object.fromEntries(totals)).toEqual({
      "Adults and Communities": 1,
      "Environment and Transport": 0,
    });
  });

  it.each(["lead.officer", "head.of.service", "scrutiny", "admin"])("is not for %s", async (person) => {
    const { data, errors } = await api.as(`${person}@example.org`)(AGENDA);
    expect([data, errors.map(({ code }) => code)]).toEqual([null, ["FORBIDDEN"]]);
  });
});

describe("the agenda as a file", () => {
  const download = async (ending: string, question: Record<string, string[]> = {}) => {
    const viewer = await api.viewer("deg.chair@example.org", SCOPES);
    // Thirty days on: the day by which the group was asked to decide has passed.
    const now = new Date(Date.now() + 30 * 86_400_000).toISOString();
    const made = await DOWNLOADS.agenda?.make(ending, { db: api.database.db, viewer, now }, question);
    if (made === undefined) throw new Error("There is no such download");
    return made;
  };

  it("is a line for each assessment as CSV", async () => {
    const made = await download("csv");
    if (!made.ok) throw new Error(made.failure.message);
    const [header = "", line = "", ...rest] = new TextDecoder().decode(made.value.bytes).trim().split("\r\n");
    expect(rest).toEqual([]);
    const cells = line.split(",");
    const columns = header.replace("\uFEFF", "").split(",");
    const row = Object.fromEntries(columns.map((name, index) => [name, cells[index]]));
    expect(row).toMatchObject({
      department: "Adults and Communities",
      reference: HOME_CARE,
      revision: "1",
      "days waiting": "30",
      overdue: "Yes",
      "recommend to sign off": "0",
      "recommend changes": "1",
      "open comments": "1",
    });
  });

  it("is a tagged PDF in which no program finds a fault, with the reasons", async () => {
    const made = await download("pdf", { department: ["adults-and-communities"] });
    if (!made.ok) throw new Error(made.failure.message);
    const pdf = await readPdf(made.value.bytes);
    expect(findFaults(pdf)).toEqual([]);
    expect(made.value.fileName).toMatch(/^agenda-\d{4}-\d\d-\d\d\.pdf$/);
    const text = await everyTextOfPdf(made.value.bytes);
    for (const words of ["Carers are missing", "Overdue", HOME_CARE]) expect(text).toContain(words);
  });

  it.each([
    [{ department: ["nowhere"] }, "VALIDATION"],
    [{ colour: ["red"] }, "VALIDATION"],
  ])("is refused for %o", async (question, kind) => {
    expect(await download("csv", question)).toMatchObject({ ok: false, failure: { kind } });
  });
});

it("tells jobs what waits for whom, since when", async () => {
  const { db } = api.database;
  const [waiting, ...others] = await readWhatWaits(db);
  expect(others).toEqual([]);
  expect(waiting).toMatchObject({ reference: HOME_CARE, status: "IN_REVIEW", revision: 1, openComments: 1 });
  const points = [{ place: "target-groups", text: "Say who else was asked" }];
  await sender(api)("deg.chair", TRANSITION, { action: "REQUEST_CHANGES", reason: "See the point", points });
  const [back] = await readWhatWaits(db, [waiting?.assessmentId ?? ""]);
  expect(back).toMatchObject({ status: "CHANGES_REQUESTED", revision: 2, recommendations: [] });
  expect(back?.openPoints.map(({ text }) => text)).toEqual(["Say who else was asked"]);
  expect(Date.parse(back?.since ?? "")).toBeGreaterThan(Date.parse(waiting?.since ?? ""));
  expect(await readWhatWaits(db, [])).toEqual([]);
});
