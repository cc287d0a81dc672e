import { type BrowserContext, expect, type Page } from "@playwright/test";
import { inspect } from "./checks.ts";
import { expectSaved } from "./drafting-steps.ts";
import { test } from "./journey.ts";
import { signIn } from "./people.ts";

const DRAFT = "/assessments/EHRIA-2019-0001";
const QUESTION = /^2\. /;

const question = (page: Page) => page.getByRole("textbox", { name: QUESTION });

const openDraft = async (context: BrowserContext, person: "lead.officer" | "contributor"): Promise<Page> => {
  const page = await context.newPage();
  await signIn(page, person, `${DRAFT}/defining-the-policy`);
  await expect(question(page)).toBeVisible();
  return page;
};

test("what is written without a connection, on several pages, survives a closed tab and is saved from the home page", async ({
  context,
}) => {
  const page = await openDraft(context, "lead.officer");
  const before = await question(page).inputValue();
  await context.setOffline(true);
  await question(page).fill(`${before}\n\nWritten in a tunnel.`);
  await question(page).blur();
  await expect(page.locator(".app-save-line")).toContainText("Not saved yet: 1 answer");
  await page.getByRole("link", { name: /^Next/ }).click();
  await expect(
    page.getByText("The server can’t be reached. This page shows what was loaded at"),
  ).toBeVisible();
  await page.getByRole("textbox").first().fill("On the next page of the same tunnel.");
  await expect(page.locator(".app-save-line")).toContainText("Not saved yet: 2 answers");
  await inspect(page, "offline");
  await page.getByRole("link", { name: "See what is not saved" }).click();
  await expect(page.getByText("2 answers are in this browser and not on the server yet.")).toBeVisible();
  await expect(page.getByText("On the next page of the same tunnel.")).toBeVisible();
  await inspect(page, "unsaved");
  await page.close();
  await context.setOffline(false);

  const next = await context.newPage();
  await next.goto("/");
  await expect(next.getByText("What you wrote earlier is saved now: 2 answers")).toBeVisible();
  await inspect(next, "saved-later");
  await next.getByRole("region", { name: "Saved" }).getByRole("link").first().click();
  await expect(question(next)).toHaveValue(/Written in a tunnel\.$/);
  await expect(next.getByText("What you wrote earlier is saved now")).toHaveCount(0);
  await question(next).fill(before);
  await question(next).blur();
  await expectSaved(next);
});

test("two people write at once: both texts are shown, one of them chooses, nothing is lost", async ({
  browser,
}) => {
  const contexts = [await browser.newContext(), await browser.newContext()] as const;
  const lead = await openDraft(contexts[0], "lead.officer");
  const contributor = await openDraft(contexts[1], "contributor");
  const before = await question(lead).inputValue();

  await question(contributor).fill(`${before}\n\nFrom the contributor.`);
  await question(contributor).blur();
  await expectSaved(contributor);
  await question(lead).fill(`${before}\n\nFrom the lead.`);
  await question(lead).blur();

  await expect(lead.getByRole("heading", { name: /Somebody else changed this answer/ })).toBeVisible();
  const conflict = lead.locator(".app-conflict");
  await expect(conflict.locator("ins").filter({ hasText: "From the lead." })).toBeVisible();
  await expect(conflict.locator("ins").filter({ hasText: "From the contributor." })).toBeVisible();
  await inspect(lead, "conflict");
  await lead.getByRole("radio", { name: "Make one text of both" }).check();
  await expect(conflict.getByRole("textbox")).toHaveValue(/From the contributor\.\n\nFrom the lead\.$/);
  await lead.getByRole("button", { name: "Save this choice" }).click();
  await expectSaved(lead);
  await expect(conflict).toHaveCount(0);

  await contributor.reload();
  await expect(question(contributor)).toHaveValue(/From the contributor\.\n\nFrom the lead\.$/);
  await question(contributor).fill(before);
  await question(contributor).blur();
  await expectSaved(contributor);
  for (const context of contexts) await context.close();
});

test("a new assessment starts with its name and its tasks", async ({ page }) => {
  await signIn(page, "lead.officer", "/assessments/new");
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page).toHaveTitle(/^Error: Start an assessment/);
  await expect(page.locator(".govuk-error-summary")).toBeFocused();
  await inspect(page, "start-with-error");
  await page.getByLabel("What is the policy called?").fill("Opening hours of the county record office");
  await page.getByRole("button", { name: "Start" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "Opening hours of the county record office" }),
  ).toBeFocused();
  await inspect(page, "new-task-list");
});
