import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "database",
    include: ["src/**/*.test.ts"],
    // Files of one worker share what is loaded: loading the schema for each file took longer than its tests.
    isolate: false,
    globalSetup: ["./src/test-support/test-server.ts"],
    hookTimeout: 60_000,
    testTimeout: 30_000,
  },
});
