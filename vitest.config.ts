import { defineConfig } from "vitest/config";

// Each project has its own configuration beside its code, so that it can also be run alone from its folder.
export default defineConfig({
  test: {
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
