import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checkDependencies } from "./check-dependencies.ts";
import { DEPENDENCY_RULES, type DependencyRule } from "./dependency-rules.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const FOLDERS = ["packages", "services", "web", "tools"];

/** A small house with one import that the rule forbids. */
async function plant({ from, imports }: DependencyRule["breach"]): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "due-regard-house-"));
  const files = new Map(FOLDERS.map((folder) => [join(root, folder, "empty.ts"), ""]));
  if (imports.startsWith(".")) files.set(join(root, dirname(from), imports), "export const value = 1;\n");
  files.set(join(root, from), `import * as other from "${imports}";\nexport const value = other;\n`);
  for (const [path, text] of files) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  return root;
}

describe("the arrows of the house", () => {
  it("hold for every import", async () => {
    const { breaches, edges } = await checkDependencies(ROOT, FOLDERS);
    expect(breaches).toEqual([]);
    // Imports by package name are followed to their files: otherwise the rules would have nothing to look at.
    expect(edges).toContain("services/api/src/main.ts → packages/database/src/connection.ts");
    expect(edges).toContain(
      "packages/database/src/schema/enums.ts → packages/domain/src/metrics/vocabulary.ts",
    );
    expect([...edges].filter((edge) => /^web\/src\/.* → packages\/domain\/src\//.test(edge))).not.toEqual([]);
  });

  it.each(DEPENDENCY_RULES.map((rule) => [rule.name, rule] as const))(
    "%s finds a breach",
    async (name, rule) => {
      const root = await plant(rule.breach);
      const { breaches } = await checkDependencies(root, FOLDERS);
      await rm(root, { recursive: true });
      expect(breaches).toContainEqual(expect.objectContaining({ rule: name, from: rule.breach.from }));
    },
  );
});
