import { spawnSync } from "node:child_process";
import { join } from "node:path";

/**
 * A Node that runs TypeScript as it stands: the one from npm, which the install brings where there is a build of it for
 * this machine, else the one that we run on. The version is asked of the program itself, because an install that skips
 * Node's own script leaves the old one in place without a word.
 *
 * @param {string} root
 * @param {string} own the version that we run on
 * @returns {{ path: string } | { problem: string }}
 */
export function findNode(root, own = process.versions.node) {
  const installed = join(root, "node_modules/.bin/node");
  const { stdout } = spawnSync(installed, ["--version"], { encoding: "utf8" });
  const version = stdout?.trim().replace(/^v/, "") ?? "";
  if (isNewEnough(version)) return { path: installed };
  if (isNewEnough(own)) return { path: process.execPath };
  const brought = version === "" ? "npm brought none for this machine" : `npm's is still ${version}`;
  return {
    problem: `Due Regard runs on Node 24 (or 22.22 and newer), but this is Node ${own} and ${brought}: install Node 24.`,
  };
}

/** @param {string} version such as 24.21.0 */
function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major >= 24 || (major === 22 && minor >= 22);
}
