import { expect, type Locator, type Page } from "@playwright/test";
import { inspect } from "./checks.ts";
import { test } from "./journey.ts";
import { pressOn, typeInto } from "./keyboard.ts";
import { signIn } from "./people.ts";

// Dashboards of these tests' own: quarters of the City's that no paper here is about.
const CITY = "E06000016";
const EDITION = `/performance?organisation=${CITY}&period=2018-19-Q4`;
const REPORTED = `/performance?organisation=${CITY}&period=2017-18-Q3`;
const EMPLOYMENT = /^People with a learning disability in employment/;

const rowOf = (page: Page, title: RegExp): Locator =>
  page.locator("table.app-dashboard tbody tr").filter({ has: page.getByRole("link", { name: title }) });
const changeButton = (page: Page, title: RegExp): Locator =>
  rowOf(page, title).getByRole("button", { name: /^Change/ });
const panel = (page: Page): Locator => page.locator(".app-edit");
const figureField = (page: Page): Locator =>
  panel(page).getByRole("textbox", { name: "Figure", exact: true });
const show = (page: Page): Locator => panel(page).getByRole("button", { name: "Show what will change" });
const save = (page: Page): Locator => panel(page).getByRole("button", { name: "Save", exact: true });

/** What the panel says of one dashboard: a figure or a target may stand on several. */
const lineOf = (page: Page, aspect: string): Locator =>
  panel(page)
    .getByRole("table", { name: /Quarter 4, 2018\/19$/ })
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: aspect, exact: true }) });

test.describe.configure({ mode: "serial" });

const prepare = async (page: Page, quarter: "3" | "4", takeRowsFrom: string) => {
  await page.getByLabel("Whose performance is it about?").selectOption(CITY);
  await page.getByRole("radio", { name: "A quarter" }).check();
  await page.getByLabel("Financial year", { exact: true }).selectOption("2018");
  await page.getByLabel("Quarter", { exact: true }).selectOption(quarter);
  await page.getByLabel("What is it called?").fill(`Adult social care in quarter ${quarter}`);
  await page.getByLabel("Take over the measures of an earlier dashboard?").selectOption(takeRowsFrom);
  await expect(page.getByText(`It will be the dashboard for Quarter ${quarter}, 2018/19.`)).toBeVisible();
  await page.getByRole("button", { name: "Prepare it" }).click();
  await expect(page.getByText("This dashboard is being prepared.")).toBeVisible();
};

test("the analyst prepares a dashboard from an earlier one", async ({ page }) => {
  await signIn(page, "analyst", "/performance/prepare");
  await page.getByRole("button", { name: "Prepare it" }).click();
  await expect(page).toHaveTitle(/^Error: Prepare a dashboard/);
  await expect(page.locator(".govuk-error-summary")).toBeFocused();
  await inspect(page, "prepare-with-error");
  await prepare(page, "3", "2017-18-Q3");
  await expect(page.getByText("Showing all 31 measures")).toBeVisible();
  await expect(
    page.getByText("0 on target, 0 within tolerance, 0 to miss, 31 no judgement: 31 measures"),
  ).toBeVisible();
});

test("the analyst defines a metric, puts it on a dashboard of its own with others, and takes one off", async ({
  page,
}) => {
  await signIn(page, "analyst", "/performance/metrics/new");
  await page.getByRole("button", { name: "Define it" }).click();
  await expect(page.locator(".govuk-error-summary")).toBeFocused();
  await inspect(page, "define-with-error");
  await page.getByLabel("Name", { exact: true }).fill("Calls answered within a minute");
  await page.getByLabel("Code", { exact: true }).fill("LOCAL-calls-answered");
  await page.getByLabel("Framework", { exact: true }).fill("LOCAL-LEICESTER");
  await page
    .getByLabel("Definition")
    .fill("Calls to the contact centre that somebody answers within a minute.");
  await page.getByRole("button", { name: "Define it" }).click();
  await expect(
    page.getByText("Calls answered within a minute (LOCAL-calls-answered) is defined."),
  ).toBeVisible();

  await page.goto("/performance/prepare");
  await prepare(page, "4", "");
  await expect(page.getByText("This dashboard shows no measure yet.")).toBeVisible();
  await page.getByRole("link", { name: /^Arrange this dashboard/ }).click();
  for (const [words, title] of [
    ["calls answered", "Calls answered within a minute"],
    ["learning disability in employ", "People with a learning disability in employment"],
    ["carer-reported", "Carer-reported quality of life"],
  ] as const) {
    await page.getByLabel("Which metric?").fill(words);
    await page.getByRole("button", { name: "Find" }).click();
    await page
      .getByRole("button", { name: new RegExp(`^Add ${title}`, "i") })
      .first()
      .click();
    await expect(page.getByText(new RegExp(`^${title}.* is on this dashboard`, "i"))).toBeVisible();
  }
  await page.getByRole("button", { name: /^Remove Carer/ }).click();
  await page.getByRole("button", { name: "Remove it" }).click();
  await expect(page.getByText(/^Carer.*is no longer on this dashboard/)).toBeVisible();
  await inspect(page, "arrange");
  await page.getByRole("link", { name: "Back to the dashboard" }).click();
  await expect(page.getByText("Showing all 2 measures")).toBeVisible();
});

test("the analyst records a figure with the keyboard alone, and sees what will change first", async ({
  page,
}) => {
  await signIn(page, "analyst", EDITION);
  await pressOn(page, changeButton(page, EMPLOYMENT));
  await expect(panel(page).getByRole("heading", { level: 3 })).toBeFocused();

  await pressOn(page, show(page));
  await expect(panel(page).locator(".govuk-error-summary")).toBeFocused();
  await expect(page).toHaveTitle(/^Error: /);
  await inspect(page, "edit-with-error");
  await pressOn(page, panel(page).getByRole("link", { name: "Enter the figure, or say that there is none" }));
  await expect(figureField(page)).toBeFocused();
  await page.keyboard.type("5.2%");
  await typeInto(page, panel(page).getByRole("textbox", { name: /^Numerator/ }), "40");
  await typeInto(page, panel(page).getByRole("textbox", { name: /^Denominator/ }), "769");
  await inspect(page, "edit-figure");

  await pressOn(page, show(page));
  await expect(panel(page).getByRole("heading", { name: "What will change" })).toBeFocused();
  await expect(lineOf(page, "Figure")).toContainText("No figure");
  await expect(lineOf(page, "Figure")).toContainText("5.2% (40 out of 769)");
  await expect(lineOf(page, "Progress")).toContainText("Stays as it is");
  await inspect(page, "edit-preview");
  await expect(rowOf(page, EMPLOYMENT)).toContainText("No figure");

  await pressOn(page, save(page));
  await expect(panel(page).getByRole("heading", { name: "Saved" })).toBeFocused();
  await inspect(page, "edit-saved");
  await pressOn(page, panel(page).getByRole("button", { name: "Close" }));
  await expect(changeButton(page, EMPLOYMENT)).toBeFocused();
  await expect(rowOf(page, EMPLOYMENT)).toContainText("5.2% (40 out of 769)");
});

test("what is typed outlives Escape and a closed tab, until it is saved or discarded", async ({
  context,
}) => {
  const page = await context.newPage();
  await signIn(page, "analyst", EDITION);
  await pressOn(page, changeButton(page, EMPLOYMENT));
  await typeInto(page, figureField(page), "9.9");
  await page.keyboard.press("Escape");
  await expect(panel(page)).toHaveCount(0);
  await expect(changeButton(page, EMPLOYMENT)).toBeFocused();
  await page.close();

  const next = await context.newPage();
  await next.goto(EDITION);
  await expect(next.getByText("This browser holds changes that are not saved yet")).toBeVisible();
  await next.getByRole("region", { name: "Important" }).getByRole("link").click();
  await expect(panel(next)).toContainText("What you wrote here earlier and did not save is back.");
  await expect(figureField(next)).toHaveValue("9.9");
  await inspect(next, "edit-restored");
  await panel(next).getByRole("button", { name: "Start again from what stands" }).click();
  await expect(figureField(next)).toHaveValue("5.2");
});

test("a new target shows which rating it will suggest, and the headline counts that follow", async ({
  page,
}) => {
  await signIn(page, "analyst", EDITION);
  await changeButton(page, EMPLOYMENT).click();
  await panel(page).getByRole("button", { name: "Target" }).click();
  await panel(page)
    .getByLabel(/^What is the target for/)
    .selectOption("TARGET");
  await panel(page).getByRole("textbox", { name: "Target", exact: true }).fill("6.6");
  await panel(page)
    .getByLabel(/^Tolerance: how far off/)
    .selectOption("ABSOLUTE");
  await panel(page).getByRole("textbox", { name: "How much?" }).fill("0.5");
  await inspect(page, "edit-target");
  await show(page).click();
  await expect(lineOf(page, "Target")).toContainText("≥ 6.6%");
  await expect(lineOf(page, "Suggested rating")).toContainText(
    "Red. 5.2 is 1.4 below 6.6, outside the tolerance of 0.5",
  );
  await expect(panel(page)).toContainText(
    "The headline counts change from 0 on target, 0 within tolerance, 0 to miss, 2 no judgement: 2 measures to 0 on target, 0 within tolerance, 1 to miss, 1 no judgement: 2 measures.",
  );
  await save(page).click();
  await expect(panel(page).getByRole("heading", { name: "Saved" })).toBeVisible();
  await expect(rowOf(page, EMPLOYMENT)).toContainText("Red");
  await page.getByLabel("Rating", { exact: true }).selectOption({ label: "Red (1)" });
  await page.getByRole("button", { name: /^Filter/ }).click();
  await expect(page.getByText("Showing 1 of 2 measures: rating Red")).toBeVisible();
});

test("two analysts correct one figure at once: both are shown, one chooses, nothing is lost", async ({
  browser,
}) => {
  const contexts = [await browser.newContext(), await browser.newContext()] as const;
  const [first, second] = await Promise.all(
    contexts.map(async (context) => {
      const page = await context.newPage();
      await signIn(page, "analyst", EDITION);
      await changeButton(page, EMPLOYMENT).click();
      await expect(figureField(page)).toHaveValue("5.2");
      return page;
    }),
  );
  if (!first || !second) throw new Error("Two pages were opened");
  await figureField(first).fill("5.3");
  await show(first).click();
  await save(first).click();
  await expect(panel(first).getByRole("heading", { name: "Saved" })).toBeVisible();

  await figureField(second).fill("5.4");
  await show(second).click();
  await expect(second.getByRole("heading", { name: /Somebody else changed this figure/ })).toBeVisible();
  await expect(second.locator(".app-conflict")).toContainText("5.3");
  await expect(second.locator(".app-conflict")).toContainText("5.4");
  await inspect(second, "edit-conflict");
  await second.getByRole("radio", { name: "Keep yours" }).check();
  await second.getByRole("button", { name: "Go on with this choice" }).click();
  await expect(lineOf(second, "Figure")).toContainText("5.3%");
  await save(second).click();
  await expect(panel(second).getByRole("heading", { name: "Saved" })).toBeVisible();
  await expect(rowOf(second, EMPLOYMENT)).toContainText("5.4%");
  for (const context of contexts) await context.close();
});

test("a dashboard that was reported goes on showing what its committee saw", async ({ page }) => {
  const mental = /^Proportion of adults in contact with secondary mental health services in paid employment/i;
  await signIn(page, "analyst", REPORTED);
  await expect(rowOf(page, mental)).toContainText("2.0%");
  await changeButton(page, mental).click();
  await expect(page.getByText("Figures as they are known today.")).toBeVisible();
  await figureField(page).fill("2.1");
  await panel(page).getByRole("textbox", { name: /^Note/ }).fill("Recounted in the spring");
  await show(page).click();
  await expect(panel(page)).toContainText(
    "The dashboard as it was reported on 20 March 2018 goes on showing what the committee saw.",
  );
  await save(page).click();
  await panel(page).getByRole("button", { name: "Close" }).click();
  await expect(rowOf(page, mental)).toContainText("2.1%");
  await page.getByRole("link", { name: "See them as reported on 20 March 2018" }).click();
  await expect(page.getByText(/^Figures as reported on 20 March 2018/)).toBeVisible();
  await expect(rowOf(page, mental)).toContainText("2.0%");
  await expect(rowOf(page, mental)).toContainText("Revised since: 2.1%");
});

test("the analyst marks the dashboard as reported, and from then on it is closed", async ({ page }) => {
  await signIn(page, "analyst", EDITION);
  await page.getByRole("link", { name: /^Arrange this dashboard/ }).click();
  await page.getByRole("button", { name: "Mark as reported" }).click();
  await expect(page.getByText(/^This dashboard is marked as reported on/)).toBeVisible();
  await expect(page.getByText(/what a committee saw stays as it saw it/)).toBeVisible();
  await page.getByRole("link", { name: "Back to the dashboard" }).click();
  await expect(page.getByText(/^Figures as reported on/)).toBeVisible();
  await expect(rowOf(page, EMPLOYMENT)).toContainText("5.4%");
});
