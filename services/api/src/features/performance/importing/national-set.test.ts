import { readAuthorities } from "@due-regard/database/reference/authorities";
import { WHOLE_SET } from "@due-regard/database/sample-data/national/generate-figures";
import { readNationalMetrics } from "@due-regard/database/sample-data/national/national-metrics";
import { ascofLines, ownLines } from "@due-regard/database/sample-data/national/write-lines";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importerAs } from "../../../testing/import-operations.ts";
import { createTestApi, type TestApi } from "../../../testing/test-api.ts";

let api: TestApi;
let importer: ReturnType<typeof importerAs>;
beforeAll(async () => {
  api = await createTestApi();
  importer = importerAs(api.as("analyst@example.org"));
});
afterAll(() => api.close());

/** Of the metrics that are here: those of the papers. */
const readSet = async (take: number) => {
  const { authorities } = await readAuthorities();
  const known = (await readNationalMetrics()).filter(({ framework }) => framework === "ASCOF-2014");
  return { ...WHOLE_SET, authorities, metrics: known.slice(0, take), months: 1 };
};

const COLUMNS = [
  ["GEOGRAPHY_CODE", 1],
  ["ONS_CODE", 4],
  ["MEASURE_CODE", 5],
  ["DISAGGREGATION", 6],
  ["MEASURE_TYPE", 7],
  ["MEASURE_VALUE", 8],
  ["MEASURE_GROUP", 9],
] as const;

describe("the synthetic national set", () => {
  it("is imported in our own format for all 152 authorities, without a problem", async () => {
    const text = [...ownLines(await readSet(10))].join("");
    const { import: found } = await importer.dryRun(text);
    expect(found.counts).toMatchObject({ rows: 1_520, figures: 1_520, new: 1_520, faulty: 0, warned: 0 });
  });

  it("knows an authority by the code that it had in the file's year", async () => {
    const text = "metric,organisation,period,value\n1E,E08000016,2018-19,5.0\n1E,E06000048,2012-13,6.0\n";
    const { import: found } = await importer.dryRun(text);
    expect(found.counts).toMatchObject({ figures: 2, new: 2, faulty: 0 });
  });

  it("is imported in the format of the national files, a line for each number, for every authority of that year", async () => {
    const set = await readSet(10);
    const lines = [...ascofLines(set, "2018-19", "ASCOF-2014")];
    // The columns of the national files, as the page would suggest them: the year stands for all rows.
    const columns = COLUMNS.map(([field, column]) => ({ field, column }));
    const mapping = { format: "ASCOF", columns, constants: [{ field: "YEAR", value: "2018-19" }] };
    const { import: found } = await importer.dryRun(lines.join(""), { mapping });
    // The papers have figures of that year for one or two councils: those are revised.
    expect(found.counts).toMatchObject({
      rows: lines.length - 1,
      figures: 1_520,
      faulty: 0,
      warned: 0,
      leftOut: 0,
    });
    expect([found.counts.new + found.counts.revised, found.counts.revised]).toEqual([1_520, 6]);
  });
});
