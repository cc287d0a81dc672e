import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { HOUSE_RULES, listSources } from "./house-rules.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const sources = listSources(ROOT);

const BREACHES: Record<string, { path: string; text: string; complaint: string }[]> = {
  "no file is long": [
    { path: "a.ts", text: "x\n".repeat(301), complaint: "has 301 lines, more than 300" },
    { path: "a.scss", text: "x\n".repeat(400), complaint: "has 400 lines, more than 300" },
  ],
  "names are in kebab-case": [
    { path: "web/src/ui/DateInput.tsx", text: "", complaint: "is not named in kebab-case" },
    { path: "tools/run_it.mjs", text: "", complaint: "is not named in kebab-case" },
  ],
  "there are no barrel files": [
    { path: "packages/domain/src/index.ts", text: "", complaint: "is an index file" },
    { path: "a.ts", text: 'export * from "./b.ts";\n', complaint: "exports what another file owns" },
    {
      path: "a.ts",
      text: 'export {\n  b,\n  c,\n} from "./b.ts";\n',
      complaint: "exports what another file owns",
    },
    { path: "a.ts", text: 'export type { B } from "./b.ts";\n', complaint: "exports what another file owns" },
  ],
  "versions come from the catalog": [
    {
      path: "web/package.json",
      text: '{ "dependencies": { "react": "^19.0.0", "zod": "catalog:" } }',
      complaint: "pins react at ^19.0.0 by itself",
    },
  ],
};

describe("house rules", () => {
  it("look at the whole house", () => {
    expect(sources.length).toBeGreaterThan(200);
    expect(sources.map(({ path }) => path)).toContain("tools/checks/house-rules.ts");
  });

  describe.each(Object.entries(HOUSE_RULES))("%s", (name, rule) => {
    it("finds a breach", () => {
      for (const { complaint, ...file } of BREACHES[name] ?? []) expect(rule(file)).toEqual([complaint]);
      expect(BREACHES[name]?.length).toBeGreaterThan(0);
    });

    it("holds everywhere", () => {
      expect(sources.flatMap((file) => rule(file).map((complaint) => `${file.path} ${complaint}`))).toEqual(
        [],
      );
    });
  });

  it("every version in the catalog is exact", () => {
    const workspace = readFileSync(join(ROOT, "pnpm-workspace.yaml"), "utf8");
    const catalog = workspace.split(/^catalog:$/m)[1]?.split(/^\S/m)[0] ?? "";
    const versions = [...catalog.matchAll(/^ {2}(\S+): (\S+)$/gm)].map(([, name, version]) => [
      name,
      version,
    ]);
    expect(versions.length).toBeGreaterThan(40);
    expect(
      versions.filter(([, version]) => !/^(npm:\w+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version ?? "")),
    ).toEqual([]);
  });
});
