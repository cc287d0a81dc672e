import { defineConfig } from "vitest/config";

export default defineConfig({
  // Rules keep nothing between two calls, so that files of one worker share what is loaded.
  test: {
    name: "domain",
    include: ["src/**/*.test.ts"],
    isolate: false,
    // A stop for what hangs, as everywhere: a property took over five seconds on a busy machine.
    testTimeout: 30_000,
  },
});
