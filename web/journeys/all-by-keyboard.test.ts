import { expect, type Page } from "@playwright/test";
import { expectAccessible, inspect } from "./checks.ts";
import { expectSaved } from "./drafting-steps.ts";
import { test } from "./journey.ts";
import { pressOn, tabTo, typeInto } from "./keyboard.ts";
import { signIn, signOut } from "./people.ts";
import { type Answers, answerPage, follow } from "./walk-by-keyboard.ts";

/** The whole form, screening and full report, by somebody who has no mouse, about a change that harms some of those whom it touches. */

const TITLE = "Close two day centres and offer visits at home instead";

/** Answers that aren't the first that comes to mind: by words of their question. */
const CHOICES: readonly [legend: RegExp, answer: string][] = [
  [/When was this assessment completed/, "On a date"],
  [/full report is already known|report.*needed already|already/i, "No"],
  [/Which way/, "Negative"],
  [/^13\./, "Negative impact"],
  [/^14\./, "Yes"],
  [/^21\./, "Yes, but"],
];
/** Rows that say Yes; every other says No, and why. */
const AFFECTED = ["Age", "Right to respect for private and family life"];

test.describe.configure({ mode: "serial" });

let reference = "";
let row = "";

const answers: Answers = {
  choose: (legend, options) => {
    if (/Could (people|this right) be affected/.test(legend))
      return AFFECTED.some((each) => row.includes(each)) ? "Yes" : "No";
    const found = CHOICES.find(([words]) => words.test(legend))?.[1];
    const wanted = options.find((option) => found !== undefined && option.startsWith(found));
    return wanted ?? options.find((option) => option.startsWith("Yes")) ?? options[0] ?? null;
  },
  write: (label) => {
    if (/^Day/.test(label)) return "6";
    if (/^Month/.test(label)) return "3";
    if (/^Year/.test(label)) return "2026";
    if (/telephone/i.test(label)) return null;
    return `${row}: asked those who use the centres, and their carers.`;
  },
};

/** Axe once for each kind of page: rows are alike. */
const looked = new Set<string>();
const lookOnce = async (page: Page, kind: string) => {
  if (looked.has(kind)) return;
  looked.add(kind);
  await expectAccessible(page);
};

const headingOf = async (page: Page): Promise<string> => {
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toBeFocused();
  // Its section stands above it, within the heading.
  return await heading.evaluate((element) => element.lastChild?.textContent?.trim() ?? "");
};

/** Every row behind a list, from the first to the last and back to the list. Answers with how many there were. */
const answerRows = async (page: Page, list: string): Promise<number> => {
  await pressOn(page, page.getByRole("main").locator(".app-rows a, table a, dl a, ul a").first());
  for (let rows = 1; ; rows += 1) {
    row = await headingOf(page);
    if (row === list) return rows - 1;
    await answerPage(page, answers);
    await lookOnce(
      page,
      `a row, ${AFFECTED.some((each) => row.includes(each)) ? "affected" : "not affected"}`,
    );
    await follow(page);
  }
};

const planAction = async (page: Page): Promise<void> => {
  await pressOn(page, page.getByRole("link", { name: "Add an action" }));
  await pressOn(page, page.getByRole("button", { name: "Save" }));
  await expect(page.locator(".govuk-error-summary")).toBeFocused();
  await lookOnce(page, "an action with errors");
  await typeInto(page, page.getByLabel("Objective"), "Nobody loses company for want of a lift");
  await typeInto(
    page,
    page.getByLabel("Action", { exact: true }),
    "Visits at home, and lifts to two other centres",
  );
  await typeInto(page, page.getByLabel("Target", { exact: true }), "Every user is offered both by June");
  await typeInto(page, page.getByLabel("Officer responsible"), "Day services manager");
  for (const [part, text] of [
    ["Day", "30"],
    ["Month", "6"],
    ["Year", "2026"],
  ] as const)
    await typeInto(page, page.getByLabel(part), text);
  await pressOn(page, page.getByRole("button", { name: "Save" }));
  await expect(page.getByRole("heading", { name: "Action 1" })).toBeVisible();
};

const ROWS = /^(Protected characteristics|Human rights)$/;

test("a whole assessment with a negative impact is written, checked and signed with the keyboard alone", async ({
  page,
}) => {
  await signIn(page, "lead.officer", "/assessments/new");
  await typeInto(page, page.getByLabel("What is the policy called?"), TITLE);
  await pressOn(page, page.getByRole("button", { name: "Start" }));
  await expect(page.getByRole("heading", { level: 1, name: TITLE })).toBeFocused();
  await pressOn(page, page.getByRole("link", { name: "Key details" }));
  const rows: number[] = [];
  for (row = await headingOf(page); row !== "Improvement plan"; row = await headingOf(page)) {
    if (ROWS.test(row)) rows.push(await answerRows(page, row));
    if ((await answerPage(page, answers)).length > 0) await expectSaved(page);
    await lookOnce(page, new URL(page.url()).pathname);
    await follow(page);
  }
  expect(rows, "characteristics and rights, in the screening and in the report").toEqual([11, 15, 11, 15]);
  await planAction(page);
  await pressOn(page, page.getByRole("link", { name: /^Next/ }));
  await expect(page.getByRole("heading", { level: 1, name: "Check your answers" })).toBeFocused();
  await expect(page.getByRole("heading", { name: "Before it can be submitted" })).toHaveCount(0);
  await expectAccessible(page);
  await pressOn(page, page.getByRole("link", { name: "Continue to sign and submit" }));
  await pressOn(page, page.getByLabel(/I have read what is shown/), "Space");
  await expectAccessible(page);
  await pressOn(page, page.getByRole("button", { name: "Sign and submit" }));
  await expect(page.getByRole("heading", { level: 1, name: "Signed and submitted" })).toBeFocused();
  reference = /EHRIA-\d{4}-\d{4}/.exec(page.url())?.[0] ?? "";
  await signOut(page);
});

test("the chair signs it off, with the keyboard alone", async ({ page }) => {
  await signIn(page, "deg.chair", `/assessments/${reference}/review`);
  await expect(page.getByRole("heading", { level: 1, name: "Review and decide" })).toBeVisible();
  await pressOn(page, page.getByRole("radio", { name: "Sign it off" }), "Space");
  await pressOn(page, page.getByLabel(/I have read what is shown/), "Space");
  await pressOn(page, page.getByRole("button", { name: "Sign off" }));
  await expect(page.getByRole("heading", { level: 1, name: "Signed off" })).toBeFocused();
  await signOut(page);
});

test("its action is followed to its end, with the keyboard alone", async ({ page }) => {
  await signIn(page, "lead.officer", "/actions");
  await inspect(page, "equality-actions");
  await pressOn(page, page.getByRole("link", { name: /^Visits at home/ }));
  await expect(page.getByRole("heading", { level: 1, name: /Visits at home/ })).toBeFocused();
  await pressOn(page, page.getByRole("button", { name: "Save progress" }));
  await expect(page.locator(".govuk-error-summary")).toBeFocused();
  await inspect(page, "equality-action-with-errors");
  const record = async (note: string, status: string) => {
    await typeInto(page, page.getByLabel("What has been done"), note);
    const radio = page.getByRole("radio", { name: status, exact: true });
    await tabTo(page, page.locator('input[name="status"]:checked'));
    while (!(await radio.isChecked())) await page.keyboard.press("ArrowDown");
    await pressOn(page, page.getByRole("button", { name: "Save progress" }));
    await expect(page.getByText("Progress recorded")).toBeVisible();
  };
  await record("Drivers have been found for both centres", "In progress");
  await record("All users had both offers by the end of May", "Done");
  await expect(page.getByText("All users had both offers by the end of May")).toBeVisible();
  await inspect(page, "equality-action-done");
  await page.goto(`/impact?references=${reference}`);
  const age = page.getByRole("row", { name: /^Age/ });
  await expect(age.getByRole("link", { name: /^1 assessment: Age/ })).toBeVisible();
  await expectAccessible(page);
});
