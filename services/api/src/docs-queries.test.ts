import { readdirSync, readFileSync } from "node:fs";
import { parse, validate } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { schema } from "./schema.ts";
import { shapeRules } from "./server/graphql-limits.ts";
import { findFigure, finishScreening, HOME_CARE } from "./testing/home-care.ts";
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
const tried = new Set<string>();

beforeAll(async () => {
  api = await createTestApi();
}, 60_000);

afterAll(async () => {
  await api.close();
});

/** The answer to one of the files, as a demo person. */
const run = async (file: string, email: string, variables: Record<string, unknown> = {}) => {
  tried.add(file);
  const { data, errors } = await api.as(email)(queryOf(file), variables);
  expect(errors).toEqual([]);
  return data;
};

// biome-ignore lint/suspicious/noExplicitAny: rows as the query asks for them
const rowsOf = (dashboard: any): any[] => dashboard.groups.flatMap((group: any) => group.rows);
const titled = (title: string) => (row: { title: string }) => row.title === title;

describe("worked queries", () => {
  it.each(FILES)("%s stands in the schema and within the limits on a query's shape", (file) => {
    const document = parse(queryOf(file));
    expect([...validate(schema, document), ...validate(schema, document, shapeRules())]).toEqual([]);
  });

  it("a dashboard as its committee saw it", async () => {
    const { dashboard } = await run("dashboard.graphql", ANALYST);
    expect(dashboard.summary.sentence).toBe(
      "19 on target, 4 within tolerance, 0 to miss, 8 no judgement: 31 measures",
    );
    const heritage = rowsOf(dashboard).find(({ metric }) => metric.code === "LOCAL-heritage-visits");
    expect(heritage).toMatchObject({ target: { display: "146.1k" }, rating: { effective: "AMBER" } });
  });

  it("the same dashboard as at a later instant", async () => {
    const { asSeen, later } = await run("dashboard-as-at.graphql", ANALYST);
    const figures = [asSeen, later].map((each) => rowsOf(each).find(titled("Heritage visits")));
    expect(figures.map(({ current }) => current.display)).toEqual([
      "107.8k (Apr-Nov)",
      "176.5k (Apr-Nov 2019)",
    ]);
    expect(figures.map(({ revisedSince }) => revisedSince?.display ?? null)).toEqual([
      "176.5k (Apr-Nov 2019)",
      null,
    ]);
  });

  it("one measure over the years", async () => {
    const { metric } = await run("metric-over-years.graphql", ANALYST);
    const figures = metric.observations.edges.map(
      ({ node }: { node: { period: { code: string }; value: string } }) => [node.period.code, node.value],
    );
    expect(figures).toEqual([
      ["2016-17", "55.4"],
      ["2017-04/2017-11", "52.9"],
      ["2018-19", "49.9"],
      ["2019-04/2019-11", "46.7"],
      ["2019-20", "47.5"],
      ["2020-04/2020-11", "45.6"],
      ["2021-22", "40.2"],
      ["2022-04/2022-11", "37.0"],
    ]);
  });

  it("all that the page of one measure shows", async () => {
    const organisations = ["E10000018", "E06000016"];
    const whose = { code: "1D", organisation: "E10000018", organisations };
    const { metric } = await run("metric-page.graphql", ANALYST, whose);
    const [county, city] = metric.sideBySide;
    expect([county.observations.length, city.observations.length]).toEqual([3, 4]);
    expect(metric.benchmarks.map(({ value }: { value: string }) => value)).toEqual(["8.1", "7.9", "7.7"]);
  });

  it("quartiles over the years and everybody's place in one of them", async () => {
    const { metric } = await run("metric-ranks.graphql", ANALYST, {
      code: "1D",
      group: "England",
      periods: ["2012-13", "2014-15", "2016-17"],
      organisations: ["E10000018"],
      period: ["2016-17"],
    });
    expect(
      metric.series.map(({ standings }: { standings: { rank: number }[] }) => standings[0]?.rank),
    ).toEqual([2, 2, 2]);
    expect(metric.everybody[0]).toMatchObject({ of: 3, thresholds: null, groupMedian: "7.5" });
  });

  it("ratings with their reasons", async () => {
    const { dashboard } = await run("ratings-with-reasons.graphql", ANALYST);
    const sequels = rowsOf(dashboard).find(titled("% of sequels that 'Prevent Need'"));
    expect(sequels.rating).toMatchObject({
      suggested: "AMBER",
      judged: "AMBER",
      reason: "As printed in the committee paper",
    });
  });

  it("a plan with its outcomes and measures", async () => {
    const { strategy } = await run("strategy.graphql", ANALYST);
    const cared = strategy.elements.find(
      titled(
        "People are cared for at home, in their own community, whenever possible, and for as long as possible",
      ),
    );
    expect(strategy.supersededBy.title).toBe("Strategic Plan 2022-26");
    expect(cared.metrics[0].code).toBe("1C pt 1a");
  });

  it("who am I", async () => {
    const { viewer } = await run("who-am-i.graphql", LEAD);
    expect(viewer).toMatchObject({ canStartAssessment: true, canWriteMetrics: false });
  });

  it("assessments by characteristic, for whoever may see them", async () => {
    const { assessments } = await run("assessments-by-characteristic.graphql", LEAD);
    expect(assessments.edges.map(({ node }: { node: { reference: string } }) => node.reference)).toEqual([
      HOME_CARE,
    ]);
    expect((await run("assessments-by-characteristic.graphql", ANALYST)).assessments.totalCount).toBe(0);
  });
});

describe("from an answer to two signatures, as docs/api.md tells it", () => {
  const save = { question: "other-groups-explored", choice: "YES", basedOnVersion: 0 };
  const input = { reference: HOME_CARE, answers: [save] };

  it("what is answered, with its versions", async () => {
    const { assessment } = await run("answers.graphql", LEAD);
    const planned = assessment.answers.find(
      ({ question }: { question: string }) => question === "consultation-planned",
    );
    expect(planned).toMatchObject({ version: 1, counts: true });
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
    expect([...tried].sort()).toEqual(FILES);
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
