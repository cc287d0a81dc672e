import { type Browser, expect } from "@playwright/test";
import { addressOf } from "./applications.ts";
import { inspect } from "./checks.ts";
import { test } from "./journey.ts";
import { pressOn, tabTo, typeInto } from "./keyboard.ts";
import { signIn } from "./people.ts";
import { sign, writeShort } from "./short-assessment.ts";

/**
 * What the public reads: a member decides about each passage that may identify somebody, by keyboard alone, adds one that no search
 * found, and prepares the copy; the chair looks at the page as it will stand in the register and publishes it.
 */
test.describe.configure({ mode: "serial" });

const WORDS = "Priya Shah asked for two counters. Write to priya.shah@example.org; the blue door stays.";

let reference: string;

/** Signed by its lead officer and by the chair. */
const signOff = async (browser: Browser, baseURL: string): Promise<void> => {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await signIn(page, "lead.officer", "/cookies");
  reference = await writeShort(page, "Counters at Mill Street", WORDS);
  await sign(page, reference, "SUBMIT");
  await context.clearCookies();
  await signIn(page, "deg.chair", "/cookies");
  await sign(page, reference, "SIGN_OFF");
  await context.close();
};

test.beforeAll(async ({ browser }, { parallelIndex }) => {
  await signOff(browser, addressOf(parallelIndex));
});

test("a member decides passage by passage, by keyboard alone", async ({ page }) => {
  await signIn(page, "deg.member", `/assessments/${reference}`);
  await pressOn(page, page.getByRole("link", { name: "Prepare it for the public" }));
  await expect(page.getByRole("heading", { level: 1, name: "Publish" })).toBeFocused();
  await expect(page.getByText("0 of 2 passages decided.")).toBeVisible();
  await pressOn(page, page.getByRole("button", { name: "Save and go on" }));
  await expect(page.locator(".govuk-error-summary")).toBeFocused();
  await inspect(page, "publish-decide");
  await tabTo(page, page.getByRole("radio", { name: "Leave it out" }));
  await page.keyboard.press("ArrowDown");
  await typeInto(page, page.getByRole("textbox", { name: "Job title" }), "a member of staff");
  await pressOn(page, page.getByRole("button", { name: "Save and go on" }));
  await expect(page.getByText("1 of 2 passages decided.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "“priya.shah@example.org”" })).toBeFocused();
  await tabTo(page, page.getByRole("radio", { name: "Leave it out" }));
  await page.keyboard.press("Space");
  await pressOn(page, page.getByRole("button", { name: "Save and go on" }));
  await expect(page.getByText("2 of 2 passages decided.")).toBeVisible();
  await pressOn(page, page.getByRole("link", { name: "add a passage that was missed" }));
  await page.getByLabel("Where does it stand?").selectOption({ label: "Question 1" });
  await typeInto(page, page.getByLabel("Words that the public shouldn’t read"), "the blue door");
  await tabTo(page, page.getByRole("radio", { name: "Leave it out" }));
  await page.keyboard.press("Space");
  await inspect(page, "publish-add");
  await pressOn(page, page.getByRole("button", { name: "Add this passage" }));
  await expect(page.getByText("3 of 3 passages decided.")).toBeVisible();
  await pressOn(page, page.getByRole("button", { name: "Prepare for approval" }));
  await expect(page.getByText("It waits for the chair of the group")).toBeVisible();
  await inspect(page, "publish-prepared");
});

test("the chair sees it as the public will, and publishes it", async ({ page }) => {
  await signIn(page, "deg.chair", "/");
  await expect(page.getByRole("heading", { level: 2, name: "Waiting to be published" })).toBeVisible();
  await inspect(page, "home-to-publish");
  await pressOn(page, page.getByRole("link", { name: "Counters at Mill Street", exact: true }));
  await expect(page).toHaveURL(new RegExp(`/assessments/${reference}/publish$`));
  await page.goto(`/publications/${reference}`);
  await expect(page.getByText("[a member of staff] asked for two counters.")).toContainText(
    "Write to [redacted]; [redacted] stays.",
  );
  await inspect(page, "publish-preview");
  await page.goto(`/assessments/${reference}/publish`);
  await pressOn(page, page.getByRole("checkbox", { name: /I have read what the public will see/ }), "Space");
  await inspect(page, "publish-approve");
  await pressOn(page, page.getByRole("button", { name: "Publish" }));
  await expect(page).toHaveURL(new RegExp(`/assessments/${reference}$`));
  await page.context().clearCookies();
  await page.goto(`/register/${reference}`);
  await expect(page.getByText("[a member of staff] asked for two counters.")).toBeVisible();
  await expect(page.getByText("Priya")).toHaveCount(0);
});
