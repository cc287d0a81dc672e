import type { FormTemplate } from "@due-regard/domain/ehria/form/template";
import { hashTemplate, writeTemplateFile } from "@due-regard/domain/ehria/form/template-file";
import { sampleTemplate } from "@due-regard/domain/ehria/testing/sample-template";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAssessment } from "../assessments/create-assessment.ts";
import { connectDatabase, type DatabaseConnection } from "../connection.ts";
import { readSampleTemplates } from "../sample-data/ehria/read-forms.ts";
import { assessmentRevisions, assessments } from "../schema/assessments.ts";
import { departments, organisations } from "../schema/organisations.ts";
import { users } from "../schema/people.ts";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database.ts";
import { deleteFormDraft, insertFormDraft, loadFormDraft, updateFormDraft } from "./form-drafts.ts";
import { loadTemplate, publishTemplate } from "./store-template.ts";

const TEMPLATES = await readSampleTemplates();

let testDatabase: TestDatabase;
let database: DatabaseConnection;
let userId: string;
let departmentId: string;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = connectDatabase(testDatabase.url);
  const { db } = database;
  const [user] = await db
    .insert(users)
    .values({ email: "keeper@example.org", name: "Keeper", jobTitle: "Administrator" })
    .returning();
  const [organisation] = await db
    .insert(organisations)
    .values({ code: "X1", name: "Example", kind: "COUNTY" })
    .returning();
  const [department] = await db
    .insert(departments)
    .values({ organisationId: organisation?.id ?? "", name: "One", slug: "one" })
    .returning();
  userId = user?.id ?? "";
  departmentId = department?.id ?? "";
});
afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const publish = (template: FormTemplate): Promise<string> =>
  database.db.transaction((tx) =>
    publishTemplate(tx, template, { publishedAt: new Date().toISOString(), publishedById: userId }),
  );

describe("a published form", () => {
  test.each(TEMPLATES.map((template) => [template.key, template] as const))(
    "%s comes back from its rows as it was, with the same hash",
    async (_key, template) => {
      const stored = await loadTemplate(database.db, await publish(template));
      expect(stored).toEqual(template);
      expect(stored && hashTemplate(stored)).toBe(hashTemplate(template));
      expect(stored && writeTemplateFile(stored)).toBe(writeTemplateFile(template));
    },
  );

  test("has one row for each version", async () => {
    const template = { ...sampleTemplate, key: "one-row", version: 1 };
    await publish(template);
    await expect(publish(template)).rejects.toThrow();
  });
});

describe("a draft", () => {
  const draft = { ...sampleTemplate, key: "drafted", title: "" };

  test("is one for each form, and is saved on the version that the edit was based on", async () => {
    await database.db.transaction(async (tx) => {
      const begun = await insertFormDraft(tx, { template: draft, basedOnId: null, userId });
      expect(begun).toMatchObject({ key: "drafted", version: 1, savedById: userId });
      expect(await insertFormDraft(tx, { template: draft, basedOnId: null, userId })).toBeNull();
      const change = { key: "drafted", template: { ...draft, title: "Two" }, basedOnVersion: 1, userId };
      expect((await updateFormDraft(tx, change))?.version).toBe(2);
      expect(await updateFormDraft(tx, change)).toBeNull();
      expect((await loadFormDraft(tx, "drafted", "update"))?.document).toMatchObject({ title: "Two" });
      await deleteFormDraft(tx, begun?.id ?? "");
      expect(await loadFormDraft(tx, "drafted")).toBeNull();
    });
  });
});

describe("an assessment's form", () => {
  const start = async (templateId: string) =>
    await database.db.transaction((tx) =>
      createAssessment(tx, { title: "x", departmentId, templateId, leadId: userId, startedOn: "2026-01-05" }),
    );
  const move = async (id: string, templateId: string) =>
    await database.db.update(assessments).set({ templateId }).where(eq(assessments.id, id));

  test("changes to another version of it alone, and never under a seal", async () => {
    const form = { ...sampleTemplate, key: "moving" };
    const [one, two, other] = [
      await publish(form),
      await publish({ ...form, version: 2 }),
      await publish({ ...form, key: "another" }),
    ];
    const { id, revisionId } = await start(one);
    const refusal = (code: string) => expect.objectContaining({ cause: expect.objectContaining({ code }) });
    await expect(move(id, other)).rejects.toEqual(refusal("DR020"));
    await move(id, two);
    await database.db
      .update(assessmentRevisions)
      .set({ sealedAt: new Date().toISOString(), sealedContent: "{}", contentHash: "x" })
      .where(eq(assessmentRevisions.id, revisionId));
    await expect(move(id, one)).rejects.toEqual(refusal("DR020"));
  });
});
