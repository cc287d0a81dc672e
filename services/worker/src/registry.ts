import type { AnyJob } from "./job.ts";
import { tendFiles } from "./jobs/tend-files.ts";

/**
 * Every kind of job by the name under which it is enqueued: a file of its own under jobs/, and its line here
 * (CONTRIBUTING.md, “… a job”).
 */
export const JOBS: Readonly<Record<string, AnyJob>> = {
  "tend-files": tendFiles,
};
