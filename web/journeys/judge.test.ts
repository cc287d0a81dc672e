import { expect, type Locator, type Page } from "@playwright/test";
import { inspect } from "./checks.ts";
import { test } from "./journey.ts";
import { signIn } from "./people.ts";

// Judged as it is known now: what the committee saw in January 2018, which other tests read, stays as it was.
const DASHBOARD = "/performance?organisation=E10000018&period=2017-04%2F2017-11";
const LEARNING = "LALS Success Rate";
const REASON = "A fall of fifteen points is more than the academic year explains.";
const COMMENTARY = {
  Data: "81% of learners succeeded, against 96% a year before.",
  Review: "Two courses changed their examining body in September.",
  Action: "Tutors meet each learner at risk before Easter.",
};

const row = (page: Page): Locator =>
  page.locator("table.app-dashboard tbody tr").filter({ has: page.getByRole("link", { name: LEARNING }) });
const panel = (page: Page): Locator => page.locator(".app-edit");
const line = (page: Page, aspect: string): Locator =>
  panel(page)
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: aspect, exact: true }) });

test.describe.configure({ mode: "serial" });

test("the head of service judges a rating: sees what is suggested, what will change, and then the dashboard", async ({
  page,
}) => {
  await signIn(page, "head.of.service", DASHBOARD);
  await expect(row(page)).toContainText("Amber");
  await row(page)
    .getByRole("button", { name: `Change ${LEARNING}` })
    .click();
  await expect(page.getByText("Figures as they are known today.")).toBeVisible();
  await expect(panel(page).getByRole("heading", { level: 3 })).toBeFocused();
  // Figures and targets are the analyst's.
  await expect(panel(page).getByRole("button", { name: "Figure" })).toHaveCount(0);
  await expect(panel(page)).toContainText("The software suggests Amber");
  await expect(panel(page).getByRole("radio", { name: "Amber" })).toBeChecked();

  await panel(page).getByRole("radio", { name: "Red" }).check();
  await panel(page).getByLabel("Why?").fill("");
  await panel(page).getByRole("button", { name: "Show what will change" }).click();
  await expect(panel(page).locator(".govuk-error-summary")).toBeFocused();
  await inspect(page, "judge-with-error");
  await panel(page).getByLabel("Why?").fill(REASON);
  await panel(page).getByRole("button", { name: "Show what will change" }).click();

  await expect(line(page, "Rating that stands")).toContainText(`Red, judged by an officer: ${REASON}`);
  await expect(line(page, "Suggested rating")).toContainText("Stays as it is");
  await expect(panel(page)).toContainText(
    /The headline counts change from 17 on target, 4 within tolerance, 1 to miss, .* to 17 on target, 3 within tolerance, 2 to miss/,
  );
  await inspect(page, "judge-preview");
  await expect(row(page)).toContainText("Amber");
  await panel(page).getByRole("button", { name: "Save", exact: true }).click();
  await expect(panel(page).getByRole("heading", { name: "Saved" })).toBeFocused();
  await expect(row(page)).toContainText("Red");
  const headline = page.getByRole("region", { name: "In short" });
  await expect(headline.getByText(/^17 on target, 3 within tolerance, 2 to miss/)).toBeVisible();
});

test("the head of service writes commentary, and finds it on the dashboard", async ({ page }) => {
  await signIn(page, "head.of.service", `${DASHBOARD}&figures=latest`);
  await row(page)
    .getByRole("button", { name: `Change ${LEARNING}` })
    .click();
  await panel(page).getByRole("button", { name: "Commentary" }).click();
  for (const [part, text] of Object.entries(COMMENTARY)) await panel(page).getByLabel(part).fill(text);
  await inspect(page, "commentary");
  await panel(page).getByRole("button", { name: "Show what will change" }).click();
  await expect(line(page, "Commentary")).toContainText(COMMENTARY.Review);
  await panel(page).getByRole("button", { name: "Save", exact: true }).click();
  await expect(panel(page).getByRole("heading", { name: "Saved" })).toBeFocused();
  await panel(page).getByRole("button", { name: "Close" }).click();
  await expect(row(page).getByRole("button", { name: `Change ${LEARNING}` })).toBeFocused();
  await row(page).locator("summary").click();
  for (const text of [REASON, "Jo Stewardson (demo)", ...Object.values(COMMENTARY)])
    await expect(row(page)).toContainText(text);
  await inspect(page, "judged");
});

test("the committee's officer reads both, may change neither, and still finds what was reported", async ({
  page,
}) => {
  await signIn(page, "scrutiny", `${DASHBOARD}&figures=latest`);
  await expect(row(page)).toContainText("Red");
  await expect(row(page).getByRole("button", { name: /^Change/ })).toHaveCount(0);
  await row(page).locator("summary").click();
  await expect(row(page)).toContainText(COMMENTARY.Action);
  await page.getByRole("link", { name: "See them as reported on 16 January 2018" }).click();
  await expect(page.getByText(/^Figures as reported on 16 January 2018/)).toBeVisible();
  await expect(row(page)).toContainText("Amber");
  await expect(row(page)).not.toContainText(REASON);
});
