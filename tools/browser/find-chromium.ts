import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { unpackChromium } from "./unpack-chromium.ts";

export interface Chromium {
  executablePath: string;
  args: string[];
}

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
/** Containers have little shared memory and no sandbox for root; our own pages need neither. */
const ARGS = ["--no-sandbox", "--disable-dev-shm-usage", "--font-render-hinting=none"];

/**
 * The browser for the journeys: CHROMIUM_PATH, else the system's Chromium or Chrome, else the one from npm, which is
 * unpacked at first use.
 *
 * @throws Error, in words, on a machine that has none and for which npm has none
 */
export async function findChromium(): Promise<Chromium> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return { executablePath: named, args: ARGS };
  return { executablePath: findSystemChromium() ?? (await findPackedChromium()), args: ARGS };
}

function findSystemChromium(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...PLACES].find((path) => isExecutable(path) && runs(path));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return existsSync(path);
  } catch {
    return false;
  }
}

/** Some systems put a stub there that only tells how to install the real one. */
const runs = (path: string): boolean => spawnSync(path, ["--version"], { timeout: 20_000 }).status === 0;

async function findPackedChromium(): Promise<string> {
  if (process.platform !== "linux") {
    throw new Error(
      "The browser tests need Chromium or Chrome on this machine: install one, or set CHROMIUM_PATH to it.",
    );
  }
  return await unpackChromium();
}
