import { defineConfig } from "@playwright/test";
import { findChromium } from "../tools/browser/find-chromium.ts";

const PORT = Number(process.env.JOURNEYS_PORT ?? 4370);
const { executablePath, args } = await findChromium();

/**
 * Journeys in a real browser against the whole application: its own database in a directory of its own, made afresh
 * for each run, so that what one run signs does not stand in the way of the next.
 */
export default defineConfig({
  testDir: "journeys",
  outputDir: "test-results/journeys",
  // One draft is taken from its first answer to its last signature: the steps share it.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 300_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    baseURL: `http://localhost:${PORT}`,
    launchOptions: { executablePath, args },
    viewport: { width: 1280, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/London",
    actionTimeout: 15_000,
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
  },
  webServer: {
    command: "node journeys/start-application.ts",
    url: `http://localhost:${PORT}/readyz`,
    timeout: 180_000,
    reuseExistingServer: false,
    stdout: "ignore",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    env: {
      PORT: String(PORT),
      BASE_URL: `http://localhost:${PORT}`,
      NODE_ENV: "test",
      LOG_LEVEL: "warn",
    },
  },
});
