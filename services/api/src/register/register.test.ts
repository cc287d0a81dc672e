import { assessments } from "@due-regard/database/schema/assessments";
import { formTemplates } from "@due-regard/database/schema/forms";
import { departments, organisations } from "@due-regard/database/schema/organisations";
import { ASSESSMENT_STATUSES } from "@due-regard/domain/ehria/vocabulary";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../testing/test-app.ts";
import { listPublishedAssessments } from "./list-published-assessments.ts";

let test: TestApp;

beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const register = async (): Promise<string> => (await test.openBrowser().get("/register")).text();

/** One assessment in each status; only one of them may ever come up. */
const addOneInEachStatus = async (): Promise<void> => {
  const { db } = test.database;
  const [council] = await db
    .insert(organisations)
    .values({ code: "X1", name: "Testshire", kind: "COUNTY" })
    .returning();
  const [department] = await db
    .insert(departments)
    .values({ organisationId: council?.id ?? "", slug: "care", name: "Care & <Support>" })
    .returning();
  const [template] = await db
    .insert(formTemplates)
    .values({ key: "test", version: 1, title: "Form" })
    .returning();
  await db.insert(assessments).values(
    ASSESSMENT_STATUSES.map((status, index) => ({
      reference: `EHRIA-2026-000${index + 1}`,
      title: `About <b>${status}</b>`,
      status,
      departmentId: department?.id ?? "",
      templateId: template?.id ?? "",
      startedOn: "2026-01-05",
      completedOn: "2026-03-09",
    })),
  );
};

describe("the public register", () => {
  it("needs no sign-in and no script, and says honestly that there is nothing yet; then lists what is published", async () => {
    const empty = await register();
    expect(empty).toContain('<p class="govuk-inset-text">No assessment has been published yet.</p>');
    expect(empty).not.toContain("<script");

    await addOneInEachStatus();
    const published = ASSESSMENT_STATUSES.indexOf("PUBLISHED") + 1;
    expect(await listPublishedAssessments(test.database.db)).toEqual([
      {
        reference: `EHRIA-2026-000${published}`,
        title: "About <b>PUBLISHED</b>",
        department: "Care & <Support>",
        completedOn: "2026-03-09",
      },
    ]);
    const listed = await register();
    expect(listed).toContain("1 assessment");
    expect(listed).toContain("About &lt;b&gt;PUBLISHED&lt;/b&gt;");
    expect(listed).toContain("Care &amp; &lt;Support&gt;");
    expect(listed).toContain("9 March 2026");
    expect(listed).not.toMatch(/DRAFT|SIGNED_OFF|WITHDRAWN/);
  });
});
