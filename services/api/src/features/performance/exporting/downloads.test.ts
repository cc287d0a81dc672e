import { OWN_COLUMNS, OWN_FIELDS } from "@due-regard/domain/metrics/import/own-format";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DownloadQuestion } from "../../../downloads/download-format.ts";
import { DOWNLOADS } from "../../../downloads/downloads.ts";
import { COUNTY, LEICESTER } from "../../../testing/performance-operations.ts";
import { type Ask, createTestApi, type TestApi } from "../../../testing/test-api.ts";
import { readMetricContent } from "./metric-content.ts";
import { METRIC_FORMATS } from "./metric-formats.ts";
import { byHeader, everyText, type ReadSheets, readDownload } from "./testing/read-download.ts";

let api: TestApi;
let ask: Ask;
beforeAll(async () => {
  api = await createTestApi();
  ask = api.as("scrutiny@example.org");
});
afterAll(() => api.close());

const ENDINGS = ["csv", "xlsx", "ods"];
const EDITIONS = [
  [COUNTY, "2017-04/2017-11", 30],
  [COUNTY, "2019-04/2019-11", 31],
  [COUNTY, "2020-04/2020-11", 30],
  [COUNTY, "2022-04/2022-11", 30],
  [LEICESTER, "2017-18-Q3", 31],
] as const;

const make = async (name: string, ending: string, question: DownloadQuestion) => {
  const viewer = await api.viewer("scrutiny@example.org");
  const context = { db: api.database.db, viewer, now: "2026-11-24T12:00:00.000Z" };
  const made = await DOWNLOADS[name]?.make(ending, context, question);
  if (!made?.ok) throw new Error(JSON.stringify(made?.failure));
  return made.value;
};

const download = async (name: string, ending: string, question: DownloadQuestion): Promise<ReadSheets> =>
  readDownload(ending, (await make(name, ending, question)).bytes);

const FIGURE = `
  status value unit numerator denominator count countOf noValueReason expectedOn note display doubts recordedAt
  metric { code } organisation { code } period { code } source { title meetingDate }
`;
const DASHBOARD = `
  query ($organisation: String!, $period: String!, $asAt: DateTime) {
    dashboard(organisation: $organisation, period: $period, asAt: $asAt) {
      groups {
        layer { title } outcome { title } supportingOutcome { title }
        rows {
          title metric { officialCode } current { ${FIGURE} } previous { ${FIGURE} }
          rating { effective } target { display } quartile ranking { rank of tied }
        }
      }
      summary { sentence }
    }
  }
`;

type Shown = Record<string, string>;

/** A figure of the API as a file holds it. */
// biome-ignore lint/suspicious/noExplicitAny: what the API answered, as loose as JSON
const asWritten = (figure: any): Shown => ({
  metric: figure.metric.code,
  organisation: figure.organisation.code,
  period: figure.period.code,
  status: figure.status,
  value: figure.value ?? "",
  unit: figure.unit,
  numerator: figure.numerator ?? "",
  denominator: figure.denominator ?? "",
  count: figure.count ?? "",
  "count of": figure.countOf ?? "",
  "no value reason": figure.noValueReason ?? "",
  "expected on": figure.expectedOn ?? "",
  note: figure.note ?? "",
  "breakdown characteristic": "",
  "breakdown category": "",
  printed: figure.display,
  doubts: figure.doubts.join("\n"),
  "source paper": figure.source?.title ?? "",
  "meeting date": figure.source?.meetingDate ?? "",
  "recorded at": figure.recordedAt,
});

const only = (row: Shown, like: Shown): Shown =>
  Object.fromEntries(Object.keys(like).map((header) => [header, row[header] ?? "(no such column)"]));

describe.each(EDITIONS)("the dashboard of %s, %s", (organisation, period, measures) => {
  it.each(ENDINGS)("holds every figure that the API shows, to the letter, as %s", async (ending) => {
    for (const asAt of [null, "2026-11-24T00:00:00Z"]) {
      const { data, errors } = await ask(DASHBOARD, { organisation, period, asAt });
      expect(errors).toEqual([]);
      const question = { organisation: [organisation], period: [period], ...(asAt ? { asAt: [asAt] } : {}) };
      const { Figures = [] } = await download("dashboard", ending, question);
      const rows = data.dashboard.groups.flatMap(({ rows: inGroup }: { rows: object[] }) => inGroup);
      expect(rows.length).toBe(measures);
      const expected = rows.flatMap(({ current, previous }: { current: object; previous: object }) =>
        [current, previous].filter((figure) => figure !== null).map(asWritten),
      );
      const found = byHeader(Figures);
      expect(found.map((row, index) => only(row, expected[index] ?? {}))).toEqual(expected);
      expect(Figures[0]?.slice(0, OWN_FIELDS.length)).toEqual(
        OWN_FIELDS.map((field) => OWN_COLUMNS[field].header),
      );
    }
  });

  it.each(["xlsx", "ods"])("reads like the paper, as %s", async (ending) => {
    const { data } = await ask(DASHBOARD, { organisation, period, asAt: null });
    const { Dashboard = [], About = [] } = await download("dashboard", ending, {
      organisation: [organisation],
      period: [period],
    });
    const header = Dashboard.findIndex(([first]) => first === "Code");
    expect(Dashboard.slice(0, header).map(([words]) => words)).toContain(data.dashboard.summary.sentence);
    const table = byHeader(Dashboard.slice(header)).filter(({ Measure }) => Measure !== "");
    const expected = data.dashboard.groups.flatMap(({ rows }: { rows: never[] }) => rows);
    expect(table.map((row) => [row.Code, row.Measure, row.Current, row.Previous, row.Target])).toEqual(
      // biome-ignore lint/suspicious/noExplicitAny: what the API answered, as loose as JSON
      expected.map(({ metric, title, current, previous, target }: any) => [
        metric.officialCode,
        title,
        current?.display ?? "Not recorded yet",
        previous?.display ?? "",
        target?.display ?? "",
      ]),
    );
    const headings = new Set(Dashboard.filter(([first, second]) => first && !second).map(([first]) => first));
    for (const { layer } of data.dashboard.groups) if (layer) expect(headings).toContain(layer.title);
    expect(About.map(([name]) => name)).toEqual(
      expect.arrayContaining(["What", "As at", "Downloaded", "Sources"]),
    );
  });
});

describe("as at", () => {
  const heritage = async (question: DownloadQuestion) => {
    const { Figures = [] } = await download("dashboard", "csv", {
      organisation: [COUNTY],
      period: ["2019-04/2019-11"],
      ...question,
    });
    const row = byHeader(Figures).find(
      (each) => each.code === "heritage-visits" && each["shown as"] === "Current",
    );
    return [row?.printed, row?.["recorded at"]];
  };

  it("shows the figures as the committee saw them, or as known on a day", async () => {
    expect(await heritage({})).toEqual(["107.8k (Apr-Nov)", "2020-01-20T00:00:00.000Z"]);
    expect(await heritage({ asAt: ["2021-01-18T18:00:00Z"] })).toEqual([
      "176.5k (Apr-Nov 2019)",
      "2021-01-18T00:00:00.000Z",
    ]);
  });

  it("is said in the file, and in its name", async () => {
    const question = { organisation: [COUNTY], period: ["2019-04/2019-11"] };
    const reported = await make("dashboard", "xlsx", question);
    expect(reported.fileName).toBe(
      "performance-leicestershire-county-council-2019-04-to-2019-11-as-reported.xlsx",
    );
    expect(await everyText("xlsx", reported.bytes)).toContain(
      "Figures as reported on 20 January 2020 to the Adults",
    );
    const known = await make("dashboard", "ods", { ...question, asAt: ["2021-01-18T18:00:00Z"] });
    expect(known.fileName).toBe(
      "performance-leicestershire-county-council-2019-04-to-2019-11-as-at-2021-01-18.ods",
    );
    expect(await everyText("ods", known.bytes)).toContain("as they were known on 18 January 2021 at 18:00");
  });
});

describe("what is said of a current figure", () => {
  it("stands beside it once, in words", async () => {
    const { Figures = [] } = await download("dashboard", "csv", {
      organisation: [COUNTY],
      period: ["2019-04/2019-11"],
    });
    const rows = byHeader(Figures).filter(({ metric }) => metric === "1E");
    const shown = rows.map((row) => [
      row["shown as"],
      row.measure,
      row.aim,
      row.rating,
      row["judged or suggested"],
      row.target,
      row.benchmark,
      row.quartile,
    ]);
    const measure = "% of people with LD in employment";
    expect(shown).toEqual([
      ["Current", measure, "High is good", "Green", "Judged", "11.2%", "5.7% (England, 2016/17)", "Top"],
      ["Previous", measure, "High is good", "", "", "", "", ""],
    ]);
  });
});

const figuresOf = async (question: DownloadQuestion, ending = "csv") => {
  const { Figures = [] } = await download("metric", ending, question);
  return byHeader(Figures);
};

describe("a metric", () => {
  it.each(ENDINGS)("holds the figures that the API lists, as %s", async (ending) => {
    const { data } = await ask(
      `query { metric(code: "1E") { observations(organisation: "${COUNTY}", first: 100) { edges { node { ${FIGURE} } } } } }`,
    );
    const expected = data.metric.observations.edges.map(({ node }: { node: object }) => asWritten(node));
    const found = await figuresOf({ code: ["1E"], organisation: [COUNTY] }, ending);
    expect(found.map((row) => only(row, expected[0]))).toEqual(expected);
  });

  it("is of every organisation unless some are named, and of a stretch of time", async () => {
    const codes = (rows: Record<string, string>[]) =>
      [...new Set(rows.map(({ organisation }) => organisation))].sort();
    expect(codes(await figuresOf({ code: ["1E"] }))).toEqual([LEICESTER, COUNTY]);
    expect(codes(await figuresOf({ code: ["1E"], organisation: [LEICESTER] }))).toEqual([LEICESTER]);
    const some = await figuresOf({
      code: ["1E"],
      organisation: [COUNTY],
      from: ["2019-20"],
      to: ["2020-21"],
    });
    expect(some.map(({ period }) => period)).toEqual(["2019-04/2019-11", "2019-20", "2020-04/2020-11"]);
  });

  it("asks the database the same number of times for one organisation as for all", async () => {
    const one = await api.countStatements(() => figuresOf({ code: ["1E"], organisation: [COUNTY] }));
    const all = await api.countStatements(() => figuresOf({ code: ["1E"] }));
    // Who asks (2), the metric, the organisations, their figures, the papers.
    expect([one, all]).toEqual([6, 6]);
  });

  it("says in the file what was asked for", async () => {
    const { About = [] } = await download("metric", "ods", { code: ["1E"], from: ["2019-20"] });
    const facts = Object.fromEntries(About.map(([name = "", words = ""]) => [name, words]));
    expect(facts.Organisations).toBe("Leicester City Council, Leicestershire County Council");
    expect(facts.Periods).toBe("From 2019/20");
    expect(facts["Groups of people"]).toBe("None: everybody together");
  });
});

describe("the most figures of a file", () => {
  it("is stated when there are more", async () => {
    const viewer = await api.viewer("scrutiny@example.org");
    const context = { db: api.database.db, viewer, now: "2026-11-24T12:00:00.000Z" };
    const question = { code: ["1E"], organisation: [COUNTY] };
    const { length } = await figuresOf(question);
    const read = (mostFigures: number) => readMetricContent({ ...context, mostFigures }, question);
    expect(await read(length)).toMatchObject({ ok: true, value: { figures: { length } } });
    const message = `This would be more than ${length - 1} figures, which is the most for a file of this kind. Ask for fewer organisations, for a shorter time with “from” and “to”, or for CSV, which holds most.`;
    expect(await read(length - 1)).toMatchObject({ ok: false, failure: { problems: [{ message }] } });
  });

  it("is 50,000 as CSV and 5,000 as a spreadsheet, which takes the server as long", () => {
    const limits = Object.entries(METRIC_FORMATS).map(([ending, { mostFigures }]) => [ending, mostFigures]);
    expect(Object.fromEntries(limits)).toEqual({ csv: 50_000, xlsx: 5_000, ods: 5_000 });
  });
});
