import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findNode } from "./find-node.mjs";
import { install, isInstalled } from "./install.mjs";
import { runEntry } from "./run-entry.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** @type {Record<string, { entry: string, quiet?: boolean }>} What each command runs; a quiet one says nothing of its own. */
const COMMANDS = {
  start: { entry: "services/api/src/main.ts" },
  worker: { entry: "services/worker/src/main.ts" },
  test: { entry: "tools/test.ts" },
  verify: { entry: "tools/verify.ts" },
  cli: { entry: "services/api/src/cli.ts", quiet: true },
};

/**
 * Installs what is missing and then runs the command's entry on a Node that runs TypeScript, with its exit code for ours.
 *
 * @param {string | undefined} name
 * @param {string[]} args
 */
export async function bootstrap(name, args) {
  const command = COMMANDS[name ?? ""];
  if (command === undefined)
    return fail(`There is no command ${name}: choose from ${Object.keys(COMMANDS).join(", ")}.`);
  if (!isInstalled(ROOT) && !(await install(ROOT, { quiet: command.quiet === true }))) return fail(null);
  const node = findNode(ROOT);
  if ("problem" in node) return fail(node.problem);
  await runEntry(node.path, [join(ROOT, command.entry), ...args]);
}

/** @param {string | null} message null: what went wrong has been shown already */
function fail(message) {
  if (message !== null) console.error(message);
  process.exitCode = 1;
}
