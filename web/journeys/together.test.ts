import { type Browser, expect, type Page } from "@playwright/test";
import { addressOf } from "./applications.ts";
import { inspect } from "./checks.ts";
import { expectSaved } from "./drafting-steps.ts";
import { test } from "./journey.ts";
import { type DemoPerson, signIn } from "./people.ts";
import { startSecondProcess } from "./second-process.ts";

const box = (page: Page, number: number) => page.getByRole("textbox", { name: new RegExp(`^${number}\\. `) });

const openAt = async (browser: Browser, address: string, person: DemoPerson, path: string): Promise<Page> => {
  const context = await browser.newContext({ baseURL: address });
  const page = await context.newPage();
  await signIn(page, person, path);
  return page;
};

test("two people write one draft through two API processes: invited, seen, told, and a conflict chosen", async ({
  browser,
}, { parallelIndex }) => {
  const second = await startSecondProcess(parallelIndex);
  try {
    const lead = await openAt(browser, addressOf(parallelIndex), "lead.officer", "/assessments/new");
    await lead.getByLabel("What is the policy called?").fill("Day services together");
    await lead.getByRole("button", { name: "Start" }).click();
    await expect(lead.getByRole("heading", { level: 1, name: "Day services together" })).toBeVisible();
    const draft = new URL(lead.url()).pathname;

    // Asked from the people page; on the other's list at once, at the other process.
    await lead.getByRole("link", { name: "Who writes it" }).click();
    await lead.getByLabel("Name or email address").fill("Chairw");
    await lead.getByRole("button", { name: "Search" }).click();
    await expect(lead.getByText("can never sign it off")).toBeVisible();
    await inspect(lead, "people-of-an-assessment");
    await lead.getByLabel("Name or email address").fill("Nextdoor");
    await lead.getByRole("button", { name: "Search" }).click();
    await lead.getByRole("button", { name: "Ask to contribute Pat Nextdoor" }).click();
    await expect(lead.getByText("can write this assessment now")).toBeVisible();
    const helper = await openAt(browser, second.address, "other.department", "/");
    await expect(helper.getByRole("link", { name: "Day services together" }).first()).toBeVisible();

    // Who is there, and where.
    await lead.goto(`${draft}/defining-the-policy`);
    await helper.goto(`${draft}/defining-the-policy`);
    await box(helper, 2).focus();
    const present = lead.locator(".app-presence");
    await expect(present).toContainText("Pat Nextdoor (demo), writing in question 2");
    await expect(lead.getByText("Pat Nextdoor (demo) is writing here too")).toBeVisible();

    // A change shows where nobody writes, and not under the hands of whoever does.
    await box(helper, 2).fill("Written by Pat");
    await box(helper, 3).focus();
    await expect(box(lead, 2)).toHaveValue("Written by Pat");
    await expect(lead.getByText(/Pat Nextdoor \(demo\) changed this at \d\d:\d\d/)).toBeVisible();
    await inspect(lead, "together");
    await box(lead, 1).focus();
    await expect(helper.locator(".app-presence")).toContainText(
      "Robin Draftwell (demo), writing in question 1",
    );
    await box(helper, 1).fill("Pat on what changes");
    await box(helper, 1).blur();
    await expectSaved(helper);
    await expect(lead.getByText("Their text shows once you leave this answer")).toBeVisible();
    await expect(box(lead, 1)).toHaveValue("");
    await box(lead, 1).fill("Robin on what changes");
    await box(lead, 1).blur();

    // Both texts, one choice, nothing lost.
    const conflict = lead.locator(".app-conflict");
    await expect(conflict).toContainText("Pat on what changes");
    await expect(conflict).toContainText("Robin on what changes");
    await lead.getByRole("radio", { name: "Make one text of both" }).check();
    await conflict.getByRole("textbox").fill("Pat on what changes. Robin on what changes");
    await lead.getByRole("button", { name: "Save this choice" }).click();
    await expectSaved(lead);
    await expect(box(helper, 1)).toHaveValue("Pat on what changes. Robin on what changes");

    // What one of them cites, and takes out again, shows on the other's page, with who and when.
    const cited = lead.locator(".app-evidence");
    await helper.getByText("Add a web page", { exact: true }).click();
    await helper.getByLabel("Address of the page").fill("https://www.example.org/census");
    await helper.getByLabel("What it is").fill("Census 2021");
    await helper.getByRole("button", { name: "Add this page" }).click();
    await expect(helper.getByText("Cited: Census 2021")).toBeVisible();
    await expect(cited.getByText(/^Pat Nextdoor \(demo\) cited evidence here at \d\d:\d\d\.$/)).toBeVisible();
    await expect(cited.getByRole("listitem").filter({ hasText: "Census 2021" })).toBeVisible();
    await helper.getByRole("button", { name: /^Remove/ }).click();
    await helper.getByRole("button", { name: "Yes, remove it" }).click();
    await expect(cited.getByText(/^Pat Nextdoor \(demo\) took out evidence here at/)).toBeVisible();
    await expect(cited.getByText("Census 2021")).toHaveCount(0);

    // Gone with the tab; shut out with the part.
    await helper.goto("/");
    await expect(present).toHaveCount(0);
    await helper.goto(`${draft}/defining-the-policy`);
    await expect(present).toContainText("Pat Nextdoor");
    await lead.goto(`${draft}/people`);
    await lead.getByRole("button", { name: "End their part of Pat Nextdoor" }).click();
    await expect(lead.getByText("can no longer write this assessment")).toBeVisible();
    await expect(helper.getByRole("heading", { level: 1 })).not.toContainText("Defining");
  } finally {
    await second.stop();
  }
});
