import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname } from "node:path";

const LOOK_AFTER_NPM_EVERY_MS = 1000;

/**
 * Runs the entry and ends as it ends: same exit code, or 128 + signal. Signals are passed on; an entry may get one twice
 * (from the terminal too) and must not mind. Should we be killed outright, it sees its channel close; should npm be
 * killed, we notice that our parent has changed.
 *
 * @param {string} node
 * @param {string[]} args
 */
export async function runEntry(node, args) {
  const child = spawn(node, ["--disable-warning=ExperimentalWarning", ...args], {
    env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ""}` },
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => child.kill(signal));
  }
  endWithNpm(child);
  const [code, signal] = await new Promise((resolve) => {
    child.once("error", (error) => {
      console.error(`Node could not be run (${error.message}).`);
      resolve([1, null]);
    });
    child.once("exit", (exitCode, exitSignal) => resolve([exitCode, exitSignal]));
  });
  // What is left, such as the channel to the child, must not keep us.
  process.exit(signal === null ? code : 128 + constants.signals[/** @type {NodeJS.Signals} */ (signal)]);
}

/** @param {import("node:child_process").ChildProcess} child */
function endWithNpm(child) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === "win32") return;
  const parent = process.ppid;
  const npm = findNpm(parent);
  setInterval(() => {
    if (process.ppid !== parent || !isAlive(npm)) child.kill("SIGTERM");
  }, LOOK_AFTER_NPM_EVERY_MS).unref();
}

/**
 * Npm is our parent, or, where its shell does not make way for us, our parent's parent.
 *
 * @param {number} parent
 */
function findNpm(parent) {
  try {
    const [, name, rest] =
      /^\d+ \((.*)\) \S (.*)$/.exec(readFileSync(`/proc/${parent}/stat`, "utf8").trim()) ?? [];
    return /^(sh|dash|bash)$/.test(name ?? "") ? Number(rest?.split(" ")[0]) : parent;
  } catch {
    return parent;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}
