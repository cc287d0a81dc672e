import { expect } from "@playwright/test";
import { inspect } from "./checks.ts";
import { test } from "./journey.ts";
import { signIn } from "./people.ts";

test("somebody leaves: their draft is named to the administrator, handed over unread, and goes on", async ({
  browser,
  baseURL,
}) => {
  const openAs = async (person: Parameters<typeof signIn>[1], path: string) => {
    const page = await (await browser.newContext(baseURL ? { baseURL } : {})).newPage();
    await signIn(page, person, path);
    return page;
  };
  const leaving = await openAs("contributor", "/assessments/new");
  await leaving.getByLabel("What is the policy called?").fill("Day trips left behind");
  await leaving.getByRole("button", { name: "Start" }).click();
  await expect(leaving.getByRole("heading", { level: 1, name: "Day trips left behind" })).toBeVisible();
  const draft = new URL(leaving.url()).pathname;
  const reference = draft.split("/").at(-1) ?? "";

  const admin = await openAs("admin", "/people");
  await admin.getByRole("link", { name: "Casey Addmore (demo)" }).click();
  await expect(admin.getByRole("table", { name: "Assessments that they lead" })).toContainText(reference);
  await expect(admin.getByRole("link", { name: `Hand over ${reference}` })).toHaveCount(0);
  await admin.getByRole("link", { name: "Close this account" }).click();
  await expect(admin.getByRole("table", { name: "Assessments that they lead" })).toContainText(reference);
  await admin.getByRole("button", { name: "Close this account" }).click();
  await expect(admin.getByText("Hand over what they left behind")).toBeVisible();
  await expect(admin.getByText("Day trips left behind")).toHaveCount(0);
  await inspect(admin, "left-behind");

  await admin.getByRole("link", { name: `Hand over ${reference}` }).click();
  await admin.getByRole("radio", { name: "Robin Draftwell (demo)" }).check();
  await inspect(admin, "hand-over-lead");
  await admin.getByRole("button", { name: "Hand over" }).click();
  await expect(admin.getByText(`Robin Draftwell (demo) leads ${reference} now`)).toBeVisible();
  await expect(admin.getByRole("link", { name: `Hand over ${reference}` })).toHaveCount(0);

  const follower = await openAs("lead.officer", draft);
  await expect(follower.getByRole("heading", { level: 1, name: "Day trips left behind" })).toBeVisible();
  await expect(follower.getByText("in place of one who can no longer sign in")).toBeVisible();

  // As it was before, for the journeys that follow on this database.
  await admin.getByRole("link", { name: "Open this account again" }).click();
  await admin.getByRole("button", { name: "Open this account" }).click();
  await expect(admin.getByText("Casey Addmore (demo) can sign in again.")).toBeVisible();
});
