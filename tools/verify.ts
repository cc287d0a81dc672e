import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

// `pnpm verify`: everything that can be known without a database or a browser. Each step runs as a process of its own, as
// many at a time as the machine has cores; the output of a step is shown when it fails. `--without-tests` leaves out what
// `npm test` runs as well: the continuous integration calls both.

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** Checked together, what one imports of another is read once; the domain once more alone, where Node's own types are missing. */
const TYPED = ["packages/domain", "tsconfig.node.json", "web"];

interface Step {
  name: string;
  /** Path of a program for Node, from the top of the checkout. */
  program: string;
  args: string[];
  /** `npm test` runs it too. */
  isTest?: true;
}

const VITEST = "node_modules/vitest/vitest.mjs";
/** The longest first: the cores then come to rest together. */
const STEPS: Step[] = [
  {
    name: "boundaries and house rules",
    program: VITEST,
    args: ["run", "--project", "tools", "checks/"],
    isTest: true,
  },
  { name: "domain tests", program: VITEST, args: ["run", "--project", "domain"], isTest: true },
  { name: "dead code", program: "node_modules/knip/bin/knip.js", args: ["--no-progress"] },
  {
    name: "lint and format",
    program: "node_modules/@biomejs/biome/bin/biome",
    args: ["check", "--error-on-warnings"],
  },
  // The type check does not see a query that names a field the API has not.
  {
    name: "queries of the client",
    program: "web/node_modules/gql.tada/bin/cli.js",
    args: ["check", "-c", "web/tsconfig.json"],
  },
  { name: "types kept of the client's queries", program: "web/check-query-types.ts", args: [] },
  ...TYPED.map((folder) => ({
    name: `types of ${folder}`,
    program: "node_modules/tsgo/bin/tsc",
    args: ["-p", folder],
  })),
];

interface Outcome {
  step: Step;
  passed: boolean;
  seconds: number;
  output: string;
}

async function runStep(step: Step): Promise<Outcome> {
  const startedAt = Date.now();
  const child = spawn(process.execPath, [join(ROOT, step.program), ...step.args], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const passed = await new Promise<boolean>((resolve) => {
    child.once("error", (error) => {
      output += error.message;
      resolve(false);
    });
    child.once("close", (code) => resolve(code === 0));
  });
  return { step, passed, seconds: (Date.now() - startedAt) / 1000, output };
}

function report({ step, passed, seconds, output }: Outcome): void {
  console.log(`${passed ? "ok    " : "FAILED"} ${seconds.toFixed(1).padStart(5)} s  ${step.name}`);
  if (!passed) console.error(`\n${output.trim()}\n`);
}

async function runAll(steps: Step[], atOnce: number): Promise<Outcome[]> {
  const waiting = [...steps];
  const outcomes: Outcome[] = [];
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const outcome = await runStep(step);
      report(outcome);
      outcomes.push(outcome);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return outcomes;
}

const startedAt = Date.now();
const withoutTests = process.argv.includes("--without-tests");
const steps = STEPS.filter(({ isTest }) => !(isTest && withoutTests));
const outcomes = await runAll(steps, Math.max(2, availableParallelism()));
const failed = outcomes.filter(({ passed }) => !passed);
const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
console.log(`\n${outcomes.length - failed.length} of ${outcomes.length} steps passed in ${seconds} s`);
process.exitCode = failed.length === 0 ? 0 : 1;
