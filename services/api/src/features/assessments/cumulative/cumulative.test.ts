import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DOWNLOADS } from "../../../downloads/downloads.ts";
import { findFigure } from "../../../testing/home-care.ts";
import { plantAssessment } from "../../../testing/signed-assessments.ts";
import { createTestApi, type TestApi } from "../../../testing/test-api.ts";
import { readDownload } from "../../performance/exporting/testing/read-download.ts";

const SCRUTINY = "scrutiny@example.org";
const LEAD = "lead.officer@example.org";
/** Two statements find out who is asking: the test's own stand-in for signing in. */
const SIGNING_IN = 2;

let api: TestApi;
let references: Record<"one" | "two" | "old" | "draft" | "other", string>;
let plan: { slug: string; elementId: string };
beforeAll(async () => {
  api = await createTestApi();
  const [found] = await api.database.sql`
    select p.slug, (select e.id from strategy_elements e where e.strategy_id = p.id and e.kind = 'OUTCOME' order by e.position limit 1) as "elementId"
    from strategies p where p.slug = 'strategic-plan-2014-18'`;
  plan = found as unknown as typeof plan;
  const figure = await findFigure(api.as(LEAD), "LOCAL-delay", "2019-04/2019-11");
  const figureId = Buffer.from(figure.id, "base64").toString().split(":")[1] ?? "";
  references = {
    one: await plantAssessment(api, {
      title: "Closing a day centre",
      status: "SIGNED_OFF",
      report: "YES",
      impacts: [
        ["SCREENING", "DISABILITY", true, "POSITIVE"],
        ["REPORT", "DISABILITY", true, "NEGATIVE"],
        ["SCREENING", "AGE", true, "MIXED"],
        ["SCREENING", "SEX", false, null],
      ],
      actions: [{ action: "Ask disabled people who used the centre", due: "2026-09-30" }],
      completedOn: "2026-02-10",
      citesElement: plan.elementId,
    }),
    two: await plantAssessment(api, {
      title: "Charging for transport",
      status: "REVIEW_DUE",
      // The screening ends it, so what a report once said doesn't count.
      report: "NO",
      impacts: [
        ["SCREENING", "DISABILITY", true, "NEGATIVE"],
        ["REPORT", "AGE", true, "NEGATIVE"],
        ["SCREENING", "RACE", true, null],
      ],
      signedAt: "2026-04-02T10:00:00Z",
      citesFigure: figureId,
    }),
    old: await plantAssessment(api, {
      title: "An earlier charge",
      status: "SUPERSEDED",
      impacts: [["SCREENING", "DISABILITY", true, "NEGATIVE"]],
    }),
    draft: await plantAssessment(api, {
      title: "Not finished",
      status: "DRAFT",
      impacts: [["SCREENING", "SEX", true, "NEGATIVE"]],
    }),
    other: await plantAssessment(api, {
      title: "Another department’s",
      status: "SIGNED_OFF",
      lead: "other.department",
      impacts: [["SCREENING", "SEX", true, "POSITIVE"]],
    }),
  };
});
afterAll(() => api.close());

const QUERY = `query ($filter: AssessmentFilter) {
  cumulativeImpact(filter: $filter) {
    assessmentCount notCounted headline assessments { reference }
    cells { characteristic column direction count assessments { reference } entries { stage reason assessment { title } } }
    harmsWithoutAction { label direction stage kind openActions assessment { reference } }
  }
}`;

const ask = async (filter: object | null, email = SCRUTINY) => {
  const { data, errors } = await api.as(email)(QUERY, { filter });
  expect(errors).toEqual([]);
  return data.cumulativeImpact;
};
const counted = async (filter: object | null, email = SCRUTINY): Promise<string[]> =>
  (await ask(filter, email)).assessments.map(({ reference }: { reference: string }) => reference);

interface Cell {
  characteristic: string;
  column: string;
  count: number;
  direction: string | null;
  entries: { stage: string | null; reason: string | null; assessment: { title: string } }[];
}
const cellOf = (cells: Cell[], characteristic: string, column: string): Cell | undefined =>
  cells.find((cell) => cell.characteristic === characteristic && cell.column === column);

describe("cumulative impact", () => {
  it("counts each signed assessment in force once in each row, by the stage that counts", async () => {
    const { assessmentCount, cells, headline } = await ask({ references: [references.one, references.two] });
    expect(assessmentCount).toBe(2);
    expect(cells.length).toBe(11 * 8);
    const rows = Map.groupBy(cells as Cell[], ({ characteristic }) => characteristic);
    for (const row of rows.values()) expect(row.reduce((sum, { count }) => sum + count, 0)).toBe(2);
    expect(cellOf(cells, "DISABILITY", "NEGATIVE")).toMatchObject({
      count: 2,
      direction: "NEGATIVE",
      entries: [
        { stage: "REPORT", reason: "REPORT_OVER_SCREENING", assessment: { title: "Closing a day centre" } },
        { stage: "SCREENING", reason: "SCREENING_ALONE", assessment: { title: "Charging for transport" } },
      ],
    });
    expect(cellOf(cells, "AGE", "MIXED")?.entries[0]?.reason).toBe("REPORT_SILENT");
    expect(cellOf(cells, "AGE", "NEGATIVE")?.count).toBe(0);
    expect(cellOf(cells, "RACE", "NO_DIRECTION")).toMatchObject({ count: 1, direction: null });
    expect(cellOf(cells, "SEX", "NOT_AFFECTED")?.count).toBe(1);
    expect(headline[0]).toBe("2 of 2 assessments say that disabled people are affected negatively.");
  });

  it("leaves out what is superseded or being written unless that is asked for, and says how many", async () => {
    const all = Object.values(references);
    expect(await ask({ references: all }, LEAD)).toMatchObject({ assessmentCount: 2, notCounted: 2 });
    expect(await counted({ references: all, status: ["DRAFT"] }, LEAD)).toEqual([references.draft]);
    // The draft is its lead's alone: to others it isn't there, and not counted among what is left out.
    expect(await ask({ references: all, status: ["DRAFT"] })).toMatchObject({
      assessmentCount: 0,
      notCounted: 4,
    });
  });

  it.each([
    [
      "a plan, by its elements and by figures of its metrics",
      () => ({ strategy: plan.slug }),
      ["one", "two"],
    ],
    ["a plan that nothing cites", () => ({ strategy: "no-such-plan" }), []],
    ["the year of completion", () => ({ year: "2025-26" }), ["one", "other"]],
    [
      "the year of the chair's signature, where no day of completion stands",
      () => ({ year: "2026-27" }),
      ["two"],
    ],
    ["references", () => ({ references: [` ${references.two} `, "EHRIA-1999-0001"] }), ["two"]],
  ] as const)("is over %s", async (_what, filter, names) => {
    expect(await counted(filter())).toEqual(names.map((name) => references[name]));
  });

  it("is empty where nothing fits, with every cell", async () => {
    const { assessmentCount, cells, headline } = await ask({ strategy: "no-such-plan" });
    expect([assessmentCount, cells.length, headline]).toEqual([0, 88, ["No assessment is counted."]]);
  });

  it("tells of harms that nothing still to be done answers", async () => {
    const { harmsWithoutAction } = await ask(null);
    expect(harmsWithoutAction).toEqual([
      {
        label: "Age",
        direction: "MIXED",
        stage: "SCREENING",
        kind: "NO_ACTION_NAMES_IT",
        openActions: 1,
        assessment: { reference: references.one },
      },
      {
        label: "Disability",
        direction: "NEGATIVE",
        stage: "SCREENING",
        kind: "NO_OPEN_ACTION",
        openActions: 0,
        assessment: { reference: references.two },
      },
    ]);
  });

  it("tells of them, and of actions that nobody assessed, on the plan that the assessments cite", async () => {
    const gaps = async (slug: string, email: string) => {
      const { data, errors } = await api.as(email)(
        `query ($slug: String!) { strategy(slug: $slug) { gaps {
          openActionCount actionsWithoutAssessment { id } harmsWithoutAction { label assessment { reference } } } } }`,
        { slug },
      );
      expect(errors).toEqual([]);
      return data.strategy.gaps;
    };
    const { harmsWithoutAction } = await gaps(plan.slug, SCRUTINY);
    expect(harmsWithoutAction).toEqual([
      { label: "Age", assessment: { reference: references.one } },
      { label: "Disability", assessment: { reference: references.two } },
    ]);
    expect((await gaps(plan.slug, "other.department@example.org")).harmsWithoutAction).toEqual([]);
    const dementia = await gaps("living-well-with-dementia-2019-22", SCRUTINY);
    expect(dementia.openActionCount).toBeGreaterThan(0);
    expect(dementia.actionsWithoutAssessment.length).toBe(dementia.openActionCount);
    expect(dementia.harmsWithoutAction).toEqual([]);
  });

  it.each([
    [{ year: "2025" }, "“2025” is no financial year. Write it as 2025-26."],
    [
      { references: Array.from({ length: 201 }, (_, index) => `E-${index}`) },
      "These are 201 references: give at most 200.",
    ],
  ])("says in words what it can't read", async (filter, message) => {
    const { errors } = await api.as(SCRUTINY)(QUERY, { filter });
    expect(errors[0]?.message).toBe(message);
  });

  it("goes on counting the signed text of one that is being written anew, for its lead as for others", async () => {
    const reference = await plantAssessment(api, {
      title: "Written anew",
      status: "SIGNED_OFF",
      impacts: [["SCREENING", "SEX", true, "NEGATIVE"]],
    });
    const { sql } = api.database;
    const [reopened] = await sql`insert into assessment_revisions (assessment_id, number, copied_from_id)
      select a.id, 2, r.id from assessments a join assessment_revisions r on r.assessment_id = a.id
      where a.reference = ${reference} returning id`;
    await sql`insert into answers (revision_id, question, choice) values (${reopened?.id}, 'report-already-needed', 'NO')`;
    await sql`insert into characteristic_impacts (revision_id, stage, characteristic, affected, direction)
      values (${reopened?.id}, 'SCREENING', 'SEX', true, 'POSITIVE')`;
    await sql`update assessments set revision = 2, status = 'CHANGES_REQUESTED', signed_status = 'SIGNED_OFF' where reference = ${reference}`;
    for (const email of [LEAD, SCRUTINY]) {
      const { assessmentCount, notCounted, cells } = await ask({ references: [reference] }, email);
      expect([email, assessmentCount, notCounted]).toEqual([email, 1, 0]);
      expect(cellOf(cells, "SEX", "NEGATIVE")?.count).toBe(1);
    }
    const asShown = `query ($reference: String!) { cumulativeImpact(filter: { references: [$reference] }) { assessments { status revision isEarlier availableActions } } }`;
    const { data } = await api.as(LEAD)(asShown, { reference });
    // What counts is only read: what may be done is done to the text that is being written.
    expect(data.cumulativeImpact.assessments).toEqual([
      { status: "SIGNED_OFF", revision: 1, isEarlier: true, availableActions: [] },
    ]);
  });

  it("is a file to work with, in which no title is a formula", async () => {
    const bad = await plantAssessment(api, {
      title: "=cmd|' /C calc'!A0",
      status: "SIGNED_OFF",
      impacts: [],
    });
    const make = async (ending: string) => {
      const request = {
        db: api.database.db,
        viewer: await api.viewer(SCRUTINY),
        now: "2026-11-28T10:00:00Z",
      };
      const made = await DOWNLOADS.impact?.make(ending, request, { reference: [references.one, bad] });
      if (!made?.ok) throw new Error("There is no such download");
      return await readDownload(ending, made.value.bytes);
    };
    const [header, ...lines] = (await make("csv")).Figures ?? [];
    expect(header?.slice(0, 4)).toEqual(["people", "says", "reference", "title"]);
    expect(lines.length).toBe(2 * 11);
    expect(lines.filter(([, , reference]) => reference === bad).map(([, , , title]) => title)[0]).toBe(
      "'=cmd|' /C calc'!A0",
    );
    for (const ending of ["xlsx", "ods"]) {
      const { Table, Assessments, About } = await make(ending);
      expect(Table?.find(([label]) => label === "Disability")).toEqual([
        "Disability",
        "0",
        "0",
        "1",
        "0",
        "0",
        "0",
        "0",
        "1",
        "2",
      ]);
      expect(Assessments?.length).toBe(1 + 2 * 11);
      expect(About?.[1]).toEqual(["Chosen", `References: ${references.one}, ${bad}`]);
    }
    const made = await DOWNLOADS.impact?.make(
      "csv",
      { db: api.database.db, viewer: await api.viewer(SCRUTINY), now: "2026-11-28T10:00:00Z" },
      { year: ["1"], status: ["DONE"], department: ["nowhere"] },
    );
    expect(made).toMatchObject({ ok: false, failure: { problems: [{ path: "status" }, { path: "year" }] } });
  });

  it("takes three statements, however many assessments it is over", async () => {
    await ask(null);
    const count = await api.countStatements(async () => await ask(null));
    // Who may be seen, what they say, how many more there are.
    expect(count - SIGNING_IN).toBe(3);
  });
});
