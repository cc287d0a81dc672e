import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildClient, hashSources } from "./build-client.ts";

let root: string;

const write = async (path: string, text: string): Promise<void> => {
  await mkdir(join(root, path, ".."), { recursive: true });
  await writeFile(join(root, path), text);
};

/** Stands in for Vite: leaves a page that counts its builds, or fails. */
const VITE = `import { mkdirSync, readFileSync, writeFileSync, existsSync } from "node:fs";
if (readFileSync("src/main.ts", "utf8").includes("broken")) { console.error("main.ts is broken"); process.exit(1); }
mkdirSync("dist", { recursive: true });
const before = existsSync("dist/page") ? readFileSync("dist/page", "utf8") : "";
writeFileSync("dist/page", before + "built ");
`;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "due-regard-client-"));
  await write("web/src/main.ts", "one");
  await write("web/node_modules/vite/bin/vite.js", VITE);
  await write("web/package.json", '{ "type": "module" }');
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

describe("buildClient", () => {
  it("builds what is missing or out of date, says so, and nothing else", async () => {
    const said: string[] = [];
    const build = (): Promise<void> => buildClient({ root, onProgress: (message) => said.push(message) });
    await build();
    await build();
    expect(await readFile(join(root, "web/dist/page"), "utf8")).toBe("built ");
    await write("web/src/main.ts", "two");
    await build();
    expect(await readFile(join(root, "web/dist/page"), "utf8")).toBe("built built ");
    expect(said.filter((message) => message === "Building the web pages…")).toHaveLength(2);
  });

  it("says why it failed", async () => {
    await write("web/src/main.ts", "broken");
    await expect(buildClient({ root, onProgress: () => undefined })).rejects.toMatchObject({
      name: "StartFailure",
      message: "The web pages could not be built.\nmain.ts is broken",
    });
  });
});

describe("hashSources", () => {
  it("follows names and contents of sources, not tests", async () => {
    const first = await hashSources(root);
    await write("web/src/main.test.ts", "a test");
    expect(await hashSources(root)).toBe(first);
    await write("packages/domain/src/rule.ts", "a rule");
    expect(await hashSources(root)).not.toBe(first);
  });
});
