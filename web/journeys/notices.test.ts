import { type Browser, expect, type Page } from "@playwright/test";
import { inspect } from "./checks.ts";
import { test } from "./journey.ts";
import { signIn } from "./people.ts";

/** Being told: somebody is asked to help, sees it wherever they are, goes there, and says how they want to hear of the next. */

/** Asks the API as somebody who is signed in, from a page of our own origin. */
const asked = async (page: Page, query: string, variables: object = {}) => {
  const { data, errors } = await page.evaluate(
    async (body) => {
      const headers = { "content-type": "application/json" };
      const response = await fetch("/graphql", { method: "POST", headers, body: JSON.stringify(body) });
      return await response.json();
    },
    { query, variables },
  );
  expect(errors ?? []).toEqual([]);
  return data;
};

const START = `mutation ($input: StartAssessmentInput!) { startAssessment(input: $input) {
  ... on AssessmentSaved { assessment { reference candidates(search: "Nextdoor") { user { id } } } } } }`;
const INVITE = `mutation ($input: InviteContributorInput!) { inviteContributor(input: $input) { __typename } }`;
const TITLE = "Bus passes for carers";

/** The lead starts a draft and asks somebody of another department to help. */
const inviteNeighbour = async (browser: Browser): Promise<void> => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, "lead.officer", "/cookies");
  const { viewer } = await asked(page, "{ viewer { department { id } } }");
  const input = { title: TITLE, department: viewer.department.id };
  const { startAssessment } = await asked(page, START, { input });
  const { reference, candidates } = startAssessment.assessment;
  const invited = await asked(page, INVITE, { input: { reference, person: candidates[0].user.id } });
  expect(invited.inviteContributor.__typename).toBe("AssessmentSaved");
  await context.close();
};

test("somebody is told that they are asked to help, goes there, and chooses one email a day", async ({
  page,
  browser,
}) => {
  await inviteNeighbour(browser);
  await signIn(page, "other.department", "/performance");
  // The job is done within moments, and the header asks at each move.
  const link = page.getByRole("link", { name: "Notices 1 new" });
  await expect
    .poll(async () => {
      await page.getByRole("link", { name: "Due Regard", exact: true }).click();
      return await link.isVisible();
    })
    .toBe(true);
  const words = `You are asked to help write: ${TITLE}`;
  await expect(page.getByRole("heading", { name: "New for you" })).toBeVisible();
  await inspect(page, "home-with-notices");
  await link.click();
  await expect(page.getByRole("heading", { level: 1, name: "Notices" })).toBeFocused();
  await inspect(page, "notices");
  await page.getByRole("link", { name: words }).click();
  await expect(page.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
  await expect(page.getByRole("link", { name: "Notices", exact: true })).toBeVisible();
  await page.goto("/notices/preferences");
  await page.getByRole("radio", { name: "One email a day" }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert")).toContainText("Saved.");
  await inspect(page, "notice-preferences");
  await page.reload();
  await expect(page.getByRole("radio", { name: "One email a day" })).toBeChecked();
});

test("an administrator sees that no email is sent, and nobody else sees the page", async ({ page }) => {
  await signIn(page, "admin", "/");
  await page.getByRole("link", { name: "Background jobs and email" }).click();
  await expect(page.getByText("Not sent: no server for email is configured")).toBeVisible();
  await expect(page.getByText("No job has failed for good.")).toBeVisible();
  await inspect(page, "jobs");
  await page.context().clearCookies();
  await signIn(page, "scrutiny", "/jobs");
  await expect(page.getByRole("heading", { level: 1, name: "Page not found" })).toBeVisible();
});
