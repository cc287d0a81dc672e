import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// Each project has its own configuration beside its code, so that it can also be run alone from its folder.
export default defineConfig({
  test: {
    // Left to itself, Vitest keeps a core free: on a machine with two, one file would run at a time, and wait for Postgres half the time.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      "packages/domain",
      "packages/database",
      "packages/docx",
      "packages/html",
      "packages/pdf",
      "services/api",
      "services/worker",
      "web",
      "tools",
    ],
  },
});
