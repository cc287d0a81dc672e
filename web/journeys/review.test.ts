import { type Browser, expect, type Page } from "@playwright/test";
import { addressOf } from "./applications.ts";
import { inspect } from "./checks.ts";
import { test } from "./journey.ts";
import { pressOn, tabTo, typeInto } from "./keyboard.ts";
import { type DemoPerson, signIn } from "./people.ts";

/**
 * The group's job: a member reads, comments and recommends; the chair asks for changes at two questions; the lead answers each
 * and submits again; the chair sees what changed and signs.
 */
test.describe.configure({ mode: "serial" });

const TITLE = "Mill Street desk on three days";
const SUMMARY = "The desk opens on three days a week.";
const CHANGED = "The desk opens on four days a week.";
const COMMENT = "Which days are these, and who comes on them?";
const POINT = "Say how people hear of the new hours.";

let reference: string;

/** Asks the API as whoever is signed in on the page, and hands out what its one field answers. */
const asked = async (page: Page, query: string, input: object) => {
  const { data, errors } = await page.evaluate(
    async (body) => {
      const headers = { "content-type": "application/json" };
      const response = await fetch("/graphql", { method: "POST", headers, body: JSON.stringify(body) });
      return await response.json();
    },
    { query, variables: { input } },
  );
  expect(errors ?? []).toEqual([]);
  return Object.values(data)[0] as { assessment: Record<string, string> };
};

const START = `mutation ($input: StartAssessmentInput!) { startAssessment(input: $input) {
  ... on AssessmentSaved { assessment { reference } } } }`;
const SAVE = `mutation ($input: SaveAnswersInput!) { saveAnswers(input: $input) {
  ... on AnswersSaved { assessment { contentHash signingStatement } } ... on Error { message } } }`;
const SUBMIT = `mutation ($input: TransitionAssessmentInput!) { transitionAssessment(input: $input) {
  ... on AssessmentSaved { assessment { status } } ... on Error { message } } }`;

/** A complete assessment on another council's short form, signed by its lead officer: how it is written is other journeys' matter. */
const submitAssessment = async (browser: Browser, baseURL: string): Promise<string> => {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await signIn(page, "lead.officer", "/cookies");
  const { departments } = (
    await page.evaluate(async () => {
      const body = JSON.stringify({ query: "{ departments { id name } }" });
      const headers = { "content-type": "application/json" };
      return await (await fetch("/graphql", { method: "POST", headers, body })).json();
    })
  ).data;
  const department = departments.find(({ name }: { name: string }) => name === "Adults and Communities").id;
  const input = { title: TITLE, department, templateKey: "short-equality-assessment" };
  const started = (await asked(page, START, input)).assessment.reference ?? "";
  const cell = (question: string, rest: object) => ({ question, basedOnVersion: 0, ...rest });
  const saved = await asked(page, SAVE, {
    reference: started,
    answers: [
      cell("summary", { text: SUMMARY }),
      cell("people", { text: "Forty callers a day, most of them older." }),
      cell("differently-affected", { part: "residents", choice: "NO" }),
      cell("differently-affected", { part: "staff", choice: "NO" }),
      cell("full-assessment-needed", { choice: "NO" }),
      cell("why-not-needed", { text: "Callers may come on any of the days." }),
    ],
  });
  const { contentHash, signingStatement } = saved.assessment;
  const signing = { action: "SUBMIT", displayedHash: contentHash, statement: signingStatement };
  expect(await asked(page, SUBMIT, { reference: started, ...signing })).toEqual({
    assessment: { status: "IN_REVIEW" },
  });
  await context.close();
  return started;
};

const open = async (page: Page, person: DemoPerson, path = ""): Promise<void> => {
  await page.context().clearCookies();
  await signIn(page, person, `/assessments/${reference}${path}`);
};

const talksOn = (page: Page, question: string) =>
  page.locator(".app-talks").filter({ has: page.getByText(`on ${question}`, { exact: false }) });

test.beforeAll(async ({ browser }, { parallelIndex }) => {
  reference = await submitAssessment(browser, addressOf(parallelIndex));
});

test("a member comments and recommends, by keyboard alone", async ({ page }) => {
  await open(page, "deg.member");
  await pressOn(page, page.getByRole("link", { name: "Review and recommend" }));
  await expect(page.getByRole("heading", { level: 1, name: "Review and recommend" })).toBeFocused();
  await pressOn(page, page.locator("summary").filter({ hasText: "on question 1" }));
  await typeInto(page, page.getByLabel("Comment on question 1"), COMMENT);
  await page.reload();
  const field = page.getByLabel("Comment on question 1");
  await expect(field, "what was typed is still there").toHaveValue(COMMENT);
  await pressOn(page, talksOn(page, "question 1").getByRole("button", { name: "Add comment" }));
  await expect(talksOn(page, "question 1").getByText("Your comment was added")).toBeVisible();
  await expect(field).toHaveValue("");
  await pressOn(page, page.getByRole("button", { name: "Recommend" }));
  await expect(page.locator(".govuk-error-summary")).toBeFocused();
  await tabTo(page, page.getByRole("radio", { name: "Sign it off" }));
  await page.keyboard.press("ArrowDown");
  await typeInto(page, page.getByLabel("Why?"), "Clear, but for the days.");
  await pressOn(page, page.getByRole("button", { name: "Recommend" }));
  await expect(page.getByText("Your recommendation is recorded.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Recommendations of the group" })).toContainText(
    "Clear, but for the days.",
  );
  await inspect(page, "review-member");
  await page.goto("/assessments/agenda");
  const row = page.getByRole("row").filter({ hasText: TITLE });
  await expect(row).toContainText("Morgan Readthrough (demo): Ask for changes");
  await expect(row).toContainText("1 comment");
  await inspect(page, "agenda");
});

test("the chair asks for changes at two questions", async ({ page }) => {
  await open(page, "deg.chair", "/review");
  await page.getByRole("radio", { name: "Ask for changes" }).check();
  await page.getByRole("button", { name: "Add a point" }).click();
  await page.getByRole("button", { name: "Ask for changes" }).click();
  await expect(page).toHaveTitle(/^Error: Review and decide/);
  await page.getByRole("link", { name: /^Point 1/ }).click();
  await expect(page.getByLabel("What must be changed or explained?")).toBeFocused();
  await inspect(page, "review-chair-with-errors");
  await page.getByLabel("What should be changed, and why?").fill("Two questions are open.");
  await page.getByRole("checkbox", { name: /Morgan/ }).check();
  await page.getByLabel("Point 1 is about").selectOption("people");
  await page.getByLabel("What must be changed or explained?").fill(POINT);
  await page.getByRole("button", { name: "Ask for changes" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Changes asked for" })).toBeVisible();
});

test("the lead answers each point and submits again", async ({ page }) => {
  await open(page, "lead.officer");
  await expect(page.getByText(/2 points of the chair's still need your answer/)).toBeVisible();
  await page.getByRole("link", { name: "2 points need an answer" }).click();
  await inspect(page, "comments");
  await page.getByRole("button", { name: `Answer the comment: ${POINT.slice(0, 20)}` }).click();
  await page.getByLabel("Your answer").fill("By post, and at the desk.");
  await page.getByRole("button", { name: "Add answer" }).click();
  await expect(page.getByText("Point of the chair: answered")).toBeVisible();
  await page.goto(`/assessments/${reference}/proposal`);
  const talks = talksOn(page, "question 1");
  await expect(talks.getByText("Point of the chair: needs an answer")).toBeVisible();
  await page.getByLabel(/^1\./).fill(CHANGED);
  await talks.getByRole("button", { name: /^Answer/ }).click();
  await talks.getByLabel("Your answer").fill("Four days now, not Wednesday.");
  await talks.getByRole("button", { name: "Add answer" }).click();
  await expect(talks.getByText("Point of the chair: answered")).toBeVisible();
  await inspect(page, "draft-with-comments");
  await expect(page.locator(".app-save-line")).toContainText(/Saved at \d\d:\d\d/);
  await page.goto(`/assessments/${reference}/sign`);
  await page.getByLabel(/I have read what is shown/).check();
  await page.getByRole("button", { name: "Sign and submit" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Signed and submitted" })).toBeVisible();
});

test("the chair sees what changed, word by word, and signs", async ({ page }) => {
  await open(page, "deg.chair", "/review");
  await page.getByRole("link", { name: "See what changed, word by word" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "What changed in revision 2" })).toBeVisible();
  const change = page.locator("main li").filter({ has: page.locator("ins") });
  await expect(change.locator("del")).toContainText("three");
  await expect(change.locator("ins")).toContainText("four");
  await inspect(page, "changes");
  await page.goto(`/assessments/${reference}/revisions/1`);
  await expect(page.getByText(SUMMARY)).toBeVisible();
  await inspect(page, "earlier-revision");
  await page.goto(`/assessments/${reference}/hand-over-review`);
  await page.getByRole("button", { name: "Hand the review over" }).click();
  await expect(page.locator(".govuk-error-summary")).toBeFocused();
  await inspect(page, "hand-over-with-errors");
  await page.goto(`/assessments/${reference}/review`);
  await page.getByRole("radio", { name: "Sign it off" }).check();
  await page.getByLabel(/I have read what is shown/).check();
  await page.getByRole("button", { name: "Sign off" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Signed off" })).toBeVisible();
});
