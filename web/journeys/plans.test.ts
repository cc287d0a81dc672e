import { expect, type Page } from "@playwright/test";
import { inspect } from "./checks.ts";
import { test } from "./journey.ts";
import { signIn } from "./people.ts";

/** Plans, as the head of service meets them: how they are rated, what they leave open, and how their actions get on. */
test.describe.configure({ mode: "serial" });

const PLAN = "/strategies/strategic-plan-2018-22";
const DEMENTIA = "/strategies/living-well-with-dementia-2019-22";
const ON = "2020-04-01";

const card = (page: Page, reference: string) =>
  page
    .locator(".app-action")
    .filter({ has: page.getByRole("heading", { name: new RegExp(`^${reference} `) }) });

/** Presses Tab until the named control has the focus: what a mouse can reach, the keyboard must reach too. */
const tabTo = async (page: Page, name: string | RegExp, role: "button" | "radio" | "link" | "textbox") => {
  const target = page.getByRole(role, { name }).first();
  for (let presses = 0; presses < 200; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return target;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The keyboard does not reach ${name}`);
};

test("the list tells each plan's line, ratings and gaps, and which were in force on a day", async ({
  page,
}) => {
  await signIn(page, "head.of.service", "/strategies");
  await expect(page.getByRole("status").filter({ hasText: "9 strategies" })).toBeVisible();
  const row = page.getByRole("row").filter({ hasText: "Strategic Plan 2022-26" }).first();
  await expect(row).toContainText("16 of 30 measures better");
  await expect(row).toContainText("1 of 11 outcomes without a measure");
  await expect(row).toContainText("Follows Strategic Plan 2018-22");
  await inspect(page, "plans");

  const day = page.getByRole("group", { name: "In force on" });
  await day.getByLabel("Day").fill("31");
  await day.getByLabel("Month").fill("2");
  await day.getByLabel("Year").fill("2018");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.locator(".govuk-error-summary")).toBeFocused();
  await expect(page).toHaveTitle("Error: Strategies - Due Regard");
  await inspect(page, "plans-wrong-day");
  await day.getByLabel("Month").fill("3");
  await page.getByLabel("Organisation").selectOption({ label: "Leicester City Council" });
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("1 strategy, in force on 31 March 2018")).toBeVisible();
  await expect(
    page.getByRole("link", { name: "Adult social care strategic priorities 2017/18" }),
  ).toBeVisible();
  await inspect(page, "plans-filtered");
});

test("one plan shows its ratings rolled up, which reconcile with the rows, for the dashboard chosen", async ({
  page,
}) => {
  await signIn(page, "head.of.service", PLAN);
  const whole = "8 on target, 6 within tolerance, 1 to miss, 15 no judgement: 30 measures";
  await expect(page.getByText(whole)).toBeVisible();
  await page.getByLabel("Ratings as reported for").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Show" }).click();
  await expect(
    page.getByText("19 on target, 4 within tolerance, 0 to miss, 8 no judgement: 31 measures"),
  ).toBeVisible();
  await page.getByRole("button", { name: "Open all" }).click();
  await expect(page.locator(".app-tree").first().locator("tbody tr")).toHaveCount(31);
  const wellbeing = page.locator(".app-tree__item").filter({ hasText: "Wellbeing and Opportunity" }).first();
  await expect(wellbeing.locator(".app-rating-counts").first()).toContainText("of 18 measures on target");
  await expect(page.getByRole("row", { name: /Prevent need/ })).toContainText("8 of 13 measures on target");
  await inspect(page, "plan-open");
  await page.getByRole("button", { name: "Close all" }).click();
  await expect(page.locator(".app-tree").first().locator("tbody tr").first()).toBeHidden();
  await inspect(page, "plan-closed");

  // On paper everything is open.
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".app-tree").first().locator("tbody tr").first()).toBeVisible();
  await page.emulateMedia({ media: null });
});

test("its line tells what was carried over, and leads to the plans before and after", async ({ page }) => {
  await signIn(page, "scrutiny", PLAN);
  await expect(
    page.getByText("29 of the 32 measures before were carried over; 1 measure came in."),
  ).toBeVisible();
  await page
    .getByRole("button", { name: "What was carried over into Strategic Plan 2022-26" })
    .press("Enter");
  const employment = page.getByRole("row").filter({ has: page.getByText("1E", { exact: true }) });
  await expect(employment).toContainText("Young people and adults are able to aim high");
  await page.getByRole("link", { name: "Strategic Plan 2022-26" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Strategic Plan 2022-26" })).toBeFocused();
  await page.getByRole("link", { name: "Clean and Green" }).first().click();
  await expect(page.locator(".app-tree__item").filter({ hasText: "Clean and Green" }).first()).toBeFocused();
});

test("the tree and an action's progress are worked by keyboard alone", async ({ page }) => {
  await signIn(page, "head.of.service", `${DEMENTIA}?on=${ON}`);
  await expect(page.getByText("8 of 13 open actions, of 13 in all")).toBeVisible();
  const d02 = card(page, "D02");
  await expect(d02).toContainText("Overdue");
  await inspect(page, "actions");

  await tabTo(page, /^Record progress on D02/, "button");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Record progress on D02" })).toBeFocused();
  await inspect(page, "progress-write");
  await tabTo(page, "See what will change", "button");
  await page.keyboard.press("Enter");
  await expect(d02.locator(".govuk-error-summary")).toBeFocused();
  await expect(page).toHaveTitle(/^Error: /);
  await inspect(page, "progress-error");

  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("What has been done?")).toBeFocused();
  await page.keyboard.type("Every practice offers the check.");
  await page.keyboard.press("Tab");
  // In progress, delayed, done.
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press("ArrowDown");
  await expect(d02.getByRole("radio", { name: "Done" })).toBeChecked();

  // What is typed outlives the page.
  await page.reload();
  await expect(page.getByText("progress notes of yours that are not saved yet")).toBeVisible();
  await tabTo(page, /^D02 /, "button");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("What has been done?")).toHaveValue("Every practice offers the check.");
  await tabTo(page, "See what will change", "button");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "What will change on D02" })).toBeFocused();
  await expect(d02).toContainText("Changes from “Not started” to “Done”");
  await expect(d02).toContainText("It will no longer be overdue");
  await inspect(page, "progress-check");
  await tabTo(page, "Save progress", "button");
  await page.keyboard.press("Enter");
  await expect(d02.locator(".govuk-notification-banner")).toBeFocused();
  await expect(d02).toContainText("Jo Stewardson (demo)");
  await expect(d02.getByText("Overdue")).toHaveCount(0);
  await expect(page.getByText("7 of 12 open actions, of 13 in all")).toBeVisible();
  await inspect(page, "progress-saved");
});

test("when somebody else was first, both are shown and no note is lost", async ({ page, browser }) => {
  await signIn(page, "head.of.service", `${DEMENTIA}?on=${ON}`);
  const mine = card(page, "D04");
  await mine.getByRole("button", { name: /^Record progress/ }).click();
  await mine.getByLabel("What has been done?").fill("The pathway is drawn.");
  await mine.getByRole("radio", { name: "In progress" }).check();
  await mine.getByRole("button", { name: "See what will change" }).click();

  const other = await browser.newContext();
  const theirPage = await other.newPage();
  await signIn(theirPage, "analyst", `${DEMENTIA}?on=${ON}`);
  const theirs = card(theirPage, "D04");
  await theirs.getByRole("button", { name: /^Record progress/ }).click();
  await theirs.getByLabel("What has been done?").fill("The review is stopped.");
  await theirs.getByRole("radio", { name: "Cancelled" }).check();
  await theirs.getByRole("button", { name: "See what will change" }).click();
  await theirs.getByRole("button", { name: "Save progress" }).click();
  await expect(theirs.locator(".govuk-notification-banner")).toBeFocused();
  await other.close();

  await mine.getByRole("button", { name: "Save progress" }).click();
  const heading = mine.getByRole("heading", { name: /Somebody else recorded progress on D04/ });
  await expect(heading).toBeFocused();
  await expect(mine.locator(".app-conflict")).toContainText("The pathway is drawn.");
  await expect(mine.locator(".app-conflict")).toContainText("The review is stopped.");
  await inspect(page, "progress-conflict");
  await mine.getByRole("radio", { name: "Theirs: Cancelled" }).check();
  await mine.getByRole("button", { name: "See what will change" }).click();
  await mine.getByRole("button", { name: "Save progress" }).click();
  await expect(mine.locator(".govuk-notification-banner")).toContainText("It now stands at “Cancelled”");
  await expect(mine.locator(".app-notes-list > li")).toHaveText([
    /The pathway is drawn\./,
    /The review is stopped\./,
  ]);
});

test("who may only read sees how actions get on, and no button", async ({ page }) => {
  await signIn(page, "scrutiny", `${DEMENTIA}?on=${ON}`);
  await expect(card(page, "D02")).toContainText("Every practice offers the check.");
  await expect(page.getByRole("button", { name: /^Record progress/ })).toHaveCount(0);
});
