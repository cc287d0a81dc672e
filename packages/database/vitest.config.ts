import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "database",
    include: ["src/**/*.test.ts"],
    globalSetup: ["./src/test-support/test-server.ts"],
    hookTimeout: 60_000,
    testTimeout: 30_000,
  },
});
