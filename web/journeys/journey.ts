import { test as base } from "@playwright/test";
import { addressOf } from "./applications.ts";

/** As Playwright's own, at the application of the worker that runs it: files that run side by side share no database. */
export const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs off its parameters
  baseURL: async ({}, use, { parallelIndex }) => use(addressOf(parallelIndex)),
});
