import { DEMO_ACCOUNTS } from "@due-regard/database/sample-data/demo-accounts";
import { SCOPES } from "@due-regard/domain/access/roles";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ADMIN, COUNTY_FORM, FORM, START_DRAFT } from "../testing/form-operations.ts";
import { FORM_WRITES } from "../testing/form-writes.ts";
import { fingerprintDatabase } from "../testing/rollback.ts";
import { createTestApi, type TestApi } from "../testing/test-api.ts";
import { writeText } from "../testing/write-texts.ts";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
  const started = await api.as(ADMIN)(START_DRAFT, { input: { key: COUNTY_FORM } });
  expect(started.data.startFormDraft.__typename).toBe("FormDraftSaved");
});
afterAll(() => api.close());

const PEOPLE = [...DEMO_ACCOUNTS.map(({ email }) => email), null];

describe.each(Object.entries(FORM_WRITES))("%s", (mutation, { input, answers }) => {
  it.each(PEOPLE)("by %s", async (email) => {
    const before = await fingerprintDatabase(api.database);
    const { data, errors } = await api.as(email)(writeText(mutation), { input });
    expect(errors).toEqual([]);
    expect(data[mutation].__typename).toBe(email === ADMIN ? answers : "NotAllowed");
    expect(await fingerprintDatabase(api.database)).toEqual(before);
  });

  it.each(SCOPES)("by an administrator's token for %s alone", async (scope) => {
    const { data } = await api.as(ADMIN, [scope])(writeText(mutation), { input });
    expect(data[mutation].__typename).toBe("NotAllowed");
  });
});

describe("a draft of a form, and how many assessments are on a version", () => {
  it.each(PEOPLE)("as %s sees it", async (email) => {
    const { data, errors } = await api.as(email)(FORM, { key: COUNTY_FORM });
    if (email === null) {
      expect(errors.map(({ code }) => code)).toEqual(["UNAUTHENTICATED"]);
      return;
    }
    const [version] = data.form.versions;
    expect([data.form.draft?.version ?? null, version.assessmentCount]).toEqual(
      email === ADMIN ? [1, 1] : [null, null],
    );
    expect(version.document).toContain('"leicestershire-ehria"');
    const preview = `{ formPreview(key: "${COUNTY_FORM}") { isDraft } }`;
    expect((await api.as(email)(preview)).data.formPreview).toEqual(
      email === ADMIN ? { isDraft: true } : null,
    );
  });
});
