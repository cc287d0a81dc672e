import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const SCREENSHOTS = "test-results/screenshots";
/** Pictures are for people: `SCREENSHOTS=1 npm run test:journeys` takes them. */
const takesScreenshots = process.env.SCREENSHOTS === "1";
const WIDTHS = [1280, 375] as const;

/** No violation of any rule that axe knows, on the page as it stands. */
export const expectAccessible = async (page: Page): Promise<void> => {
  await expect(page.getByRole("heading", { level: 1 }), "the page has arrived").toBeVisible();
  // No page has frames: without them axe needs no second page to bring its findings together.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(" | ")}`,
  );
  expect(found, `axe on ${page.url()}`).toEqual([]);
};

/** Nothing runs out of the page to the right. */
const expectNoOverflow = async (page: Page, width: number): Promise<void> => {
  const measure = () => page.evaluate(() => document.documentElement.scrollWidth);
  await expect.poll(measure, { message: `width of ${page.url()}` }).toBeLessThanOrEqual(width);
};

/** Looks at the page in both widths: axe, overflow, and, when asked for, a picture for people to look at. */
export const inspect = async (page: Page, name: string): Promise<void> => {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoOverflow(page, width);
    await expectAccessible(page);
    if (takesScreenshots)
      await page.screenshot({ path: `${SCREENSHOTS}/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
};
