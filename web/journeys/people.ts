import { expect, type Page } from "@playwright/test";

export type DemoPerson =
  | "admin"
  | "lead.officer"
  | "contributor"
  | "deg.chair"
  | "analyst"
  | "head.of.service"
  | "scrutiny"
  | "other.department"
  | "admin";

/** Signs in at the demonstration's own issuer and comes back to `returnTo`. */
export const signIn = async (page: Page, person: DemoPerson, returnTo = "/"): Promise<void> => {
  await page.goto(`/auth/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
  await page.locator(`button[value="${person}@example.org"]`).click();
  await page.waitForURL((url) => url.pathname + url.search === returnTo);
};

export const signOut = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL((url) => url.pathname !== "/auth/sign-out");
  await page.goto("/");
  await expect(page.getByRole("link", { name: "Sign in" }).first()).toBeVisible();
};
