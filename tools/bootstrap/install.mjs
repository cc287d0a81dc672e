import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const PNPM = "pnpm@12.21.0";
/** Says from what the installed dependencies were installed; it goes when node_modules goes. */
const STAMP = "node_modules/.due-regard-installed";

/**
 * Whether the dependencies are those of the lockfile.
 *
 * @param {string} root
 */
export function isInstalled(root) {
  const stamp = join(root, STAMP);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint(root);
}

/** @param {string} root */
function fingerprint(root) {
  const patches = readdirSync(join(root, "patches")).sort();
  const files = ["pnpm-lock.yaml", "pnpm-workspace.yaml", ...patches.map((name) => join("patches", name))];
  const hash = createHash("sha256").update(`${PNPM} ${process.platform} ${process.arch}`);
  for (const file of files) hash.update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

/**
 * Installs exactly what the lockfile says, with pnpm from npm. Shows one line, and the whole log only when it fails.
 *
 * @param {string} root
 * @param {{ quiet: boolean }} options
 * @returns {Promise<boolean>} false when it failed, which has then been shown
 */
export async function install(root, { quiet }) {
  if (!quiet) console.log("Installing the dependencies (the first time, this takes about a minute)…");
  const startedAt = Date.now();
  const { code, log } = await runPnpm(root);
  if (code !== 0) {
    console.error(`${log.trim()}\n\nThe dependencies could not be installed: the lines above say why.`);
    return false;
  }
  writeFileSync(join(root, STAMP), fingerprint(root));
  if (!quiet) console.log(`Installed in ${((Date.now() - startedAt) / 1000).toFixed(0)} s.`);
  return true;
}

/**
 * CI=true: pnpm must never stop to ask, for instance before it replaces another pnpm's node_modules.
 *
 * @param {string} root
 * @returns {Promise<{ code: number | null, log: string }>}
 */
function runPnpm(root) {
  return new Promise((resolve) => {
    const child = spawn("npx", ["-y", PNPM, "install", "--frozen-lockfile"], {
      cwd: root,
      env: { ...process.env, CI: "true", npm_config_update_notifier: "false" },
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    let log = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        log += text;
      });
    }
    child.once("error", (error) =>
      resolve({ code: null, log: `npx could not be run (${error.message}): is npm installed?` }),
    );
    child.once("close", (code) => resolve({ code, log }));
  });
}
