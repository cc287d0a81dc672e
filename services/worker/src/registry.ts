import type { AnyJob } from "./job.ts";
import { digest } from "./jobs/digest.ts";
import { remind } from "./jobs/remind.ts";
import { sendEmail } from "./jobs/send-email.ts";
import { tell } from "./jobs/tell.ts";
import { tendFiles } from "./jobs/tend-files.ts";
import { watchEvidence } from "./jobs/watch-evidence.ts";

/**
 * Every kind of job by the name under which it is enqueued: a file of its own under jobs/, and its line here
 * (CONTRIBUTING.md, “… a job”).
 */
export const JOBS: Readonly<Record<string, AnyJob>> = {
  "notices.tell": tell,
  "notices.remind": remind,
  "notices.digest": digest,
  "email.send": sendEmail,
  "tend-files": tendFiles,
  "evidence.watch": watchEvidence,
};
