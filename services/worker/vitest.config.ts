import { createRequire } from "node:module";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    // What Node itself loads. Vite would take graphql's "module" entry: a second copy beside the one of the libraries.
    alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve("graphql") }],
  },
  test: {
    name: "worker",
    include: ["src/**/*.test.ts"],
    globalSetup: ["../../packages/database/src/test-support/test-server.ts"],
    hookTimeout: 60_000,
    testTimeout: 30_000,
  },
});
