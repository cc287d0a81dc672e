import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findNode } from "./find-node.mjs";
import { isInstalled } from "./install.mjs";

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "due-regard-bootstrap-"));
  await mkdir(join(root, "node_modules/.bin"), { recursive: true });
  await mkdir(join(root, "patches"));
  await writeFile(join(root, "pnpm-lock.yaml"), "lock");
  await writeFile(join(root, "pnpm-workspace.yaml"), "workspace");
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

async function installNode(version: string): Promise<string> {
  const path = join(root, "node_modules/.bin/node");
  await writeFile(path, `#!/bin/sh\necho v${version}\n`);
  await chmod(path, 0o755);
  return path;
}

describe("findNode", () => {
  it.each(["24.21.0", "22.22.0", "26.0.0"])("takes npm's Node %s", async (version) => {
    const path = await installNode(version);
    expect(findNode(root, "20.20.2")).toEqual({ path });
  });

  it("takes the machine's own where npm has none", () => {
    expect(findNode(root, "24.1.0")).toEqual({ path: process.execPath });
  });

  it("says it in words when npm's is still the old one", async () => {
    await installNode("20.20.2");
    expect(findNode(root, "20.20.2")).toEqual({
      problem:
        "Due Regard runs on Node 24 (or 22.22 and newer), but this is Node 20.20.2 and npm's is still 20.20.2: install Node 24.",
    });
  });

  it.each(["22.21.1", "23.11.0", "21.0.0"])("does not take Node %s", (own) => {
    expect(findNode(root, own)).toHaveProperty("problem");
  });
});

describe("isInstalled", () => {
  it("is false where nothing, or something else, was installed", async () => {
    expect(isInstalled(root)).toBe(false);
    await writeFile(join(root, "node_modules/.due-regard-installed"), "from another lockfile");
    expect(isInstalled(root)).toBe(false);
  });
});
