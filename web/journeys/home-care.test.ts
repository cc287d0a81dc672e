import { expect, type Page } from "@playwright/test";
import { expectAccessible, inspect } from "./checks.ts";
import { answerCharacteristic, choose, citeFigure, expectSaved, goNext } from "./drafting-steps.ts";
import { test } from "./journey.ts";
import { signIn, signOut } from "./people.ts";

const REFERENCE = "EHRIA-2019-0001";
const TITLE = /home care service/;
const MEASURE = "Adults aged 18+ receiving direct payments";

/** The main job, by whom it falls to: drafted and signed by the lead officer, signed off by the chair, read by others. */
test.describe.configure({ mode: "serial" });

const fillDetails = async (page: Page) => {
  await page.getByRole("link", { name: "Key details" }).click();
  await choose(page, /When was this assessment completed/, "On a date");
  const date = page.getByRole("group", { name: "Date", exact: true });
  await date.getByLabel("Day").fill("6");
  await date.getByLabel("Month").fill("1");
  await date.getByLabel("Year").fill("2020");
  await date.getByLabel("Year").blur();
  await expectSaved(page);
  await inspect(page, "details");
};

const fillConsultation = async (page: Page) => {
  await page.goto(`/assessments/${REFERENCE}/screening`);
  await choose(page, /What they need and hope for/, "Yes");
  await choose(page, /How this change could affect them/, "Yes");
  await expect(page.getByText(/Question 6 isn.t asked now/)).toBeVisible();
  await choose(page, /What could stand in their way/, "No");
  await choose(page, /^6\./, "Yes");
  await choose(page, /^7\./, "Yes");
  await expectSaved(page);
  await citeFigure(page, "direct payments", MEASURE);
  await expect(page.locator(".app-evidence")).toContainText(`${MEASURE}`);
  await inspect(page, "consultation");
};

const fillMonitoring = async (page: Page) => {
  await goNext(page, "Monitoring impact");
  await choose(page, /Watch the effects/, "Yes");
  await choose(page, /Let different communities/, "No");
  await expectSaved(page);
  await expectAccessible(page);
};

const fillCharacteristics = async (page: Page) => {
  await goNext(page, "Protected characteristics");
  await inspect(page, "characteristics");
  for (const row of ["Age", "Pregnancy and maternity", "Race"]) {
    await answerCharacteristic(page, { row, affected: "Yes", direction: "Positive" });
  }
  for (const row of [
    "Disability",
    "Religion or belief",
    "Sex",
    "Sexual orientation",
    "Other groups",
    "Community cohesion",
  ]) {
    await answerCharacteristic(page, {
      row,
      affected: "No",
      comments: `Looked at for ${row.toLowerCase()}: visits stay as they are.`,
    });
  }
  await page.getByRole("link", { name: "Disability", exact: true }).click();
  await expect(page.getByLabel("Comments")).toHaveValue(/Looked at for disability/);
  await inspect(page, "characteristic");
  await page
    .getByRole("navigation", { name: /^In Section/ })
    .getByRole("link", { name: "Human rights" })
    .click();
};

const fillRights = async (page: Page) => {
  await expectAccessible(page);
  await page.getByRole("link", { name: /Right to free elections/ }).click();
  await choose(page, /Could this right be affected/, "No");
  await expectSaved(page);
  await inspect(page, "right");
  await page
    .getByRole("navigation", { name: /^In Section/ })
    .getByRole("link", { name: "Decision" })
    .click();
};

const decide = async (page: Page) => {
  await choose(page, /some part of the community may meet barriers/, "No");
  await choose(page, /^13\./, "Negative impact");
  await expect(page.getByText(/because of your other answers/)).toBeVisible();
  await expectAccessible(page);
  await choose(page, /^13\./, "Neutral impact");
  await expect(page.getByRole("group", { name: /^14\./ })).toBeVisible();
  await choose(page, /^14\./, "No");
  await expectSaved(page);
  await inspect(page, "decision");
};

const planAction = async (page: Page) => {
  await page.goto(`/assessments/${REFERENCE}/improvement-plan`);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Add an action" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveTitle(/^Error: Add an action/);
  await expect(page.locator(".govuk-error-summary")).toBeFocused();
  await page.getByRole("link", { name: "Enter what should get better" }).click();
  await expect(page.getByLabel("Objective")).toBeFocused();
  await inspect(page, "action-with-errors");
  await page.getByLabel("Objective").fill("Hear from every community that uses home care");
  await page.getByLabel("Action", { exact: true }).fill("Ask for comments at each review of a care plan");
  await page.getByLabel("Target", { exact: true }).fill("Comments from at least 200 people in a year");
  await page.getByLabel("Officer responsible").fill("Lead Commissioner");
  await page.getByLabel("Day").fill("31");
  await page.getByLabel("Month").fill("3");
  await page.getByLabel("Year").fill("2021");
  await page.getByLabel(/Which question/).selectOption({ label: "Question 9: Systems for monitoring" });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Action 1" })).toBeVisible();
  await inspect(page, "improvement-plan");
};

test("the lead officer finishes the screening, with evidence from the county's dashboard", async ({
  page,
}) => {
  await page.goto(`/assessments/${REFERENCE}`);
  await expect(page, "who isn't signed in is asked to, first").toHaveURL(/demo-issuer/);
  await signIn(page, "lead.officer");
  await expect(page.getByRole("heading", { level: 1, name: "What waits for you" })).toBeVisible();
  await inspect(page, "home");
  await page.getByRole("link", { name: TITLE }).click();
  await expect(page.getByRole("heading", { level: 1, name: TITLE })).toBeFocused();
  await inspect(page, "task-list");
  await fillDetails(page);
  await fillConsultation(page);
  await fillMonitoring(page);
  await fillCharacteristics(page);
  await fillRights(page);
  await decide(page);
  await planAction(page);
});

test("the lead officer checks, signs and submits", async ({ page }) => {
  await signIn(page, "lead.officer", `/assessments/${REFERENCE}/check`);
  await expect(page.getByRole("heading", { level: 1, name: "Check your answers" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Before it can be submitted" })).toHaveCount(0);
  await inspect(page, "check-answers");
  await page.getByRole("link", { name: "Continue to sign and submit" }).click();
  await expect(page.getByText(MEASURE).first()).toBeVisible();
  await page.getByRole("button", { name: "Sign and submit" }).click();
  await expect(page).toHaveTitle(/^Error: Sign and submit/);
  await expect(page.locator(".govuk-error-summary")).toBeFocused();
  await expectAccessible(page);
  await page.getByLabel(/I have read what is shown/).check();
  await page.getByRole("button", { name: "Sign and submit" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Signed and submitted" })).toBeVisible();
  await inspect(page, "receipt-of-lead");
  await page.goto(`/assessments/${REFERENCE}`);
  await expect(page.getByRole("link", { name: "Check answers, sign and submit" })).toHaveCount(0);
  await expectAccessible(page);
  await signOut(page);
});

test("the chair sees it waiting and signs it off", async ({ page }) => {
  await signIn(page, "deg.chair");
  // Among what waits for the chair; the notice above it names the assessment too.
  await page.getByRole("link", { name: /^Remodelling and re-procurement/ }).click();
  await page.getByRole("link", { name: "Review and decide" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Review and decide" })).toBeFocused();
  await choose(page, "What do you want to do?", "Ask for changes");
  await page.getByRole("button", { name: "Ask for changes" }).click();
  await expect(page).toHaveTitle(/^Error: Review and decide/);
  await expectAccessible(page);
  await choose(page, "What do you want to do?", "Sign it off");
  await inspect(page, "review");
  await page.getByLabel(/I have read what is shown/).check();
  await page.getByRole("button", { name: "Sign off" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Signed off" })).toBeVisible();
  await inspect(page, "receipt-of-chair");
  await page.goto(`/assessments/${REFERENCE}`);
  await expect(page.getByText("Valid", { exact: true })).toHaveCount(2);
  await inspect(page, "signed-off");
  await signOut(page);
});

test("the analyst reads the same figures on the pages and over GraphQL", async ({ page }) => {
  await signIn(page, "analyst", "/performance?organisation=E10000018&period=2019-04%2F2019-11");
  await expect(page.getByText("Showing all 31 measures")).toBeVisible();
  await inspect(page, "performance");
  const row = page.getByRole("row").filter({ has: page.getByRole("link", { name: "Heritage visits" }) });
  await expect(row).toContainText("107.8k");
  await row.getByRole("link", { name: "Heritage visits" }).click();
  await expect(page.getByRole("heading", { level: 2, name: /^Figures: / })).toBeVisible();
  await inspect(page, "metric");
  const printed = await page.evaluate(async () => {
    const query = `{ dashboard(organisation: "E10000018", period: "2019-04/2019-11") { groups { rows { title current { display } } } } }`;
    const response = await fetch("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
    });
    const { data } = await response.json();
    const rows = data.dashboard.groups.flatMap(
      (group: { rows: { title: string; current: { display: string } }[] }) => group.rows,
    );
    return rows.find((each: { title: string }) => each.title === "Heritage visits").current.display;
  });
  expect(printed).toContain("107.8k");
  for (const [address, name] of [
    ["/strategies", "strategies"],
    ["/assessments", "assessments"],
  ] as const) {
    await page.goto(address);
    await inspect(page, name);
  }
  await page.goto("/strategies");
  await page.getByRole("table").getByRole("link").first().click();
  await inspect(page, "strategy");
});

test("somebody of another department is told nothing", async ({ page }) => {
  await signIn(page, "other.department", `/assessments/${REFERENCE}`);
  await expect(page.getByRole("heading", { level: 1, name: "Page not found" })).toBeVisible();
  await inspect(page, "not-found");
});
