import { expect } from "@playwright/test";
import { askAs, startDraft } from "./ask.ts";
import { expectAccessible } from "./checks.ts";
import { test } from "./journey.ts";
import { signIn } from "./people.ts";

/** Its pages in their order, and whether evidence is cited on them: for a table, on the pages of its rows. */
const PAGES: [title: string, takesEvidence: boolean][] = [
  ["The proposal", true],
  ["Does it matter for equality?", true],
  ["Effects on people", true],
  ["Protected characteristics", false],
  ["Reducing harm and adding benefit", true],
  ["Decision and actions", true],
  ["Improvement plan", false],
];

const SAVE = `mutation ($input: SaveAnswersInput!) { saveAnswers(input: $input) {
  ... on AnswersSaved { savedAt } ... on Error { message } } }`;

/** Another council's form is data alone: every page of it is there, can be walked through, and takes evidence. */
test("another council's form is walked from its first page to checking the answers", async ({
  page,
  browser,
}) => {
  const reference = await startDraft(browser, "Library hours", { templateKey: "short-equality-assessment" });
  const answers = [{ question: "full-assessment-needed", choice: "YES", basedOnVersion: 0 }];
  await askAs(browser, "lead.officer", SAVE, () => ({ reference, answers }));
  await signIn(page, "lead.officer", `/assessments/${reference}`);
  await page.locator(".govuk-task-list a").first().click();
  const heading = page.getByRole("heading", { level: 1 });
  for (const [title, takesEvidence] of PAGES) {
    await expect(heading).toContainText(title);
    await expectAccessible(page);
    const panel = page.getByRole("heading", { name: "Evidence", exact: true });
    await expect(panel).toHaveCount(takesEvidence ? 1 : 0);
    await page.getByRole("link", { name: /^Next/ }).click();
  }
  await expect(heading).toContainText("Check your answers");
  await expectAccessible(page);
});
