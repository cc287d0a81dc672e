import { DEMO_ACCOUNTS } from "@due-regard/database/sample-data/demo-accounts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PERFORMANCE_WRITES } from "../testing/performance-writes.ts";
import { createTestApi, type TestApi } from "../testing/test-api.ts";
import { writeText } from "../testing/write-texts.ts";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

/** Written out by hand, as the policy table should read. */
const LET_IN: Record<string, readonly string[]> = {
  "performance.write": ["analyst@example.org"],
  "performance.import": ["analyst@example.org"],
  "performance.judge": ["analyst@example.org", "head.of.service@example.org"],
  "strategies.progress": ["analyst@example.org", "head.of.service@example.org"],
};

describe.each(Object.entries(PERFORMANCE_WRITES))("%s", (mutation, { needs, input }) => {
  it.each([...DEMO_ACCOUNTS.map(({ email }) => email), null])("by %s", async (email) => {
    const { data } = await api.as(email)(writeText(mutation), { input });
    const refused = data[mutation].__typename === "NotAllowed";
    expect(refused).toBe(email === null || !LET_IN[needs]?.includes(email));
  });

  it("by an analyst's token that may only read", async () => {
    const { data } = await api.as("analyst@example.org", ["read:metrics"])(writeText(mutation), { input });
    expect(data[mutation].__typename).toBe("NotAllowed");
  });
});
