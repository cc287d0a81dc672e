import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { addressOf } from "./applications.ts";
import { asked, startAssessment } from "./ask-api.ts";
import { expectAccessible, inspect } from "./checks.ts";
import { test } from "./journey.ts";
import { pressOn, tabTo, typeInto } from "./keyboard.ts";
import { signIn } from "./people.ts";

const FORM = new URL(
  "../../packages/database/sample-data/forms/leicestershire-ehria-v1.json",
  import.meta.url,
);
const LABEL = "Cost to people";
const QUESTION = "What will it cost people, and which people?";

const SAVE = `mutation ($input: SaveAnswersInput!) { saveAnswers(input: $input) { __typename ... on Error { message } } }`;

test.describe.configure({ mode: "serial" });

/** A draft of this journey's own, on the version before. */
let reference: string;
test.beforeAll(async ({ browser }, { parallelIndex }) => {
  const context = await browser.newContext({ baseURL: addressOf(parallelIndex) });
  const page = await context.newPage();
  await signIn(page, "lead.officer", "/cookies");
  reference = await startAssessment(page, "Charges at the leisure centre", "leicestershire-ehria");
  const answers = [{ question: "policy-change", text: "Swimming will cost more.", basedOnVersion: 0 }];
  expect((await asked(page, SAVE, { input: { reference, answers } })).__typename).toBe("AnswersSaved");
  await context.close();
});

/** The County's form with one more question, whose words are missing. */
const changedForm = async (): Promise<Buffer> => {
  const form = JSON.parse(await readFile(FORM, "utf8"));
  const after = form.questions.findIndex(({ key }: { key: string }) => key === "target-groups");
  const added = {
    key: "cost-to-people",
    section: "defining-the-policy",
    kind: "LONG_TEXT",
    label: LABEL,
    text: "",
  };
  form.questions.splice(after + 1, 0, added);
  return Buffer.from(JSON.stringify(form));
};

const importForm = async (page: Page) => {
  const buffer = await changedForm();
  await page
    .getByLabel("Choose a file")
    .setInputFiles({ name: "form.json", mimeType: "application/json", buffer });
  await pressOn(page, page.getByRole("button", { name: "Import" }));
  await expect(page.getByRole("alert").filter({ hasText: "Imported as a draft" })).toBeVisible();
  await inspect(page, "form-draft");
};

const putRight = async (page: Page) => {
  await pressOn(page, page.locator(".app-faults").getByRole("link", { name: LABEL }));
  await expect(page).toHaveTitle(new RegExp(`^Error: ${LABEL}`));
  await expect(page.locator(".govuk-error-summary")).toBeFocused();
  await inspect(page, "form-question-fault");
  await pressOn(
    page,
    page.locator(".govuk-error-summary").getByRole("link", { name: /There are no words here/ }),
  );
  const words = page.getByLabel("The question, as officers read it");
  await expect(words).toBeFocused();
  await typeInto(page, words, QUESTION);
  await pressOn(page, page.getByRole("button", { name: "Save" }));
  await expect(page.getByText("Nothing stands in the way of publishing it.")).toBeVisible();
};

const tryOut = async (page: Page) => {
  await pressOn(page, page.getByRole("link", { name: "Try it out", exact: true }));
  await pressOn(page, page.getByRole("link", { name: "Defining the policy", exact: true }));
  await typeInto(page, page.getByLabel(QUESTION), "Nobody pays more.");
  await tabTo(page, page.getByRole("link", { name: "Back to the task list" }));
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("listitem").filter({ hasText: "Defining the policy" })).toContainText(
    "In progress",
  );
  await pressOn(page, page.getByRole("link", { name: "Back to the draft" }));
};

const publish = async (page: Page) => {
  await pressOn(page, page.getByRole("link", { name: "Publish as version 2" }));
  await expect(page.getByText("New question", { exact: true })).toBeVisible();
  await pressOn(page, page.getByRole("button", { name: "Publish version 2" }));
  await expect(page.locator(".govuk-error-summary")).toBeFocused();
  await inspect(page, "form-publish");
  await pressOn(page, page.getByLabel(/I have looked at the whole of it/), "Space");
  await pressOn(page, page.getByRole("button", { name: "Publish version 2" }));
  await expect(page).toHaveURL(/\/versions\/2$/);
  await expect(page.getByText(QUESTION).first()).toBeVisible();
};

test("an administrator imports a form, puts its fault right, tries it out and publishes it, by keyboard", async ({
  page,
}) => {
  await signIn(page, "admin", "/forms/import");
  await importForm(page);
  await putRight(page);
  await tryOut(page);
  await publish(page);
});

test("the lead officer moves a draft to the new version, and its answers come along", async ({ page }) => {
  await signIn(page, "lead.officer", `/assessments/${reference}`);
  await pressOn(page, page.getByRole("link", { name: "See what would change, and move it" }));
  await expect(page.getByRole("listitem").filter({ hasText: QUESTION })).toContainText("must be answered");
  await expect(page.getByText("None: everything that you have written counts as before.")).toBeVisible();
  await inspect(page, "form-move");
  await pressOn(page, page.getByRole("button", { name: "Move to version 2" }));
  await expect(page.getByText("This assessment is on version 2 of its form now.")).toBeVisible();
  await page.goto(`/assessments/${reference}/defining-the-policy`);
  await expect(page.getByLabel(QUESTION)).toHaveValue("");
  await expect(page.getByLabel(/^1\. Compared with today/)).toHaveValue("Swimming will cost more.");
});
