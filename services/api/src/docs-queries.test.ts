import { readdirSync, readFileSync } from "node:fs";
import { OWN_COLUMNS, OWN_FIELDS } from "@due-regard/domain/metrics/import/own-format";
import { parse, validate } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { schema } from "./schema.ts";
import { shapeRules } from "./server/graphql-limits.ts";
import { findFigure, finishScreening, HOME_CARE } from "./testing/home-care.ts";
import { insertPublished } from "./testing/publish.ts";
import { createTestApi, type TestApi } from "./testing/test-api.ts";

/** The documents' worked queries: docs/queries/*.graphql, the first tabs of the explorer, README.md and docs/api.md. */

const DOCS = new URL("../../../docs/", import.meta.url);
const FILES = readdirSync(new URL("queries/", DOCS)).sort();
const LEAD = "lead.officer@example.org";
const CHAIR = "deg.chair@example.org";
const ANALYST = "analyst@example.org";

const read = (path: string): string => readFileSync(new URL(path, DOCS), "utf8");
const queryOf = (file: string): string => read(`queries/${file}`);

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
}, 60_000);

afterAll(async () => {
  await api.close();
});

/** The answer to one of the files, as a demo person. */
const run = async (file: string, email: string | null, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await api.as(email)(queryOf(file), variables);
  expect(errors).toEqual([]);
  return data;
};

// biome-ignore lint/suspicious/noExplicitAny: rows as the query asks for them
const rowsOf = (dashboard: any): any[] => dashboard.groups.flatMap((group: any) => group.rows);

describe("worked queries", () => {
  it.each(FILES)("%s stands in the schema and within the limits on a query's shape", (file) => {
    const document = parse(queryOf(file));
    expect([...validate(schema, document), ...validate(schema, document, shapeRules())]).toEqual([]);
  });

  it("who am I", async () => {
    const { viewer } = await run("who-am-i.graphql", LEAD);
    expect(viewer).toMatchObject({ canStartAssessment: true, canWriteMetrics: false });
  });

  it("cumulative impact, of which nothing is counted before it is signed", async () => {
    const { cumulativeImpact } = await run("cumulative-impact.graphql", LEAD);
    expect(cumulativeImpact).toMatchObject({ assessmentCount: 0, notCounted: 1, harmsWithoutAction: [] });
    expect(cumulativeImpact.cells.length).toBe(11 * 8);
  });

  it("assessments by characteristic, for whoever may see them", async () => {
    const { assessments } = await run("assessments-by-characteristic.graphql", LEAD);
    expect(assessments.edges.map(({ node }: { node: { reference: string } }) => node.reference)).toEqual([
      HOME_CARE,
    ]);
    expect((await run("assessments-by-characteristic.graphql", ANALYST)).assessments.totalCount).toBe(0);
  });
});

it("what a revision says otherwise, and what was said about it", async () => {
  const { assessment } = await run("changes.graphql", LEAD);
  expect(assessment).toMatchObject({
    revision: 1,
    changes: null,
    comments: { totalCount: 0 },
    recommendations: [],
  });
});

it("what is published, for anybody", async () => {
  const reference = "EHRIA-2026-0007";
  const says = "Older people keep their visits.";
  const characteristics = ["AGE" as const];
  await insertPublished(api.database.db, api.seals, { reference, title: "Home care", says, characteristics });
  const { publishedAssessments, publishedAssessment } = await run("published.graphql", null);
  expect(publishedAssessments.totalCount).toBe(1);
  expect(publishedAssessments.edges[0].node).toMatchObject({ reference, publishedOn: "2026-03-10" });
  expect(publishedAssessment.html).toContain(says);
  expect(publishedAssessment.formats.map(({ format }: { format: string }) => format)).toEqual([
    "HTML",
    "PDF",
    "DOCX",
    "JSON",
  ]);
});

it("searches in one text", async () => {
  const { measures, plans, figures } = await run("search.graphql", LEAD);
  expect(measures.edges[0].node.code).toBe("1D");
  expect(plans.totalCount).toBeGreaterThan(10);
  expect(figures.edges[0].node).toMatchObject({
    display: "7.2",
    organisation: { name: "Leicester City Council" },
  });
});

describe("importing, as docs/api.md tells it", () => {
  it("lists each column of our own format in the words of the domain", () => {
    const rows = OWN_FIELDS.map((field) => {
      const { header, required, means, limit } = OWN_COLUMNS[field];
      return `| \`${header}\`${required ? ", required" : ""} | ${means} | ${limit} |`;
    });
    expect(read("api.md")).toContain(rows.join("\n"));
  });

  it("checks a file, and records it", async () => {
    const text = "metric,organisation,period,value\n1B,E10000018,2005-06,70.0\n9Z,E10000018,2005-06,1\n";
    const { importMetrics } = await run("import-metrics.graphql", ANALYST, { input: { text, dryRun: true } });
    expect(importMetrics).toMatchObject({
      finished: true,
      import: { state: "CHECKED", counts: { new: 1, faulty: 1 }, problems: { totalCount: 1 } },
    });
    const { id } = importMetrics.import;
    const recorded = await run("import-metrics.graphql", ANALYST, {
      input: { import: id, dryRun: false, skipFaulty: true },
    });
    expect(recorded.importMetrics).toMatchObject({ finished: true, import: { id, state: "COMMITTED" } });
  });
});

describe("from an answer to two signatures, as docs/api.md tells it", () => {
  const save = { question: "other-groups-explored", choice: "YES", basedOnVersion: 0 };
  const input = { reference: HOME_CARE, answers: [save] };

  it("how others answered, of which there is nobody yet, and that nothing was copied", async () => {
    const { assessment } = await run("earlier-answers.graphql", LEAD);
    expect(assessment.earlierAnswers).toEqual([]);
    expect(assessment.answers.every(({ origins }: { origins: [] }) => origins.length === 0)).toBe(true);
  });

  it("what is answered, with its versions", async () => {
    const { assessment } = await run("answers.graphql", LEAD);
    const planned = assessment.answers.find(
      ({ question }: { question: string }) => question === "consultation-planned",
    );
    expect(planned).toMatchObject({ version: 1, counts: true });
  });

  it("what waits for somebody: the lead officer's draft, and nothing to review", async () => {
    const { viewer, drafts } = await run("home.graphql", LEAD, { dueBy: "2020-02-01" });
    expect(viewer.canStartAssessment).toBe(true);
    expect(drafts.edges.map(({ node }: { node: { reference: string } }) => node.reference)).toEqual([
      HOME_CARE,
    ]);
  });

  it("the whole of a draft, with what is asked as things stand", async () => {
    const { assessment } = await run("draft.graphql", LEAD, { reference: HOME_CARE });
    expect(assessment.form.map(({ key }: { key: string }) => key)).toContain("screening");
    expect(assessment.rightImpacts.length).toBe(15 + 15);
  });

  it("an answer is saved against its version, and a stale one is a conflict", async () => {
    const { saveAnswers } = await run("save-answers.graphql", LEAD, { input });
    expect(saveAnswers.answers).toEqual([
      { question: "other-groups-explored", part: null, choice: "YES", text: null, version: 1 },
    ]);
    const stale = { ...input, answers: [{ ...save, choice: "NO" }] };
    expect((await run("save-answers.graphql", LEAD, { input: stale })).saveAnswers).toMatchObject({
      __typename: "Conflict",
      conflicts: [
        { path: "other-groups-explored", currentVersion: 1, basedOnVersion: 0, theirs: "YES", yours: "NO" },
      ],
    });
  });

  it("a figure is cited, pinned as it stands", async () => {
    const figure = await findFigure(api.as(LEAD), "1C pt 2a", "2019-04/2019-11");
    const citing = { reference: HOME_CARE, place: "potential-impact.AGE", observation: figure.id };
    const { linkEvidence } = await run("cite-evidence.graphql", LEAD, { input: citing });
    expect(linkEvidence.evidence).toMatchObject({ pinned: { display: "46.7%" }, changedSincePinned: false });
  });

  it("the lead signs what is shown, then the chair", async () => {
    await finishScreening(api.as(LEAD));
    for (const [email, action, status] of [
      [LEAD, "SUBMIT", "IN_REVIEW"],
      [CHAIR, "SIGN_OFF", "SIGNED_OFF"],
    ] as const) {
      const { assessment } = await run("assessment.graphql", email);
      const { contentHash: displayedHash, signingStatement: statement } = assessment;
      const signing = { reference: HOME_CARE, action, displayedHash, statement };
      const { transitionAssessment } = await run("sign.graphql", email, { input: signing });
      expect(transitionAssessment).toMatchObject({ __typename: "AssessmentSaved", assessment: { status } });
      expect(transitionAssessment.assessment.signatures.at(-1)).toMatchObject({
        contentHash: displayedHash,
        valid: true,
      });
    }
  });

  it("every file was run, and stands in docs/api.md", () => {
    const tests = ["docs-queries.test.ts", "docs-performance.test.ts"].map((name) =>
      readFileSync(new URL(name, import.meta.url), "utf8"),
    );
    expect(FILES.filter((file) => !tests.some((test) => test.includes(`await run("${file}"`)))).toEqual([]);
    expect(FILES.filter((file) => !read("api.md").includes(`(queries/${file})`))).toEqual([]);
  });
});

describe("queries that stand in the documents themselves", () => {
  const blocks = ["../README.md", "api.md"].flatMap((path) =>
    [...read(path).matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, query = ""], index) => ({
      path,
      index,
      query,
    })),
  );

  it.each(blocks)("$path, number $index, answers as it stands", async ({ query }) => {
    const { data, errors } = await api.as(LEAD)(query);
    expect(errors).toEqual([]);
    expect(Object.values(data)).not.toContain(null);
  });

  it("the README's first query shows a dashboard with its ratings", async () => {
    const first = blocks.find(({ path }) => path === "../README.md")?.query ?? "";
    const { data } = await api.as(ANALYST)(first);
    expect(rowsOf(data.dashboard)[0]).toEqual({
      title: "% of sequels that 'Prevent Need'",
      target: { display: "56-61%" },
      current: { display: "60.3%" },
      rating: { effective: "GREEN", reason: "As printed in the committee paper" },
    });
  });
});
