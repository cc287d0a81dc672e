import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { StartFailure } from "@due-regard/database/start-failure";

/** What the client is made from, below the top of the checkout. */
const SOURCES = [
  "web/src",
  "web/public",
  "web/index.html",
  "web/explorer.html",
  "web/vite.config.ts",
  "web/package.json",
  "packages/domain/src",
  "docs/queries",
  "pnpm-lock.yaml",
];
const STAMP = ".built-from";
const KEPT_OUTPUT = 8_000;

export interface ClientBuild {
  /** Top of the checkout. */
  root: string;
  /** Told when a build begins and ends. */
  onProgress: (message: string) => void;
}

/**
 * Makes sure that web/dist is what the sources say: builds it when it is missing or was built from others.
 *
 * @throws StartFailure when it can't be built
 */
export async function buildClient({ root, onProgress }: ClientBuild): Promise<void> {
  const dist = join(root, "web/dist");
  const current = await hashSources(root);
  const built = await readFile(join(dist, STAMP), "utf8").catch(() => "");
  if (built === current) return;
  onProgress("Building the web pages…");
  const startedAt = Date.now();
  await runVite(root);
  await writeFile(join(dist, STAMP), current);
  onProgress(`Built the web pages in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`);
}

/** Changes with any source file's name or content, and with nothing else. */
export async function hashSources(root: string): Promise<string> {
  const hash = createHash("sha256");
  for (const source of SOURCES) {
    for (const path of await listFiles(root, source))
      hash.update(`${path}\0`).update(await readFile(join(root, path)));
  }
  return hash.digest("hex");
}

async function listFiles(root: string, path: string): Promise<string[]> {
  const found = await stat(join(root, path)).catch(() => null);
  if (found === null) return [];
  if (found.isFile()) return [path];
  const names = (await readdir(join(root, path))).sort();
  const lists = await Promise.all(names.map((name) => listFiles(root, `${path}/${name}`)));
  return lists.flat().filter((each) => !/\.test\.tsx?$/.test(each));
}

async function runVite(root: string): Promise<void> {
  const vite = join(root, "web/node_modules/vite/bin/vite.js");
  const child = spawn(process.execPath, [vite, "build", "--logLevel", "warn"], {
    cwd: join(root, "web"),
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output = (output + text).slice(-KEPT_OUTPUT);
    });
  }
  const code = await new Promise<number | null>((resolve) => {
    child.once("error", () => resolve(null));
    child.once("close", resolve);
  });
  if (code !== 0) throw new StartFailure(`The web pages could not be built.\n${output.trim()}`);
}
