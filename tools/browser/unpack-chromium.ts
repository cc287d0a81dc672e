import { chmod, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const CACHE = fileURLToPath(new URL("../../node_modules/.cache", import.meta.url));
/** Starts the browser with the libraries and fonts that came with it: a bare machine has neither. */
const LAUNCHER = `#!/bin/sh
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
export LD_LIBRARY_PATH="$here/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export FONTCONFIG_PATH="$here/fonts" XDG_CACHE_HOME="$here/cache"
exec "$here/chromium" "$@"
`;
/** The package's own names folders of the cloud it was made for. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/**
 * Unpacks the Chromium of @sparticuz/chromium, once, below node_modules, and returns the program to run.
 *
 * The package unpacks to fixed names in the temporary directory and takes a half-unpacked file for a whole one. So it is
 * given a directory of its own, which gets its final name only when all is there.
 */
export async function unpackChromium(): Promise<string> {
  const home = join(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "..");
  const { version } = JSON.parse(await readFile(join(home, "package.json"), "utf8")) as { version: string };
  const bin = join(home, "bin");
  const target = join(CACHE, `chromium-${version}`);
  const launcher = join(target, "launch");
  if ((await stat(launcher).catch(() => null)) !== null) return launcher;
  const { default: chromium, inflate } = await import("@sparticuz/chromium");
  await mkdir(CACHE, { recursive: true });
  const partial = await mkdtemp(`${target}-`);
  const temporary = process.env.TMPDIR;
  process.env.TMPDIR = partial;
  try {
    await chromium.executablePath(bin);
    await inflate(join(bin, "al2023.tar.br"));
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
  }
  await writeFile(join(partial, "fonts/fonts.conf"), FONTS);
  await writeFile(join(partial, "launch"), LAUNCHER);
  await chmod(join(partial, "launch"), 0o755);
  // Another process may have been faster: then its copy serves, and ours goes.
  await rename(partial, target).catch(() => rm(partial, { recursive: true, force: true }));
  return launcher;
}
