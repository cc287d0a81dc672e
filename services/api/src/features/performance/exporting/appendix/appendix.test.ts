import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMMENT, COUNTY, JUDGE, LEICESTER } from "../../../../testing/performance-operations.ts";
import { createTestApi, type TestApi } from "../../../../testing/test-api.ts";
import { makeAppendix, measureRows, measureTables } from "../testing/make-appendix.ts";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

const of = (period: string, organisation = COUNTY, asAt?: string) =>
  makeAppendix(api, { organisation, period, ...(asAt ? { asAt } : {}) });

const words = (text: string): string => text.replaceAll("\u00a0", " ");

describe("columns follow what the edition's paper prints", () => {
  it.each([
    [
      COUNTY,
      "2017-04/2017-11",
      "Measure · Description · Aim · RAG rating · Progress · 2017/18 target · 2017/18 performance · 2016/17 performance · Quartile 2016/17",
    ],
    [
      COUNTY,
      "2019-04/2019-11",
      "Measure · Description · Aim · RAG rating · 2019/20 milestone · 2019/20 performance · 2020/21 target · 2018/19 performance · Quartile 2018/19",
    ],
    [
      COUNTY,
      "2020-04/2020-11",
      "Measure · Description · Aim · RAG rating · 2020/21 target · 2020/21 performance · 2019/20 performance · Quartile 2019/20",
    ],
    [
      COUNTY,
      "2022-04/2022-11",
      "Measure · Description · Aim · Rating · Progress · National average or local target · 2022/23 performance · 2021/22 performance",
    ],
    [
      LEICESTER,
      "2017-18-Q3",
      "Measure and description · 2016/17 performance · England average 2016/17 · England rank 2016/17 and earlier rank · Quarter 1 · Quarter 2 · Quarter 3, 2017/18 · 2017/18 target · RAG rating and progress · Comments",
    ],
  ])("%s %s", async (organisation, period, expected) => {
    const tables = measureTables(await of(period, organisation));
    const headings = tables.map(({ columns }) => columns.map(({ heading }) => heading).join(" · "));
    expect([...new Set(headings)]).toEqual([expected]);
  });
});

describe("cells of a row", () => {
  it.each([
    [
      "a forecast against a target, with the fund",
      COUNTY,
      "2020-04/2020-11",
      22,
      {
        Measure: ["ASCOF 2A pt 2", "Better Care Fund"],
        Description: ["Permanent admissions to care (aged 65+) per 100,000 pop."],
        Aim: ["Low"],
        "RAG rating": ["Green"],
        "2020/21 target": ["<553 (800 Adm's)"],
        "2020/21 performance": ["462.0 (669 Adm's) (Full-year Forecast)"],
        "2019/20 performance": ["616.3 per 100k pop (893 adm's)"],
        "Quartile 2019/20": ["Second"],
      },
    ],
    [
      "a figure that was revised since, and next year's target",
      COUNTY,
      "2019-04/2019-11",
      3,
      {
        Measure: ["Local"],
        Description: ["Heritage visits", "Note 2."],
        "RAG rating": ["Amber"],
        "2019/20 milestone": ["146.1k"],
        "2019/20 performance": ["107.8k (Apr-Nov)", "Revised since: 176.5k (Apr-Nov 2019)"],
        "2020/21 target": ["TBC"],
        "Quartile 2018/19": ["None"],
      },
    ],
    [
      "the paper's own words for a figure that an earlier paper printed otherwise",
      COUNTY,
      "2020-04/2020-11",
      6,
      { Description: ["All library issues"], "2019/20 performance": ["1,373.0k (Apr-Nov 2019)"] },
    ],
    [
      "a suggestion where the paper's colour is lost, and progress by the last two surveys",
      COUNTY,
      "2022-04/2022-11",
      28,
      {
        Measure: ["ASCOF 4B"],
        Rating: ["No judgement"],
        Progress: ["Worse"],
        "National average or local target": ["85.6% 21/22 Nat. Ave."],
        "2022/23 performance": ["Survey Results due May 2023"],
      },
    ],
    [
      "another suggestion",
      COUNTY,
      "2022-04/2022-11",
      27,
      { Rating: ["Similar", "Suggested"], "2021/22 performance": ["92.9%"] },
    ],
    [
      "a rank with its earlier one, quarters, and a printed comment",
      LEICESTER,
      "2017-18-Q3",
      2,
      {
        "Measure and description": [
          "ASCOF 1C pt 1a",
          "Printed: 1Cia",
          "Service Users aged 18 or over receiving self-directed support as at snapshot date.",
          "Note 2.",
        ],
        "England average 2016/17": ["89.4%"],
        "England rank 2016/17 and earlier rank": ["28 of 152 (=)", "From 31 of 152"],
        "Quarter 1": ["99.7% (3,682/3,694)"],
        "Quarter 3, 2017/18": ["100% (3,622/3,622)"],
        "RAG rating and progress": ["Green", "Progress: Similar"],
        Comments: ["Position at Q3 2016/17: 99.6% (3,789/3,805)"],
      },
    ],
  ])("%s", async (_case, organisation, period, index, expected) => {
    const row = measureRows(await of(period, organisation))[index] ?? {};
    const plain = Object.entries(row).map(([heading, lines]) => [heading, lines.map(words)]);
    expect(Object.fromEntries(plain)).toMatchObject(expected);
  });
});

describe("what stands around the tables", () => {
  it("is in the order of the papers: counts, layers with their outcomes, key, notes, sources", async () => {
    const { blocks, running, title } = await of("2019-04/2019-11");
    const headings = blocks
      .filter((block) => block.kind === "heading")
      .map(({ level, text }) => `${level} ${text}`);
    const wellbeing = "3 Wellbeing and Opportunity (Strategic Plan 2018-22)";
    expect(headings).toEqual([
      "1 Adults and Communities Performance 2019-20",
      "2 Headline counts",
      "2 Prevent need",
      wellbeing,
      "3 Great Communities (Strategic Plan 2018-22)",
      "3 Strong Economy (Strategic Plan 2018-22)",
      "2 Reduce need",
      wellbeing,
      "3 Affordable and Quality Homes (Strategic Plan 2018-22)",
      "2 Delay need",
      wellbeing,
      "2 Meet need",
      wellbeing,
      "3 Keeping People Safe (Strategic Plan 2018-22)",
      "2 Key to columns",
      "2 Notes and doubts",
      "2 Sources",
    ]);
    expect(title).toBe(
      "Adults and Communities Performance 2019-20: Leicestershire County Council, April to November 2019",
    );
    const reported =
      "Figures as reported on 20 January 2020 to the Adults and Communities Overview and Scrutiny Committee";
    expect(running.footer).toBe(reported);
    expect(blocks).toContainEqual({ kind: "paragraph", text: `${reported}.` });
    expect(blocks.at(-1)).toEqual({
      kind: "list",
      numbered: false,
      items: [
        "National performance benchmarking 2018/19 and performance report 2019/20: position at November 2019. Leicestershire County Council: Adults and Communities Overview and Scrutiny Committee, 20 January 2020.",
      ],
    });
  });

  it.each([
    [COUNTY, "2017-04/2017-11", "17 on target, 4 within tolerance, 1 to miss, 8 no judgement: 30 measures."],
    [LEICESTER, "2017-18-Q3", "8 on target, 1 within tolerance, 4 to miss, 18 no judgement: 31 measures."],
  ])("counts that add up: %s %s", async (organisation, period, sentence) => {
    const { blocks } = await of(period, organisation);
    expect(blocks).toContainEqual({ kind: "paragraph", lead: true, text: sentence });
    const table = blocks.find((block) => block.kind === "table");
    const counts = (table?.rows ?? []).map(({ cells }) => Number(cells.at(-1)?.[0]?.text));
    expect(counts.slice(0, -1).reduce((sum, count) => sum + count, 0)).toBe(counts.at(-1));
    expect(counts.at(-1)).toBe(measureRows(await of(period, organisation)).length);
  });

  it("says how many ratings nobody has judged", async () => {
    const { blocks } = await of("2022-04/2022-11");
    const table = blocks.find((block) => block.kind === "table");
    const rows = (table?.rows ?? []).map(({ cells }) => cells.map((cell) => cell[0]?.text ?? ""));
    expect(table?.columns.at(-1)?.heading).toBe("Of which suggested");
    const [, , all, suggested] = rows.at(-1) ?? [];
    expect([all, suggested]).toEqual(["30", "23"]);
    expect(rows.map((row) => [row[0], row[2]])).toEqual([
      ["Better", "16"],
      ["Similar", "4"],
      ["Worse", "3"],
      ["No judgement", "7"],
      ["All measures", "30"],
    ]);
  });

  it("explains what occurs, and nothing else", async () => {
    const signs = async (period: string, organisation = COUNTY) => {
      const { blocks } = await of(period, organisation);
      const key = blocks.filter((block) => block.kind === "table").at(-1);
      return (key?.rows ?? []).map(({ cells }) => cells[1]?.[0]?.text);
    };
    expect(await signs("2022-04/2022-11")).toEqual([
      ...["ASCOF", "Local", "Printed", "Better Care Fund", "High, Low", "Target band", "For information"],
      ...["Better", "Similar", "Worse", "No judgement", "Suggested"],
      ...["Better", "Similar", "Worse", "Not compared", "6-11%", "Full-year forecast"],
    ]);
    expect(await signs("2017-18-Q3", LEICESTER)).toEqual([
      ...["ASCOF", "Local", "Printed", "1 of 152", "(=)"],
      ...["Green", "Amber", "Red", "No judgement", "Better", "Similar", "Worse", "Not compared"],
    ]);
  });

  it("numbers each note where it is about a few measures, and says once what is true of most", async () => {
    const document = await of("2022-04/2022-11");
    const [general, numbered] = document.blocks.filter((block) => block.kind === "list");
    expect(general?.items).toContain("28 of 30 measures: Doubt: The rating is a colour and did not survive");
    const about = numbered?.items.findIndex((item) => item.includes("3,394 of 5,171")) ?? -1;
    expect(numbered?.items[about]).toBe(
      "% of service users who received their annual review. Doubt: Paragraph 16 gives 76% as 3,394 of 5,171, which makes 65.6%: one of the two numbers is wrong",
    );
    const review = measureRows(document).find((row) => row.Description?.[0]?.includes("annual review"));
    expect(review?.Description?.[1]).toContain(`${about + 1}`);
  });
});

describe("as known on a day", () => {
  it("shows the revisions until then, and says so", async () => {
    const later = await of("2019-04/2019-11", COUNTY, "2021-01-20T09:30:00Z");
    expect(later.running.footer).toBe("Figures as known on 20 January 2021 at 09:30");
    const heritage = measureRows(later).find((row) => row.Description?.[0] === "Heritage visits");
    expect(heritage?.["2019/20 performance"]).toEqual(["176.5k (Apr-Nov 2019)"]);
    const reablement = measureRows(later).find((row) => words(row.Measure?.[0] ?? "") === "ASCOF 2D");
    expect(reablement?.["2020/21 target"]).toEqual(["87%"]);
    const before = await of("2019-04/2019-11", COUNTY, "2020-01-20T00:00:00Z");
    const seen = measureRows(before).find((row) => row.Description?.[0] === "Heritage visits");
    expect(seen?.["2019/20 performance"]?.[0]).toBe("107.8k (Apr-Nov)");
  });

  it("has what officers have written and judged by then, and none of their names", async () => {
    const head = api.as("head.of.service@example.org");
    const figure = { metric: "LOCAL-heritage-visits", organisation: COUNTY, period: "2019-04/2019-11" };
    const comment = {
      ...figure,
      data: "Visits rose.",
      review: "The website counts now.",
      action: "Report both.",
    };
    const written = await head(COMMENT, { input: comment });
    expect(written.data.writeCommentary.__typename).toBe("CommentaryWritten");
    const rating = { ...figure, scheme: "RAG", judged: "GREEN", reason: "The year’s target is met already." };
    const { data } = await api.as("analyst@example.org")(
      `{ dashboard(organisation: "${COUNTY}", period: "2019-04/2019-11", asAt: "2099-01-01T00:00:00Z") {
        groups { rows { metric { code } rating { judgedAt } } } } }`,
    );
    const rows = data.dashboard.groups.flatMap((group: { rows: unknown[] }) => group.rows);
    const { judgedAt } = rows.find(
      (row: { metric: { code: string } }) => row.metric.code === "LOCAL-heritage-visits",
    ).rating;
    const judged = await head(JUDGE, { input: { ...rating, basedOnJudgedAt: judgedAt } });
    expect(judged.data.judgeRating.__typename).toBe("RatingJudged");

    const now = await of("2019-04/2019-11", COUNTY, "2099-01-01T00:00:00Z");
    const heritage = measureRows(now).find((row) => row.Description?.[0] === "Heritage visits");
    expect(heritage?.["RAG rating"]).toEqual(["Green"]);
    expect(heritage?.Description?.[1]).toMatch(/^Notes .* See commentary\.$/);
    const commentary = now.blocks.find(
      (block) => block.kind === "table" && block.caption === "What officers say about the figures",
    );
    expect(JSON.stringify(commentary)).toMatch(/Visits rose\..*The website counts now\..*Report both\./);
    const text = JSON.stringify(now);
    expect(text).toContain("Why an officer rated it so: The year’s target is met already.");
    expect(text).not.toMatch(/\(demo\)|example\.org/);
    expect(JSON.stringify(await of("2019-04/2019-11"))).not.toContain("Visits rose.");
  });
});
