import { type Browser, expect, type Locator, type Page } from "@playwright/test";
import { askAs, startDraft } from "./ask.ts";
import { expectAccessible, inspect } from "./checks.ts";
import { test } from "./journey.ts";
import { pressOn, tabTo, typeInto } from "./keyboard.ts";
import { signIn } from "./people.ts";

/**
 * Evidence inside a question, by keyboard: a group's figure, part of a plan, a web page, files; and what becomes of a citation
 * when an analyst revises its figure.
 */
const FIGURE = { metric: "1E", organisation: "E10000018", period: "2024-25" };
const group = (category: string, value: string, numerator: string, denominator: string) => ({
  ...FIGURE,
  value,
  numerator,
  denominator,
  breakdown: { characteristic: "SEX", category },
});
const WOMEN = group("Women", "64.13", "73213", "114163");
const BEFORE = "64% (73,215 out of 114,165)";
const NOW = "66% (75,000 out of 114,165)";

const RECORD = `mutation ($input: RecordObservationsInput!) { recordObservations(input: $input) {
  __typename ... on ObservationsRecorded { observations { recordedAt } } ... on Error { message } } }`;
const record = (browser: Browser, figures: object[]) =>
  askAs<{ observations: { recordedAt: string }[] }>(browser, "analyst", RECORD, () => ({ figures }));

const panelOf = (page: Page): Locator => page.locator(".app-evidence");
const summaryOf = (page: Page): Locator => panelOf(page).locator(".govuk-error-summary");
const said = (page: Page, words: string | RegExp) =>
  expect(panelOf(page).getByRole("status").filter({ hasText: words }).first()).toBeVisible();

const open = (page: Page, summary: string) =>
  pressOn(page, panelOf(page).locator("summary").filter({ hasText: summary }));

/** The summary takes the focus, names the problem, and leads to the field. */
const expectError = async (page: Page, message: string | RegExp, field: Locator) => {
  await expect(summaryOf(page)).toBeFocused();
  await expect(page).toHaveTitle(/^Error: /);
  await page.keyboard.press("Tab");
  await expect(summaryOf(page).getByRole("link", { name: message })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(field).toBeFocused();
};

const searchFor = async (page: Page, words: string) => {
  await typeInto(page, page.getByLabel("Search figures and plans"), words);
  await page.keyboard.press("Enter");
};

const citeGroup = async (page: Page) => {
  await open(page, "Find a figure or part of a plan");
  const field = page.getByLabel("Search figures and plans");
  await pressOn(page, page.getByRole("button", { name: "Search", exact: true }));
  await expectError(page, "Enter what to search for", field);
  await searchFor(page, "employment women 2024/25");
  await said(page, "Found: 1 figure of a group");
  const found = page.getByRole("button", { name: `employment: ${BEFORE}` });
  await tabTo(page, found);
  await expectAccessible(page);
  await tabTo(page, found, "Shift+Tab");
  await page.keyboard.press("ArrowUp");
  await expect(field).toBeFocused();
  await pressOn(page, found);
  await expect(panelOf(page).getByRole("heading", { name: /learning disability in/ })).toBeFocused();
  await expect(panelOf(page).getByRole("table", { name: /^Sex/ })).toContainText("Men");
  await typeInto(page, page.getByLabel("What it shows (optional)"), "More women than men");
  await inspect(page, "evidence-figure");
  await pressOn(page, page.getByRole("button", { name: "Cite this figure" }));
  await said(page, /^Cited: People with a learning disability/);
  await expect(panelOf(page).getByRole("listitem").filter({ hasText: "More women than men" })).toContainText(
    BEFORE,
  );
};

const citePlan = async (page: Page) => {
  await searchFor(page, "carers");
  await said(page, /parts? of (a plan|plans)/);
  const plans = panelOf(page)
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: /^What plans say/ }) });
  await pressOn(page, plans.getByRole("button").first());
  await expect(panelOf(page).getByRole("link", { name: "Open the plan" })).toBeVisible();
  await pressOn(page, page.getByRole("button", { name: "Cite this", exact: true }));
  await said(page, /^Cited: /);
};

/** What a plan says will be done, by itself: seen with who answers for it and how it gets on, and pinned with both. */
const citeAction = async (page: Page) => {
  await searchFor(page, "Dementia Action Alliance");
  await pressOn(page, page.getByRole("button", { name: /^D08 Support the Dementia Action Alliance/ }));
  await expect(panelOf(page).getByText("Not started", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await pressOn(page, page.getByRole("button", { name: "Cite this", exact: true }));
  await said(page, "Cited: Support the Dementia Action Alliance");
  const card = panelOf(page)
    .getByRole("listitem")
    .filter({ hasText: /D08 Support.*Cited on/s });
  await expect(card).toContainText("Status: Not started");
};

const addPage = async (page: Page) => {
  await open(page, "Add a web page");
  await typeInto(page, page.getByLabel("Address of the page"), "javascript:alert(1)");
  await pressOn(page, page.getByRole("button", { name: "Add this page" }));
  await expectError(page, /starts with https/, page.getByLabel("Address of the page"));
  await expectAccessible(page);
  await typeInto(page, page.getByLabel("Address of the page"), "https://www.example.org/census");
  await typeInto(page, page.getByLabel("What it is"), "Census 2021");
  await pressOn(page, page.getByRole("button", { name: "Add this page" }));
  await said(page, "Cited: Census 2021");
};

const PROGRAM = Buffer.concat([Buffer.from("MZ\x90\0\x03\0\0\0", "latin1"), Buffer.alloc(120)]);

const uploadFiles = async (page: Page) => {
  await open(page, "Upload files");
  await expect(panelOf(page)).toContainText("Files are not scanned for viruses here");
  await page.getByLabel("Choose files").setInputFiles([
    { name: "survey.csv", mimeType: "text/csv", buffer: Buffer.from("group,answers\nWomen,120\nMen,80\n") },
    { name: "invoice.pdf", mimeType: "application/pdf", buffer: PROGRAM },
  ]);
  await pressOn(page, page.getByRole("button", { name: "Upload 2 files" }));
  await expect(panelOf(page).getByRole("link", { name: "Download survey.csv" })).toBeVisible();
  await expectError(
    page,
    /invoice\.pdf: .*(program|PDF)/,
    page.getByRole("button", { name: "Try again invoice.pdf" }),
  );
  await inspect(page, "evidence-upload-refused");
  await pressOn(page, page.getByRole("button", { name: "Leave it out invoice.pdf" }));
  await expect(panelOf(page).getByText("was not uploaded")).toHaveCount(0);
};

const citeAnew = async (page: Page) => {
  const card = panelOf(page).getByRole("listitem").filter({ hasText: "More women than men" });
  await expect(card).toContainText("Changed since cited");
  const change = card.getByRole("table");
  await expect(change).toContainText(BEFORE);
  await expect(change).toContainText(NOW);
  await expect(card.getByRole("link", { name: /^Open the measure/ })).toHaveAttribute("href", /E10000018$/);
  await inspect(page, "evidence-changed");
  await pressOn(page, card.getByRole("button", { name: /^Cite it as it stands now/ }));
  await expect(card.getByRole("button", { name: "Cite anew" })).toBeFocused();
  await page.keyboard.press("Enter");
  await said(page, /^Cited anew/);
  await expect(card).not.toContainText("Changed since cited");
  await expect(card).toContainText(NOW);
};

test("evidence is found, cited, uploaded, and cited anew when its figure was revised", async ({
  page,
  browser,
}) => {
  const { observations } = await record(browser, [WOMEN, group("Men", "58.87", "73342", "124583")]);
  const reference = await startDraft(browser, "Work coaches on Saturdays");
  await signIn(page, "lead.officer", `/assessments/${reference}/screening`);
  await citeGroup(page);
  await citePlan(page);
  await citeAction(page);
  await addPage(page);
  await uploadFiles(page);
  const revised = group("Women", "65.69", "75000", "114163");
  await record(browser, [{ ...revised, basedOnRecordedAt: observations[0]?.recordedAt }]);
  await page.goto(`/assessments/${reference}`);
  await expect(page.getByRole("region", { name: "Evidence" })).toContainText("1 changed since it was cited");
  await expectAccessible(page);
  await page.goto(`/assessments/${reference}/screening`);
  await citeAnew(page);
  await page.goto(`/assessments/${reference}/check`);
  await expect(page.getByText("5 pieces of evidence")).toBeVisible();
  await expect(page.getByText("Census 2021 (opens in new tab)")).toBeVisible();
  await inspect(page, "evidence-check");
  await page.goto(`/assessments/${reference}/evidence`);
  await expect(page.getByRole("heading", { name: "The assessment as a whole" })).toBeVisible();
  await inspect(page, "evidence-page");
});
