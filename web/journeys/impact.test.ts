import { expect } from "@playwright/test";
import { asked, startAssessment } from "./ask-api.ts";
import { inspect } from "./checks.ts";
import { test } from "./journey.ts";
import { pressOn } from "./keyboard.ts";
import { signIn } from "./people.ts";

const SAVE = `mutation ($input: SaveCharacteristicImpactsInput!) {
  saveCharacteristicImpacts(input: $input) { __typename ... on Error { message } } }`;

/** Cumulative impact: over what counts, and from a cell to the assessments behind it, without a mouse. */
test("a cell of the table leads to its assessments by keyboard", async ({ page }) => {
  await signIn(page, "lead.officer", "/cookies");
  const reference = await startAssessment(page, "Fewer buses after nine", "leicestershire-ehria");
  const impacts = [{ characteristic: "AGE", affected: true, direction: "NEGATIVE", basedOnVersion: 0 }];
  const input = { reference, stage: "SCREENING", impacts };
  expect((await asked(page, SAVE, { input })).__typename).toBe("CharacteristicImpactsSaved");
  await page.goto(`/impact?references=${reference}`);
  await expect(page.getByText("There is nothing to add up yet.")).toBeVisible();
  await expect(page.getByText(/^0 assessments count\. 1 more that you may see fits/)).toBeVisible();
  await page.getByLabel("What counts").selectOption({ label: "Also what is being written or reviewed" });
  await pressOn(page, page.getByRole("button", { name: "Show these assessments" }));
  await expect(page.getByText("1 assessment counts: all that you may see and that fit.")).toBeVisible();
  const row = page.getByRole("row", { name: /^Age/ });
  await pressOn(page, row.getByRole("link", { name: /^1 assessment: Age/ }));
  await expect(page.getByRole("heading", { name: /^Age, .*: 1 of 1$/ })).toBeFocused();
  await inspect(page, "impact");
  const cell = page.url();

  // A committee's report rests on what is signed: of a draft it says nothing, and says so.
  await pressOn(page, page.getByRole("link", { name: "Draw up the paragraphs for a committee report" }));
  await expect(page.getByText("No signed assessment is chosen.", { exact: false })).toBeVisible();
  await page.getByLabel("References of assessments").fill(reference);
  await pressOn(page, page.getByRole("button", { name: "Show what the report would say" }));
  await expect(page.getByText("not signed off, so nothing is said of it")).toBeVisible();
  await page.getByLabel("Dashboard as an appendix").selectOption({ index: 1 });
  await pressOn(page, page.getByRole("button", { name: "Show what the report would say" }));
  // The page without the dashboard looks alike: what follows is about the one that has it.
  await expect(page).toHaveURL(/dashboard=/);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download it as Word document (DOCX)" }).press("Enter"),
  ]);
  expect(file.suggestedFilename()).toMatch(/^equality-and-human-rights-implications-.*\.docx$/);
  await inspect(page, "pack");
  await page.goBack();
  await expect(page).not.toHaveURL(/dashboard=/);
  // The pages before look alike, so that nothing on them tells when a further step back is done: the address is as good.
  await page.goto(cell);
  await pressOn(page, page.getByRole("region", { name: /^Age/ }).getByRole("link"));
  await expect(page).toHaveURL(new RegExp(`/assessments/${reference}$`));
});
