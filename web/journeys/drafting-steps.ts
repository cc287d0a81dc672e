import { expect, type Page } from "@playwright/test";

/** Waits until the page says that everything on it is stored. */
export const expectSaved = async (page: Page): Promise<void> => {
  await expect(page.locator(".app-save-line")).toContainText(/Saved at \d\d:\d\d/);
};

/** Chooses an answer in the group of radio buttons that its legend names. */
export const choose = async (page: Page, legend: string | RegExp, answer: string): Promise<void> => {
  await page.getByRole("group", { name: legend }).getByRole("radio", { name: answer, exact: true }).check();
};

export const goNext = async (page: Page, title: string): Promise<void> => {
  await page.getByRole("link", { name: /^Next/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeFocused();
};

interface Impact {
  row: string;
  affected: "Yes" | "No";
  direction?: string;
  comments?: string;
}

/** Answers one characteristic on its own page, from the list and back to it. */
export const answerCharacteristic = async (page: Page, impact: Impact): Promise<void> => {
  await page.getByRole("link", { name: impact.row, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: impact.row })).toBeVisible();
  await choose(page, /Could people be affected/, impact.affected);
  if (impact.direction) await choose(page, /Which way/, impact.direction);
  if (impact.comments) await page.getByLabel("Comments").fill(impact.comments);
  await page.getByLabel("Comments").blur();
  await expectSaved(page);
  await page
    .getByRole("navigation", { name: /^In Section/ })
    .getByRole("link", { name: "Protected characteristics" })
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "Protected characteristics" })).toBeVisible();
};

/** Finds a measure's figures by words, sees the newest with all that is known of it, and cites it. */
export const citeFigure = async (page: Page, words: string, measure: string): Promise<void> => {
  await page.getByText("Find a figure or part of a plan to cite").click();
  await page.getByLabel("Search figures and plans").fill(words);
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.getByRole("button", { name: measure }).first().click();
  await expect(page.getByText("Leicestershire County Council").first()).toBeVisible();
  await page.getByLabel("What it shows (optional)").fill("How many people arrange their own care");
  await page.getByRole("button", { name: "Cite this figure" }).click();
  await expect(page.getByText(`Cited: ${measure}`)).toBeVisible();
};
