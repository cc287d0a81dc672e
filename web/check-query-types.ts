import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

// Part of `pnpm verify`: the types of the client's queries, kept in a file so that nobody waits for them to be worked out at
// each type check, are what the schema and the queries of this checkout come to. What has not changed is taken over from it.

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const KEPT = path("./src/app/graphql-cache.d.ts");

const folder = mkdtempSync(join(tmpdir(), "due-regard-query-types-"));
try {
  const anew = join(folder, "graphql-cache.d.ts");
  copyFileSync(KEPT, anew);
  const cli = path("./node_modules/gql.tada/bin/cli.js");
  const args = ["turbo", "--fail-on-warn", "--tsconfig", path("./tsconfig.json"), "--output", anew];
  execFileSync(process.execPath, [cli, ...args], { stdio: "inherit" });
  if (readFileSync(anew, "utf8") !== readFileSync(KEPT, "utf8")) {
    console.error("The types kept of the client's queries are out of date: run `npm run schema:write`.");
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
