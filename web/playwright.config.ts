import { defineConfig } from "@playwright/test";
import { findChromium } from "../tools/browser/find-chromium.ts";
import { addressOf, portOf, WORKERS } from "./journeys/applications.ts";

const { executablePath, args } = await findChromium();

const application = (worker: number) => ({
  command: "node journeys/start-application.ts",
  url: `${addressOf(worker)}/readyz`,
  timeout: 180_000,
  reuseExistingServer: false,
  stdout: "ignore" as const,
  stderr: "pipe" as const,
  gracefulShutdown: { signal: "SIGTERM" as const, timeout: 20_000 },
  env: {
    PORT: String(portOf(worker)),
    BASE_URL: addressOf(worker),
    NODE_ENV: "test",
    LOG_LEVEL: "warn",
    // A journey goes through a page in a second, ten times as fast as a person.
    REQUESTS_PER_MINUTE: "10000",
  },
});

/**
 * Journeys in a real browser against the whole application: its own database in a directory of its own, made afresh
 * for each run, so that what one run signs does not stand in the way of the next.
 */
export default defineConfig({
  testDir: "journeys",
  outputDir: "test-results/journeys",
  // A file's tests follow each other: one draft is taken from its first answer to its last signature.
  workers: WORKERS,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 300_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    launchOptions: { executablePath, args },
    viewport: { width: 1280, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/London",
    actionTimeout: 15_000,
    screenshot: "only-on-failure",
    // With a trace of every step journeys take a quarter longer: `--trace retain-on-failure` where a failure needs one.
    trace: "off",
  },
  webServer: Array.from({ length: WORKERS }, (_, worker) => application(worker)),
});
