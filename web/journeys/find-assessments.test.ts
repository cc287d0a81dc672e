import { expect } from "@playwright/test";
import { inspect } from "./checks.ts";
import { test } from "./journey.ts";
import { signIn } from "./people.ts";

test("an officer finds what there is by words, narrows the list, and is offered similar assessments to learn from", async ({
  page,
}) => {
  await signIn(page, "lead.officer", "/search");
  await page.getByLabel("Search for").fill("home care");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page.getByText(/found for “home care”/)).toBeVisible();
  await expect(page.getByRole("heading", { name: /^Assessments \(\d+\)/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /countywide integrated home care service/ })).toBeVisible();
  await inspect(page, "search");

  await page.goto("/assessments");
  await page.getByLabel("People affected").selectOption("AGE");
  await page.getByLabel("Order").selectOption("REVIEW_DUE");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/characteristic=AGE&order=REVIEW_DUE/);
  await inspect(page, "assessments-filtered");

  await page.goto("/assessments/new");
  await page.getByLabel("What is the policy called?").fill("Re-procurement of home care");
  await page.getByLabel("Which department is it for?").focus();
  await expect(
    page.getByRole("heading", { name: "Similar assessments that you can learn from" }),
  ).toBeVisible();
  await inspect(page, "start-similar");
});

test("an officer sees how others answered, takes their words over, and reads everywhere where they come from", async ({
  page,
}) => {
  await signIn(page, "lead.officer", "/assessments/new");
  await page.getByLabel("What is the policy called?").fill("Meals brought to people at home");
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.waitForURL(/\/assessments\/EHRIA-\d{4}-\d{4}$/);
  const draft = page.url();
  await page.goto(`${draft}/defining-the-policy`);
  await page.locator("summary", { hasText: "How others answered this: question 1" }).click();
  await expect(page.getByRole("list", { name: "How others answered question 1" })).toBeVisible();

  await page.getByRole("button", { name: "Use this text from EHRIA-2019-0001" }).click();
  await expect(page.getByText("Stands in your answer.")).toBeVisible();
  await expect(page.getByText(/^Copied from EHRIA-2019-0001 .* and not changed$/)).toBeVisible();
  await expect(page.locator("textarea").first()).toBeFocused();
  await inspect(page, "learn-copied");

  await page.goto(`${draft}/check`);
  await expect(page.getByText(/^Copied from EHRIA-2019-0001 .* and not changed$/)).toBeVisible();
  await expect(page.getByText(/^All that stands here was copied from another assessment/)).toBeVisible();
  await inspect(page, "learn-check");
});
