import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** The names that pnpm-workspace.yaml pins: the lines indented below `catalog:`. */
const listCatalog = (workspace: string): string[] => {
  const [, catalog = ""] = /^catalog:\n((?: .*\n|\n)+)/m.exec(workspace) ?? [];
  return [...catalog.matchAll(/^ {2}"?([^":\s]+)"?:/gm)].flatMap(([, name]) => name ?? []);
};

test("docs/dependencies.md says what each dependency of the catalog is for, and names none besides", () => {
  const rows = read("docs/dependencies.md")
    .split("\n")
    .filter((line) => line.startsWith("| `"));
  const documented = rows.flatMap((row) => [...(row.split(" | ")[0] ?? "").matchAll(/`([^`]+)`/g)]);
  expect(documented.map(([, name]) => name).sort()).toEqual(listCatalog(read("pnpm-workspace.yaml")).sort());
});
