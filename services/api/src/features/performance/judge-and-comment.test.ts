import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMMENT, COUNTY, DASHBOARD, JUDGE, LEICESTER } from "../../testing/performance-operations.ts";
import { type Ask, createTestApi, type TestApi } from "../../testing/test-api.ts";

let api: TestApi;
let head: Ask;
beforeAll(async () => {
  api = await createTestApi();
  head = api.as("head.of.service@example.org");
});
afterAll(() => api.close());

const RAG_EDITION = "2019-04/2019-11";
const BENCHMARK_EDITION = "2022-04/2022-11";

// biome-ignore lint/suspicious/noExplicitAny: the row as asked for
const rowOf = async (code: string, period = RAG_EDITION, asAt: string | null = null): Promise<any> => {
  const { data } = await head(DASHBOARD, { organisation: COUNTY, period, asAt });
  const rows = data.dashboard.groups.flatMap((group: { rows: unknown[] }) => group.rows);
  return rows.find((row: { metric: { code: string } }) => row.metric.code === code);
};

// biome-ignore lint/suspicious/noExplicitAny: the union as asked for
const judge = async (changes: object, ask = head): Promise<any> => {
  const input = {
    metric: "LOCAL-heritage-visits",
    organisation: COUNTY,
    period: RAG_EDITION,
    scheme: "RAG",
    judged: "GREEN",
    reason: "Website visits are now counted too.",
    ...changes,
  };
  const { data, errors } = await ask(JUDGE, { input });
  expect(errors).toEqual([]);
  return data.judgeRating;
};

describe("judgeRating", () => {
  it("keeps the judgement with its reason beside the suggestion, and what the committee saw as it saw it", async () => {
    const before = (await rowOf("LOCAL-heritage-visits")).rating;
    expect([before.judged, before.effective]).toEqual(["AMBER", "AMBER"]);
    const judged = await judge({ basedOnJudgedAt: before.judgedAt });
    expect(judged).toMatchObject({
      __typename: "RatingJudged",
      rating: {
        judged: "GREEN",
        effective: "GREEN",
        reason: "Website visits are now counted too.",
        judgedBy: { name: "Jo Stewardson (demo)" },
      },
      result: { ratingPeriod: { code: RAG_EDITION } },
    });
    // 176.5k is known by now, which is over the year's 146.1k; the judgement does not touch the suggestion.
    expect(judged.rating.suggested).toBe(
      (await rowOf("LOCAL-heritage-visits", RAG_EDITION, judged.rating.judgedAt)).rating.suggested,
    );
    expect((await rowOf("LOCAL-heritage-visits")).rating.judged).toBe("AMBER");
    const at = (await rowOf("LOCAL-heritage-visits", RAG_EDITION, judged.rating.judgedAt)).rating;
    expect([at.judged, at.judgedBy.name]).toEqual(["GREEN", "Jo Stewardson (demo)"]);
    const justBefore = new Date(Date.parse(judged.rating.judgedAt) - 1).toISOString();
    expect((await rowOf("LOCAL-heritage-visits", RAG_EDITION, justBefore)).rating.judged).toBe("AMBER");
    const stale = await judge({ judged: "RED", basedOnJudgedAt: before.judgedAt });
    expect(stale.conflicts).toEqual([
      {
        path: "rating",
        currentVersion: 2,
        basedOnVersion: 1,
        theirs: "GREEN: Website visits are now counted too.",
        yours: "RED: Website visits are now counted too.",
      },
    ]);
  });

  it("judges in the benchmark scheme, and that there is nothing to judge", async () => {
    const before = (await rowOf("1C pt 2a", BENCHMARK_EDITION)).rating;
    const input = { metric: "1C pt 2a", period: BENCHMARK_EDITION, scheme: "BENCHMARK", judged: null };
    const judged = await judge({ ...input, comparison: "BETTER", basedOnJudgedAt: before.judgedAt });
    expect(judged.rating).toMatchObject({ comparison: "BETTER", judged: null, effective: "BETTER" });
    const none = await judge({ ...input, noJudgement: true, basedOnJudgedAt: judged.rating.judgedAt });
    expect(none.rating).toMatchObject({ comparison: null, effective: null });
    expect(none.rating.suggestedComparison).toBe(judged.rating.suggestedComparison);
  });

  it.each([
    ["the other scheme", { scheme: "BENCHMARK", judged: null, comparison: "BETTER" }, "scheme"],
    ["neither a rating nor none", { judged: null }, "judged"],
    ["both", { noJudgement: true }, "judged"],
    ["a comparison in red, amber and green", { comparison: "BETTER" }, "judged"],
    ["no reason", { reason: "  " }, "reason"],
    ["a long reason", { reason: "x".repeat(1_001) }, "reason"],
    ["a period that no dashboard shows", { period: "2018-19" }, "period"],
    ["no such metric", { metric: "9Z" }, "metric"],
    ["what is for information", { metric: "LOCAL-community-library-issues" }, "judged"],
  ])("refuses %s", async (_name, changes, path) => {
    const refused = await judge(changes);
    expect(refused.problems.map((problem: { path: string }) => problem.path)).toContain(path);
  });

  it.each(["scrutiny@example.org", "other.department@example.org", "deg.chair@example.org", null])(
    "is not for %s",
    async (email) => {
      expect((await judge({}, api.as(email))).__typename).toBe("NotAllowed");
    },
  );

  it("needs the scope, and reaches no further than the council of the head's department", async () => {
    const scoped = await judge({}, api.as("head.of.service@example.org", ["read:metrics"]));
    expect(scoped.__typename).toBe("NotAllowed");
    const elsewhere = await judge({ organisation: LEICESTER, period: "2017-18-Q3", metric: "1E" });
    expect(elsewhere).toMatchObject({
      __typename: "NotAllowed",
      message: "Your role does not reach as far as Leicester City Council.",
    });
  });
});

// biome-ignore lint/suspicious/noExplicitAny: the union as asked for
const comment = async (changes: object, ask = head): Promise<any> => {
  const input = { metric: "1E", organisation: COUNTY, period: RAG_EDITION, data: "Steady.", ...changes };
  const { data, errors } = await ask(COMMENT, { input });
  expect(errors).toEqual([]);
  return data.writeCommentary;
};

describe("writeCommentary", () => {
  it("keeps each author's words and their earlier ones, as at an instant", async () => {
    const first = await comment({ data: " Steady. ", review: "Two teams are short.", action: "" });
    expect(first.commentary).toMatchObject({
      data: "Steady.",
      review: "Two teams are short.",
      action: null,
      author: { name: "Jo Stewardson (demo)" },
      supersededAt: null,
    });
    const second = await comment({ action: "Recruit.", basedOnWrittenAt: first.commentary.writtenAt });
    await comment({ data: "From the returns." }, api.as("analyst@example.org"));
    const actionsAt = async (asAt: string) =>
      (await rowOf("1E", RAG_EDITION, asAt)).commentary.map((one: { data: string; action: string }) => [
        one.data,
        one.action,
      ]);
    expect(await actionsAt(first.commentary.writtenAt)).toEqual([["Steady.", null]]);
    expect(await actionsAt(second.commentary.writtenAt)).toEqual([["Steady.", "Recruit."]]);
    expect(await actionsAt(new Date(Date.now() + 1_000).toISOString())).toEqual([
      ["From the returns.", null],
      ["Steady.", "Recruit."],
    ]);
    expect((await rowOf("1E")).commentary).toEqual([]);
    const stale = await comment({ data: "Falling.", basedOnWrittenAt: first.commentary.writtenAt });
    expect(stale.conflicts).toMatchObject([
      { path: "commentary", theirs: "Steady.\nRecruit.", yours: "Falling." },
    ]);
    const same = await comment({ action: "Recruit." });
    expect(same.commentary.id).toBe(second.commentary.id);
    const { data } = await head(
      `query ($asAt: DateTime) { metric(code: "1E") { commentary(organisation: "${COUNTY}", asAt: $asAt) { data author { name } period { code } } } }`,
    );
    expect(data.metric.commentary.map((one: { data: string }) => one.data)).toEqual([
      "From the returns.",
      "Steady.",
    ]);
  });

  it.each([
    [{ data: " " }, "data"],
    [{ review: "x".repeat(2_001) }, "review"],
    [{ metric: "9Z" }, "metric"],
    [{ period: "soon" }, "period"],
  ])("refuses %o", async (changes, path) => {
    expect((await comment(changes)).problems[0].path).toBe(path);
  });

  it("is for heads of service and analysts", async () => {
    expect((await comment({}, api.as("lead.officer@example.org"))).__typename).toBe("NotAllowed");
    expect((await comment({ organisation: LEICESTER })).__typename).toBe("NotAllowed");
  });
});
