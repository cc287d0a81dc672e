import { mkdtemp, readFile, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type Counts,
  countPlaywright,
  countVitest,
  type RunnerResult,
  summarise,
} from "./testing/count-results.ts";
import { isEnding, runProgram } from "./testing/run-program.ts";

// `npm test`: every test of the house, one runner after the other, and one line that sums them all.

const ROOT = fileURLToPath(new URL("..", import.meta.url));

interface Runner {
  name: string;
  /** Path of the runner's own entry, from the top of the checkout. */
  entry: string;
  args: (report: string) => string[];
  cwd: string;
  environment: (report: string) => Record<string, string>;
  // biome-ignore lint/suspicious/noExplicitAny: each runner's report has a shape of its own
  count: (report: any) => Counts;
}

const VITEST = "node_modules/vitest/vitest.mjs";
const inVitest = (report: string, ...which: string[]): string[] => [
  "run",
  ...which,
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
];

const RUNNERS: Runner[] = [
  {
    name: "Vitest",
    entry: VITEST,
    args: (report) => inVitest(report, "--exclude", "**/crash/**"),
    cwd: ROOT,
    // Left to itself, Vitest keeps a core free: on a machine with two, one file would run at a time, and wait for Postgres half the time.
    environment: () => ({ VITEST_MAX_WORKERS: String(Math.max(2, availableParallelism())) }),
    count: countVitest,
  },
  {
    // How soon the application is ready again is nobody else's doing only where nobody else runs.
    name: "The crash tests",
    entry: VITEST,
    args: (report) => inVitest(report, "--project", "tools", "crash/"),
    cwd: ROOT,
    environment: () => ({}),
    count: countVitest,
  },
  {
    name: "The browser journeys",
    entry: "web/node_modules/@playwright/test/cli.js",
    args: () => ["test", "--reporter=list,json"],
    cwd: join(ROOT, "web"),
    environment: (report) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
    count: countPlaywright,
  },
];

async function runTests(runner: Runner, directory: string): Promise<RunnerResult> {
  const report = join(directory, `${RUNNERS.indexOf(runner)}.json`);
  const exitCode = await runProgram(process.execPath, [join(ROOT, runner.entry), ...runner.args(report)], {
    cwd: runner.cwd,
    env: { ...process.env, ...runner.environment(report) },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const text = await readFile(report, "utf8").catch(() => null);
  return { name: runner.name, exitCode, counts: text === null ? null : runner.count(JSON.parse(text)) };
}

const directory = await mkdtemp(join(tmpdir(), "due-regard-reports-"));
const results: RunnerResult[] = [];
for (const runner of RUNNERS) if (!isEnding()) results.push(await runTests(runner, directory));
await rm(directory, { recursive: true });

if (isEnding()) {
  console.error("\nThe tests were stopped before their end.");
  process.exitCode = 1;
} else {
  const { problems, passed, failed } = summarise(results);
  for (const problem of problems) console.error(`\n${problem}`);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
