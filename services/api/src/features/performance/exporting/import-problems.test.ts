import { DEMO_ACCOUNTS } from "@due-regard/database/sample-data/demo-accounts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { DOWNLOADS } from "../../../downloads/downloads.ts";
import { importerAs } from "../../../testing/import-operations.ts";
import { COUNTY } from "../../../testing/performance-operations.ts";
import { createTestApi, type TestApi } from "../../../testing/test-api.ts";
import { byHeader, everyText, readDownload } from "./testing/read-download.ts";

let api: TestApi;
let id = "";
beforeAll(async () => {
  api = await createTestApi();
  const text = [
    "metric,organisation,period,value",
    `1E,${COUNTY},2021-22,"=1+1, perhaps"`,
    `9Z,${COUNTY},2021-22,11.0`,
    `1E,${COUNTY},2020-21,104.0`,
  ].join("\n");
  const { import: found } = await importerAs(api.as("analyst@example.org")).dryRun(text);
  id = found.id;
});
afterAll(() => api.close());

const make = async (email: string, importId: string) => {
  const viewer = await api.viewer(email);
  const request = { db: api.database.db, viewer, now: "2026-11-24T12:00:00.000Z" };
  return await DOWNLOADS["import-problems"]?.make("csv", request, { import: [importId] });
};

it("lists every problem as the page does, for whoever mends the file beside it", async () => {
  const made = await make("analyst@example.org", id);
  if (!made?.ok) throw new Error(JSON.stringify(made?.failure));
  const { bytes } = made.value;
  expect(await everyText("csv", bytes)).toContain(`"'=1+1, perhaps"`);
  const { Figures = [] } = await readDownload("csv", bytes);
  expect(byHeader(Figures)).toEqual([
    {
      row: "2",
      column: "4",
      header: "value",
      "in the file": "=1+1, perhaps",
      weight: "stops the row",
      "what is wrong": "“=1+1, perhaps” can’t be read as a number.",
      "what to do":
        "Write the figure in plain digits, such as 1410000 or 96.0; where there is none, leave the cell blank and give the reason. Nothing is guessed.",
    },
    {
      row: "3",
      column: "1",
      header: "metric",
      "in the file": "9Z",
      weight: "stops the row",
      "what is wrong": "“9Z” is not among this council’s metrics.",
      "what to do": "Define the metric, correct its code, or leave unknown metrics out.",
    },
    expect.objectContaining({ row: "4", weight: "to look at", "what is wrong": "104.0% is more than 100%" }),
  ]);
});

const others = DEMO_ACCOUNTS.map(({ email }) => email).filter((email) => email !== "analyst@example.org");

it.each(others)("is nothing that %s may know of", async (email) => {
  expect(await make(email, id)).toEqual({
    ok: false,
    failure: { kind: "NOT_FOUND", message: "There is no such import." },
  });
});

it.each(["nothing", "5f0c7a52-1111-4222-8333-444455556666"])("of %s is not found", async (unknown) => {
  expect(await make("analyst@example.org", unknown)).toMatchObject({
    ok: false,
    failure: { kind: "NOT_FOUND" },
  });
});
