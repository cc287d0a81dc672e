import { afterAll, beforeAll, expect, it } from "vitest";
import { importerAs } from "../../testing/import-operations.ts";
import { LEICESTER } from "../../testing/performance-operations.ts";
import { createTestApi, type TestApi } from "../../testing/test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

const revisedSince = async () => {
  const { data } = await api.as("scrutiny@example.org")(
    `{ dashboard(organisation: "${LEICESTER}", period: "2017-18-Q3") {
      groups { rows { metric { code } current { display } revisedSince { display } } } } }`,
  );
  const rows = data.dashboard.groups.flatMap(({ rows: inGroup }: { rows: object[] }) => inGroup);
  return rows.find(({ metric }: { metric: { code: string } }) => metric.code === "1E");
};

it("a figure counts as revised while another stands in its place, and no longer once that was undone", async () => {
  const importer = importerAs(api.as("analyst@example.org"));
  const asReported = { metric: { code: "1E" }, current: { display: "4.4% (34/767)" } };
  expect(await revisedSince()).toEqual({ ...asReported, revisedSince: null });
  const text = `metric,organisation,period,value\n1E,${LEICESTER},2017-04/2017-12,5.3`;
  const recorded = await importer.commit(text);
  expect(recorded.import.state).toBe("COMMITTED");
  expect(await revisedSince()).toEqual({ ...asReported, revisedSince: { display: "5.3%" } });
  const undone = await importer.undo(recorded.import.id);
  expect(undone.import.state).toBe("UNDONE");
  expect(await revisedSince()).toEqual({ ...asReported, revisedSince: null });
});
