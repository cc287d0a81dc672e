import { chromium } from "@playwright/test";
import { afterEach, describe, expect, it } from "vitest";
import { findChromium } from "./find-chromium.ts";
import { unpackChromium } from "./unpack-chromium.ts";

const named = process.env.CHROMIUM_PATH;

afterEach(() => {
  if (named === undefined) delete process.env.CHROMIUM_PATH;
  else process.env.CHROMIUM_PATH = named;
});

async function measureText(executablePath: string, args: string[]): Promise<number> {
  const browser = await chromium.launch({ executablePath, args });
  const page = await browser.newPage();
  await page.setContent("<span>Due Regard</span>");
  const box = await page.locator("span").boundingBox();
  await browser.close();
  return box?.width ?? 0;
}

describe("findChromium", () => {
  it("takes the one that is named", async () => {
    process.env.CHROMIUM_PATH = "/somewhere/chromium";
    expect((await findChromium()).executablePath).toBe("/somewhere/chromium");
  });

  it("finds one that draws text", async () => {
    const { executablePath, args } = await findChromium();
    expect(await measureText(executablePath, args)).toBeGreaterThan(50);
  });

  // There is none from npm elsewhere.
  if (process.platform === "linux") {
    it("has one from npm that brings its own libraries and fonts", async () => {
      expect(await measureText(await unpackChromium(), ["--no-sandbox"])).toBeGreaterThan(50);
    });
  }
});
