import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "api",
    include: ["src/**/*.test.ts"],
    globalSetup: ["../../packages/database/src/test-support/test-server.ts"],
    hookTimeout: 60_000,
    testTimeout: 30_000,
  },
});
