import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { connectDatabase, type DatabaseConnection } from "@due-regard/database/connection";
import { createSampleDatabase } from "@due-regard/database/test-support/sample-database";
import type { TestDatabase } from "@due-regard/database/test-support/test-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drawTable } from "./draw-table.ts";
import { progressLine } from "./watch-progress.ts";

const CLI = fileURLToPath(new URL("../cli.ts", import.meta.url));

let database: TestDatabase;
let connection: DatabaseConnection;
let folder: string;
beforeAll(async () => {
  database = await createSampleDatabase();
  connection = connectDatabase(database.url, { max: 2 });
  folder = await mkdtemp(join(tmpdir(), "due-regard-cli-"));
});
afterAll(async () => {
  await connection.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Runs the command as an operator would, in a process of its own. */
const run = async (...args: string[]): Promise<Ran> =>
  await new Promise((resolve) => {
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, DATABASE_URL: database.url };
    execFile(process.execPath, [CLI, "import", "metrics", ...args], { env, cwd: folder }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });

const countObservations = async (): Promise<number> =>
  Number((await connection.sql<{ n: string }[]>`select count(*) as n from observations`)[0]?.n);

const write = async (name: string, text: string): Promise<string> => {
  await writeFile(join(folder, name), text);
  return name;
};
const HEADER = "metric,organisation,period,value";

describe("import metrics", () => {
  it("checks, tells what is wrong, records nothing and ends with 1", async () => {
    const faulty = Array.from({ length: 60 }, (_, index) => `=9Z${index},E10000018,2012-13,1`);
    const file = await write("faulty.csv", [HEADER, "1B,E10000018,2012-13,81.0", ...faulty].join("\n"));
    const before = await countObservations();
    const { code, out, err } = await run(file, "--problems", "problems.csv");
    expect(code).toBe(1);
    expect(out).toContain(
      "61 rows make 1 figures: 1 new, 0 revised, 0 the same already; 0 rows left out, 60 faulty",
    );
    expect(out).toMatch(/^row +column +printed +what is wrong +what to do$/m);
    expect(out).toMatch(/^3 +metric +=9Z0 +“=9Z0” is not among this council’s metrics\. +Define the metric/m);
    expect(out).toContain("… and 10 more.");
    expect(err).toContain("Nothing was recorded.");
    expect(await countObservations()).toBe(before);
    const lines = (await readFile(join(folder, "problems.csv"), "utf8")).trim().split("\r\n");
    expect(lines.length).toBe(61);
    expect(lines[1]).toMatch(/^3,metric,'=9Z0,UNKNOWN_METRIC,BLOCKS,/);
  });

  it("records what can be recorded, when told to leave the rest out", async () => {
    const before = await countObservations();
    const { code, out } = await run("faulty.csv", "--skip-faulty", "--as", "analyst@example.org");
    expect(code).toBe(0);
    expect(out).toMatch(/Recorded as import [0-9a-f-]{36}\./);
    expect(await countObservations()).toBe(before + 1);
  });

  it("takes a national file with the year that it does not say", async () => {
    const file = await write(
      "ascof.csv",
      `ONS Code,ASCOF Measure Code,Disaggregation Level,Measure Type,Measure Value
E10000018,1B,Total,Outcome,80.1
E10000018,1B,Total,Numerator,801
E10000018,1B,Total,Denominator,1000
E10000018,1B,Female,Outcome,[c]
`,
    );
    const refused = await run(file, "--dry-run");
    expect([refused.code, refused.err.trim()]).toEqual([
      1,
      "Say which column holds YEAR or PERIOD, or give one value for all rows.",
    ]);
    const { code, out } = await run(file, "--dry-run", "--format", "ascof", "--year", "2011-12");
    expect([code, out]).toEqual([0, expect.stringContaining("4 rows make 2 figures: 2 new")]);
    const [stored] = await connection.sql`select state from metric_imports order by uploaded_at desc limit 1`;
    expect(stored?.state).toBe("CHECKED");
  });

  it.each([
    ["a file that is not there", ["nowhere.csv"], "There is no file nowhere.csv."],
    [
      "somebody unknown",
      ["faulty.csv", "--as", "nobody@example.org"],
      "Nobody with the address nobody@example.org",
    ],
    ["a person who may not", ["faulty.csv", "--as", "scrutiny@example.org"], "may not import figures"],
    ["a sheet that is not there", ["faulty.csv", "--sheet", "Other"], "sheet"],
  ])("says what is wrong with %s", async (_name, args, message) => {
    const { code, err } = await run(...args);
    expect([code, err]).toEqual([1, expect.stringContaining(message)]);
  });
});

it("draws tables that a file can't disturb", () => {
  expect(drawTable(["a", "b"], [["1", `x\u001b[2J${"y".repeat(80)}`]])).toBe(
    ["a  b", `-  ${"-".repeat(60)}`, `1  x [2J${"y".repeat(54)}…`].join("\n"),
  );
});

it("says how far an import is", () => {
  const record = { state: "CHECKING", rowsDone: 1500, rowsInAll: 6000 } as Parameters<typeof progressLine>[0];
  expect(progressLine(record)).toBe("Checking: 1,500 of 6,000 rows (25%)");
  expect(progressLine({ ...record, state: "READING", rowsInAll: null })).toBe("Reading: 1,500 rows");
  expect(progressLine({ ...record, state: "CHECKED" })).toBeNull();
});
