import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, type Page } from "@playwright/test";
import { inspect } from "./checks.ts";
import { test } from "./journey.ts";
import { pressOn, tabTo, typeInto } from "./keyboard.ts";
import { databaseOf } from "./second-process.ts";

/**
 * A resident's job: find by keyboard what was decided about home care, read it, take it along; in a browser that runs no script, without
 * signing in.
 */
const FILL = fileURLToPath(new URL("../../tools/fill-register.ts", import.meta.url));
const HOME = "EHRIA-2001-0001";

test.use({ javaScriptEnabled: false });

// biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs off its parameters
test.beforeAll(async ({}, { parallelIndex }) => {
  const filled = spawnSync(process.execPath, [FILL, await databaseOf(parallelIndex)], { encoding: "utf8" });
  expect(filled.stderr).toBe("");
});

const results = (page: Page) => page.getByRole("heading", { level: 2, name: /assessments? / });
const found = (page: Page) => page.getByRole("main").getByRole("heading", { level: 3 });

test("searches, filters, reads and takes along what is published, by keyboard alone", async ({ page }) => {
  await page.goto("/register");
  await expect(page).toHaveTitle(/^2\d published assessments \(page 1 of 2\)/);
  await typeInto(page, page.getByLabel("Search", { exact: true }), "carers oakhollow");
  await page.keyboard.press("Enter");
  await expect(results(page)).toHaveText("1 published assessment for “carers oakhollow”");
  await expect(page).toHaveTitle(/^1 published assessment for “carers oakhollow”/);
  await tabTo(page, page.getByLabel("Affected characteristic"));
  await page.keyboard.type("Sex");
  await pressOn(page, page.getByRole("button", { name: "Search" }));
  await expect(results(page)).toHaveText("0 published assessments for “carers oakhollow”, Sex");
  await pressOn(page, page.getByRole("link", { name: "Clear search and filters" }));
  await tabTo(page, page.getByLabel("Department"));
  await page.keyboard.type("Environment");
  await pressOn(page, page.getByRole("button", { name: "Search" }));
  await expect(found(page)).toHaveCount(7);
  await page.goto("/register?q=carers");
  await pressOn(page, page.getByRole("link", { name: "Home care visits, proposal 1" }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Home care visits, proposal 1");
  await expect(page.getByText("Older people would keep the times of their visits.")).toBeVisible();
  const downloading = page.waitForEvent("download");
  await pressOn(page, page.getByRole("link", { name: "PDF, for reading and printing" }));
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(`${HOME}-edition-2.pdf`);
  expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe("%PDF-");
  await pressOn(page, page.getByRole("link", { name: "Edition 1" }));
  await expect(page.getByRole("region", { name: "Earlier edition" })).toContainText(
    "Edition 2 took its place",
  );
});

test("turns pages, and is honest about what no longer stands", async ({ page }) => {
  await page.goto("/register");
  await pressOn(page, page.getByRole("link", { name: /^Next/ }));
  await expect(page).toHaveURL(/page=2$/);
  await expect(page.getByRole("link", { name: "Page 2" })).toHaveAttribute("aria-current", "page");
  await page.goto("/register?show=superseded");
  await pressOn(page, found(page).getByRole("link"));
  await pressOn(page, page.getByRole("link", { name: `Read ${HOME}, which took its place` }));
  await expect(page).toHaveURL(new RegExp(`/register/${HOME}$`));
  const gone = await page.goto("/register/EHRIA-2001-0003");
  expect(gone?.status()).toBe(410);
  await expect(page.getByRole("main")).toContainText("A passage could have told who somebody is.");
});

test.describe("looked at", () => {
  // axe is a script of its own: the pages have none.
  test.use({ javaScriptEnabled: true });
  test("the list, what was superseded and what was withdrawn", async ({ page }) => {
    await page.goto("/register?q=the&year=x");
    await inspect(page, "register");
    await page.goto("/register/EHRIA-2001-0002");
    await inspect(page, "register-superseded");
    await page.goto("/register/EHRIA-2001-0003");
    await inspect(page, "register-withdrawn");
  });
});
