import { expect, type Page } from "@playwright/test";
import { inspect } from "./checks.ts";
import { test } from "./journey.ts";
import { signIn } from "./people.ts";

/**
 * The analyst's file, from its first fault to its undoing. What it changes are figures of Leicester City's in 2017/18
 * that no other journey changes or looks at as they are known today; undone, they stand as before.
 */
test.describe.configure({ mode: "serial" });

const LEICESTER = "E06000016";
const DASHBOARD = `/performance?organisation=${LEICESTER}&period=2017-18-Q3&figures=latest`;
const EMPLOYMENT = /adults with a learning disability in paid employment/;
const HOME = /adults with a learning disability who live in their own home/;

const HEADER = "measure,organisation,period,status,value,no value reason,note";
const FAULTY = [
  HEADER,
  `1E,${LEICESTER},2017-04/2017-12,,5.3,,Recounted`,
  `9Z,${LEICESTER},2017-18,,12.0,,`,
  "1G,E99999999,2017-04/2017-12,,70.2,,",
  `1G,${LEICESTER},last autumn,,70.2,,`,
  `1G,${LEICESTER},2017-04/2017-12,,7O.2%,,`,
  `1H,${LEICESTER},2017-18-Q3,,28.0,NOT_COLLECTED,`,
  `1F,${LEICESTER},2017-18-Q3,actualy,2.0,,`,
].join("\n");
const FAULTS = [
  ["3", "measure", "9Z", "“9Z” is not among this council’s metrics."],
  ["4", "organisation", "E99999999", "No organisation with the code “E99999999” is known here."],
  ["5", "period", "last autumn", "“last autumn” is not a period."],
  ["6", "value", "7O.2%", "can’t be read as a number."],
  ["7", "no value reason", "NOT_COLLECTED", "Give a value or a reason for none, not both."],
  ["8", "status", "actualy", "“actualy” is none of ACTUAL, PROVISIONAL"],
] as const;

const MENDED = [
  HEADER,
  `1E,${LEICESTER},2017-04/2017-12,,5.3,,Recounted`,
  `1G,${LEICESTER},2017-04/2017-12,,70.2,,`,
  `1H,${LEICESTER},2017-18-Q3,,28.0,,`,
].join("\n");

const upload = async (page: Page, name: string, text: string) => {
  await page.goto("/performance/import");
  await page
    .getByLabel("Choose a file")
    .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "Upload" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Say what the columns hold");
};

/** “measure” is no header that is known: a person says what stands there. */
const checkRows = async (page: Page) => {
  const metric = page.getByLabel("Metric (needed)");
  await expect(metric).toHaveValue("none");
  await metric.selectOption("Column 1: measure");
  await page.getByRole("button", { name: "Check every row" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("What this file would change");
};

const fact = (page: Page, label: string) =>
  page.locator(".govuk-summary-list__row").filter({ hasText: label }).locator("dd");

const rowOf = (page: Page, name: RegExp) => page.getByRole("row").filter({ hasText: name }).first();

let address = "";

test("the analyst finds the import from the dashboard, and others do not", async ({ page }) => {
  await signIn(page, "lead.officer", "/performance");
  await expect(page.getByRole("link", { name: "CSV" }).first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Import figures from a file" })).toHaveCount(0);
  await page.goto("/performance/import");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You cannot import figures");
  await inspect(page, "import-not-yours");
  await page.context().clearCookies();

  await signIn(page, "analyst", "/performance");
  await page.getByRole("link", { name: "Import figures from a file" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Import figures");
  await page.getByRole("button", { name: "Upload" }).click();
  const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
  await expect(page.locator(".govuk-error-summary")).toBeFocused();
  await summary.getByRole("link", { name: "Choose a file" }).click();
  await expect(page.locator("#file")).toBeFocused();
  await expect(page).toHaveTitle(/^Error: /);
  await inspect(page, "import-no-file");
});

test("a file of another sort is refused in words, and a lost connection loses nothing", async ({ page }) => {
  await signIn(page, "analyst", "/performance/import");
  const field = page.getByLabel("Choose a file");
  await field.setInputFiles({
    name: "paper.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.7 …"),
  });
  await page.getByRole("button", { name: "Upload" }).click();
  await expect(page.locator(".govuk-error-summary")).toContainText("This is a PDF.");
  await field.setInputFiles({ name: "figures.csv", mimeType: "text/csv", buffer: Buffer.from(MENDED) });
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Upload" }).click();
  await expect(page.locator(".govuk-error-summary")).toContainText(
    "the connection was lost. Nothing was recorded",
  );
  await inspect(page, "import-offline");
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Upload" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Say what the columns hold");
});

test("six kinds of faulty rows are each told, and nothing is recorded", async ({ page }) => {
  await signIn(page, "analyst");
  await upload(page, "leicester.csv", FAULTY);
  await page.getByRole("button", { name: "Check every row" }).click();
  await expect(page.locator(".govuk-error-summary")).toContainText("Say which column holds the metric");
  await inspect(page, "import-columns");
  await checkRows(page);
  await expect(fact(page, "Cannot be recorded")).toHaveText("6 rows");
  const table = page.getByRole("table", { name: "Problems, in the order of the file" });
  await expect(table.getByRole("row")).toHaveCount(1 + FAULTS.length);
  for (const [index, [row, column, printed, wrong]] of FAULTS.entries()) {
    const cells = table.getByRole("row").nth(index + 1);
    await expect(cells.getByRole("rowheader")).toHaveText(row);
    await expect(cells.getByRole("cell").nth(0)).toContainText(column);
    await expect(cells.getByRole("cell").nth(1)).toContainText(printed);
    await expect(cells.getByRole("cell").nth(2)).toContainText(wrong);
    await expect(cells.getByRole("cell").nth(3).locator(".app-table__content")).not.toBeEmpty();
  }
  await inspect(page, "import-problems");

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download all problems as CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("problems-in-leicester-csv.csv");

  await page.getByRole("button", { name: "Record 1 figure" }).click();
  await expect(page.locator(".govuk-error-summary")).toContainText("Mend the 6 faulty rows");
  await page.reload();
  await expect(fact(page, "Cannot be recorded")).toHaveText("6 rows");
  await page.goto(DASHBOARD);
  await expect(rowOf(page, EMPLOYMENT)).toContainText("4.4% (34/767)");
});

test("the mended file is checked, recorded, and changes the dashboard", async ({ page }) => {
  await signIn(page, "analyst");
  await upload(page, "leicester-mended.csv", MENDED);
  await checkRows(page);
  await expect(fact(page, "Would revise what is recorded")).toHaveText("2 figures");
  await expect(fact(page, "Say what is recorded already")).toHaveText("1 figure");
  const changes = page.getByRole("table", { name: "What would change" });
  await expect(changes.getByRole("row").filter({ hasText: "1E" })).toContainText("4.4% (34/767)");
  await expect(changes.getByRole("row").filter({ hasText: "1E" })).toContainText("5.3%");
  await inspect(page, "import-checked");
  await page.getByRole("button", { name: "Record 2 figures" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Import recorded");
  await expect(page.getByRole("alert")).toContainText("2 figures recorded.");
  address = new URL(page.url()).pathname;
  await inspect(page, "import-receipt");
  await page.goto(DASHBOARD);
  await expect(rowOf(page, EMPLOYMENT)).toContainText("5.3%");
  await expect(rowOf(page, HOME)).toContainText("70.2%");
});

test("the import stands in the list, and nobody else sees it", async ({ page }) => {
  await signIn(page, "analyst", "/performance/import");
  const row = page.getByRole("row").filter({ hasText: "leicester-mended.csv" });
  await expect(row).toContainText("Recorded");
  await expect(row).toContainText("2 figures recorded on");
  await inspect(page, "import-list");
  await page.context().clearCookies();
  await signIn(page, "lead.officer", "/performance");
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You cannot import figures");
});

test("undoing asks first, and brings the dashboard back", async ({ page }) => {
  await signIn(page, "analyst", address);
  await page.getByRole("link", { name: "Undo this import" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Undo this import?");
  await expect(page.getByText("2 figures of this file will no longer count")).toBeVisible();
  await inspect(page, "import-undo");
  await page.getByLabel("Reason (optional)").fill("It was a rehearsal");
  await page.getByRole("button", { name: "Undo this import" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Import undone");
  await inspect(page, "import-undone");
  await page.goto(DASHBOARD);
  await expect(rowOf(page, EMPLOYMENT)).toContainText("4.4% (34/767)");
  await page.goto(DASHBOARD.replace("&figures=latest", ""));
  await expect(rowOf(page, EMPLOYMENT)).toContainText("4.4% (34/767)");
  await expect(rowOf(page, EMPLOYMENT)).not.toContainText("evised");
  await page.goto(`${address}/undo`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("can’t be undone");
  await page.goto("/performance/import/5f0c7a52-1111-4222-8333-444455556666");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Page not found");
});

test("what was downloaded is imported again without a change, from a workbook too", async ({ page }) => {
  await signIn(page, "analyst", DASHBOARD);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page
      .getByRole("link", { name: /spreadsheet \(XLSX\)/ })
      .first()
      .click(),
  ]);
  expect(download.suggestedFilename()).toMatch(
    /^performance-leicester-city-council-2017-18-q3-as-at-.*\.xlsx$/,
  );
  await page.goto("/performance/import");
  await page.getByLabel("Choose a file").setInputFiles(await download.path());
  await page.getByRole("button", { name: "Upload" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Say what the columns hold");
  await expect(page.getByText("Sheet “Figures”, headers in row 1")).toBeVisible();
  await page.getByRole("button", { name: "Check every row" }).click();
  await expect(fact(page, "Would revise what is recorded")).toHaveText("0 figures");
  await expect(page.getByText("There is nothing to record in this file.")).toBeVisible();
  await inspect(page, "import-nothing-to-do");
});
