/** How a run of one runner came out. */
export interface Counts {
  passed: number;
  failed: number;
  /** Skipped or still to be written: none are allowed. */
  skipped: number;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  /** A file that can't be loaded fails without a test of its own. */
  testResults: { status: string; assertionResults: unknown[] }[];
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  /** Errors outside any test, such as a server that did not start. */
  errors: unknown[];
}

/** Counts Vitest's JSON report. */
export function countVitest(report: VitestReport): Counts {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Counts Playwright's JSON report. A test that passed only when tried again counts as failed. */
export function countPlaywright({ stats, errors }: PlaywrightReport): Counts {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

export interface RunnerResult {
  name: string;
  exitCode: number;
  /** Null: it wrote no report. */
  counts: Counts | null;
}

export interface Summary {
  /** What is wrong beyond failed tests, one sentence each. */
  problems: string[];
  passed: number;
  failed: number;
}

/** Sums all runners. A runner that broke, or ran nothing, counts as one failure, so that "0 failed" means what it says. */
export function summarise(results: readonly RunnerResult[]): Summary {
  const summary: Summary = { problems: [], passed: 0, failed: 0 };
  for (const result of results) {
    const problem = findProblem(result);
    summary.passed += result.counts?.passed ?? 0;
    summary.failed += result.counts?.failed ?? 0;
    if (problem === null) continue;
    summary.problems.push(problem);
    if ((result.counts?.failed ?? 0) === 0) summary.failed += 1;
  }
  return summary;
}

function findProblem({ name, exitCode, counts }: RunnerResult): string | null {
  if (counts === null) return `${name} ended with ${exitCode} and without a report.`;
  if (counts.passed + counts.failed === 0) return `${name} ran no tests.`;
  if (counts.skipped > 0) return `${name} skipped ${counts.skipped}: every test must run.`;
  if (exitCode !== 0 && counts.failed === 0) return `${name} ended with ${exitCode} although no test failed.`;
  return null;
}
