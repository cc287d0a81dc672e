import { createRequire } from "node:module";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    // What Node itself loads. Vite would take graphql's "module" entry: a second copy beside the one of the libraries.
    alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve("graphql") }],
  },
  test: {
    name: "api",
    include: ["src/**/*.test.ts"],
    // Files of one worker share what is loaded: loading the schema for each file took longer than its tests.
    isolate: false,
    globalSetup: ["../../packages/database/src/test-support/test-server.ts"],
    hookTimeout: 60_000,
    testTimeout: 30_000,
  },
});
