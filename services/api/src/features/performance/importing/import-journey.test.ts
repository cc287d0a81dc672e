import { metrics, observations } from "@due-regard/database/schema/metrics";
import { organisations } from "@due-regard/database/schema/organisations";
import { OWN_HEADERS, writeOwnRow } from "@due-regard/domain/metrics/import/write-own-row";
import { eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importerAs, nodesOf } from "../../../testing/import-operations.ts";
import {
  ADD_TO,
  COUNTY,
  DASHBOARD,
  PREPARE,
  RECORD,
  RUTLAND,
} from "../../../testing/performance-operations.ts";
import { type Ask, createTestApi, type TestApi } from "../../../testing/test-api.ts";

let api: TestApi;
let analyst: Ask;
let importer: ReturnType<typeof importerAs>;
beforeAll(async () => {
  api = await createTestApi();
  analyst = api.as("analyst@example.org");
  importer = importerAs(analyst);
});
afterAll(() => api.close());

// biome-ignore lint/suspicious/noExplicitAny: rows as asked for
type Loose = any;

const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\r\n");

describe("our own format", () => {
  it("does not choose between two columns of one heading, and says which they are", async () => {
    const found = await importer.dryRun(
      `metric,organisation,period,value,value\n1B,${COUNTY},2021-22,81.0,82.0`,
    );
    expect(found.problems).toEqual([
      {
        path: "mapping.columns.VALUE",
        message: expect.stringContaining("Columns 4 and 5 are all headed as VALUE"),
      },
    ]);
  });

  it("holds every figure of the papers: written and imported again, they change nothing", async () => {
    const { db } = api.database;
    const figures = await db
      .select({ figure: observations, metric: metrics.code, organisation: organisations.code })
      .from(observations)
      .innerJoin(metrics, eq(metrics.id, observations.metricId))
      .innerJoin(organisations, eq(organisations.id, observations.organisationId))
      .where(isNull(observations.supersededAt));
    const rows = figures.map(({ figure, ...codes }) =>
      writeOwnRow({
        ...figure,
        ...codes,
        breakdown:
          figure.breakdownCharacteristic === null
            ? null
            : { characteristic: figure.breakdownCharacteristic, category: figure.breakdownCategory ?? "" },
      }),
    );
    expect(rows.length).toBeGreaterThan(300);
    const { import: found } = await importer.dryRun(csvOf([OWN_HEADERS, ...rows]));
    expect(found.counts).toMatchObject({
      rows: rows.length,
      figures: rows.length,
      same: rows.length,
      new: 0,
      revised: 0,
      faulty: 0,
    });
  });

  it("reports columns that it does not use, and is not disturbed by them", async () => {
    const text = `metric,title,organisation,period,value,rating,target\n1B,Control,${COUNTY},2010-11,70.1,GREEN,80\n`;
    const { import: found } = await importer.dryRun(text);
    expect(found.counts).toMatchObject({ figures: 1, faulty: 0 });
    const { data } = await analyst(
      `query ($id: ID!) { metricImport(id: $id) { columns { position header field } firstRows(first: 1) { row cells } } }`,
      { id: found.id },
    );
    const unused = data.metricImport.columns.filter(({ field }: Loose) => field === null);
    expect(unused.map(({ header }: Loose) => header)).toEqual(["title", "rating", "target"]);
    expect(data.metricImport.firstRows[0].cells[1]).toBe("title");
  });
});

describe("the national format", () => {
  const HEADER =
    "Geographical Code,Geographical Description,Geographical Level,ONS Code,ASCOF Measure Code,Disaggregation Level,Measure Type,Measure_Value,Measure Group";
  const line = (code: string, group: string, people: string, type: string, value: string, ons = COUNTY) =>
    `508,Somewhere,Council,${ons},${code},${people},${type},${value},${group}`;
  const FILE = [
    HEADER,
    line("1C1A", "1C1A", "Total", "Numerator", "4784"),
    line("1B", "1B", "Total", "Outcome", "80.1"),
    line("1C1A", "1C1A", "Total", "Denominator", "5000"),
    line("1BF", "1B", "Female", "Outcome", "[c]"),
    line("1C1A", "1C1A", "Total", "Outcome", "95.7"),
    line("9Z", "9Z", "Total", "Outcome", "1"),
    line("1B", "1B", "Total", "Outcome", "60", "E12000099"),
    line("3A", "3A", "Total", "Numerator", "7"),
    line("1B", "1B", "Total", "Base", "400"),
  ].join("\n");
  const columns = [
    ["GEOGRAPHY_CODE", 1],
    ["ONS_CODE", 4],
    ["MEASURE_CODE", 5],
    ["DISAGGREGATION", 6],
    ["MEASURE_TYPE", 7],
    ["MEASURE_VALUE", 8],
    ["MEASURE_GROUP", 9],
  ].map(([field, column]) => ({ field, column }));
  const mapping = { format: "ASCOF", columns, constants: [{ field: "PERIOD", value: "2011-12" }] };

  it("asks for the year that the file does not say, then joins its rows and reports the rest", async () => {
    const asked = await importer.dryRun(FILE);
    expect(asked).toMatchObject({
      __typename: "ValidationError",
      problems: [{ message: "Say which column holds YEAR or PERIOD, or give one value for all rows." }],
    });
    const { import: found } = await importer.dryRun(FILE, { mapping });
    expect(found.counts).toMatchObject({ rows: 9, figures: 3, new: 3, faulty: 3, leftOut: 1 });
    expect(
      nodesOf(found.problems).map(({ row, header, printed, kind }: Loose) => [row, header, printed, kind]),
    ).toEqual([
      [7, "Measure Group", "9Z", "UNKNOWN_METRIC"],
      [8, "ONS Code", "E12000099", "UNKNOWN_ORGANISATION"],
      [9, "Measure Type", "Numerator", "NO_OUTCOME"],
    ]);
    expect(
      nodesOf(found.changes).map(({ row, metric, group, after }: Loose) => [row, metric.code, group, after]),
    ).toEqual([
      [3, "1B", null, "80.1%"],
      [5, "1B", "Female", "Suppressed to protect privacy"],
      [6, "1C pt 1a", null, "95.7% (4,784 out of 5,000)"],
    ]);
  });

  it("is recorded without what is unknown, where the mapping leaves that out", async () => {
    const leaving = { ...mapping, leaveOutUnknownMetrics: true, leaveOutUnknownOrganisations: true };
    const { import: recorded } = await importer.commit(FILE, { mapping: leaving, skipFaulty: true });
    expect(recorded).toMatchObject({ state: "COMMITTED", counts: { new: 3, leftOut: 3, faulty: 1 } });
    const { import: again } = await importer.commit(FILE, { mapping: leaving, skipFaulty: true });
    expect(again.counts).toMatchObject({ new: 0, same: 3 });
  });
});

describe("what people see", () => {
  const current = async (): Promise<string[]> => {
    const { data } = await analyst(DASHBOARD, { organisation: COUNTY, period: "2035-36" });
    return data.dashboard.groups.flatMap(({ rows }: Loose) =>
      rows.map((row: Loose) => row.current?.display ?? null),
    );
  };

  it("a dashboard shows the change, and the undo", async () => {
    const edition = { organisation: COUNTY, period: "2035-36" };
    await analyst(PREPARE, { input: { ...edition, scheme: "RAG", title: "To come" } });
    await analyst(ADD_TO, { input: { ...edition, rows: [{ metric: "1B" }] } });
    expect(await current()).toEqual([null]);
    const text = `metric,organisation,period,status,value\n1B,${COUNTY},2035-36,FORECAST,81.5\n`;
    const figure = {
      metric: "1B",
      organisation: COUNTY,
      period: "2035-36",
      noValueReason: "TO_BE_CONFIRMED",
    };
    await analyst(RECORD, { input: { figures: [figure] } });
    expect(await current()).toEqual(["To be confirmed"]);
    const revised = `metric,organisation,period,no value reason\n1B,${COUNTY},2035-36,RESULTS_DUE\n`;
    const { import: recorded } = await importer.commit(revised);
    expect(recorded.counts).toMatchObject({ revised: 1 });
    expect(await current()).toEqual(["Survey results awaited"]);
    const { import: undone } = await importer.undo(recorded.id);
    expect(undone.state).toBe("UNDONE");
    expect(await current()).toEqual(["To be confirmed"]);
    // A forecast stands beside what happened: it is another figure.
    const { import: forecast } = await importer.dryRun(text);
    expect(forecast.counts).toMatchObject({ new: 1, revised: 0 });
  });
});

describe("an analyst of one department", () => {
  it("reaches the organisation of that department, and no other", async () => {
    const { sql } = api.database;
    await sql`insert into users (email, name, job_title) values ('county.analyst@example.org', 'Made Up', 'Analyst')`;
    await sql`insert into role_grants (user_id, role, department_id) select u.id, 'ANALYST',
      (select d.id from departments d join organisations o on o.id = d.organisation_id where o.code = ${COUNTY} limit 1)
      from users u where u.email = 'county.analyst@example.org'`;
    const own = importerAs(api.as("county.analyst@example.org"));
    const text = `metric,organisation,period,value\n1B,${COUNTY},2009-10,70\n1B,${RUTLAND},2009-10,71\n`;
    const { import: found } = await own.dryRun(text);
    expect(nodesOf(found.problems)).toMatchObject([
      { row: 3, header: "organisation", printed: RUTLAND, kind: "OUT_OF_REACH", weight: "BLOCKS" },
    ]);
    const { import: recorded } = await own.commit(text, { skipFaulty: true });
    expect(recorded).toMatchObject({ state: "COMMITTED", counts: { new: 1, faulty: 1 } });
    // What another recorded of another organisation is not theirs to see or undo.
    const { import: rutland } = await importer.commit(
      `metric,organisation,period,value\n1B,${RUTLAND},2009-10,71\n`,
    );
    expect(await own.find(rutland.id)).toBeNull();
    expect(await own.undo(rutland.id)).toMatchObject({ __typename: "NotFound" });
    // A role that was taken away between check and recording counts no more.
    const { import: checked } = await own.dryRun(
      `metric,organisation,period,value\n1B,${COUNTY},2008-09,70\n`,
    );
    await sql`insert into departments (organisation_id, slug, name)
      select id, 'rutland-people', 'People' from organisations where code = ${RUTLAND}`;
    await sql`with ended as (
        update role_grants set revoked_at = now()
        where user_id = (select id from users where email = 'county.analyst@example.org') returning user_id, role
      ) insert into role_grants (user_id, role, department_id)
      select user_id, role, (select id from departments where slug = 'rutland-people') from ended`;
    const late = importerAs(api.as("county.analyst@example.org"));
    expect(await late.importMetrics({ import: checked.id, dryRun: false })).toMatchObject({
      __typename: "NotAllowed",
      message: "Your role does not reach as far as Leicestershire County Council.",
    });
  });
});
