import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect } from "@playwright/test";
import { inspect } from "./checks.ts";
import { test } from "./journey.ts";
import { pressOn } from "./keyboard.ts";
import { signIn } from "./people.ts";
import { databaseOf } from "./second-process.ts";
import { writeShort } from "./short-assessment.ts";

const AGE = fileURLToPath(new URL("../../tools/age-sign-ins.ts", import.meta.url));

/** Whoever signed in more than five minutes ago proves once more who they are, and comes back to sign with nothing lost. */
test("a signature waits for a fresh sign-in, and what was ticked is still ticked afterwards, by keyboard alone", async ({
  page,
}, { parallelIndex }) => {
  await signIn(page, "lead.officer", "/cookies");
  const reference = await writeShort(page, "Evening opening at Mill Street", "Open until eight on Tuesdays.");
  await page.goto(`/assessments/${reference}/sign`);
  const box = page.getByRole("checkbox", { name: "I have read what is shown here and I sign it" });
  await pressOn(page, box, "Space");

  // The page was loaded in time; by now the sign-in is too old, which only the server knows.
  const aged = spawnSync(
    process.execPath,
    [AGE, await databaseOf(parallelIndex), "lead.officer@example.org"],
    {
      encoding: "utf8",
    },
  );
  expect(aged.stderr).toBe("");
  await pressOn(page, page.getByRole("button", { name: "Sign and submit" }));
  const summary = page.locator(".govuk-error-summary");
  await expect(summary).toBeFocused();
  await inspect(page, "sign-stale");
  await expect(box).toBeChecked();
  await pressOn(page, page.getByRole("link", { name: "Sign in again", exact: true }));

  // Being signed in is not enough: it asks who this is.
  await pressOn(page, page.locator('button[value="lead.officer@example.org"]'));
  await expect(page).toHaveURL(new RegExp(`/assessments/${reference}/sign$`));
  await expect(page.getByText(/^You have signed in again\. You can sign until/)).toBeVisible();
  await expect(box).toBeChecked();
  await inspect(page, "sign-afresh");
  await pressOn(page, page.getByRole("button", { name: "Sign and submit" }));
  await expect(page).toHaveURL(new RegExp(`/assessments/${reference}/receipt$`));
});
