import { afterAll, beforeAll, expect, it } from "vitest";
import { importerAs } from "../../../testing/import-operations.ts";
import { COUNTY, FORECAST } from "../../../testing/performance-operations.ts";
import { createTestApi, type TestApi } from "../../../testing/test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

const METRIC = "1E";
const PERIOD = "2031-32";

const forecast = async () => {
  const { data, errors } = await api.as("scrutiny@example.org")(
    `{ metric(code: "${METRIC}") { forecast(organisation: "${COUNTY}", period: "${PERIOD}") {
      value method basis author { name } } } }`,
  );
  expect(errors).toEqual([]);
  return data.metric.forecast;
};

it("undoing an import brings an officer’s forecast back with what it rests on, as theirs", async () => {
  const basis = "Two employers have promised places";
  const input = { metric: METRIC, organisation: COUNTY, period: PERIOD, value: "12.5", basis };
  const { data } = await api.as("head.of.service@example.org")(FORECAST, { input });
  expect(data.recordForecast.__typename).toBe("ForecastRecorded");
  const before = await forecast();
  expect(before).toEqual({
    value: "12.5",
    method: "OFFICER",
    basis,
    author: { name: "Jo Stewardson (demo)" },
  });
  const importer = importerAs(api.as("analyst@example.org"));
  const text = `metric,organisation,period,status,value\n${METRIC},${COUNTY},${PERIOD},FORECAST,13.0`;
  const recorded = await importer.commit(text);
  expect(recorded.import.state).toBe("COMMITTED");
  expect(await forecast()).toMatchObject({ value: "13.0" });
  expect((await importer.undo(recorded.import.id)).import.state).toBe("UNDONE");
  expect(await forecast()).toEqual(before);
});
