import {
  countJobs,
  type DeadJob,
  listDeadJobs,
  retryDeadJob,
  takeDeadJob,
} from "@due-regard/database/jobs/dead-jobs";
import { StartFailure } from "@due-regard/database/start-failure";
import type { Command } from "commander";
import { isRowId } from "../schema/load-by-ids.ts";
import { withDatabase } from "./with-database.ts";

/** `jobs list`, `jobs retry` and `jobs discard`: what waits in the queue, and what failed for good. */
export function addJobCommands(program: Command): void {
  const group = program.command("jobs").description("background jobs: email, reminders and the like");
  group.command("list").description("how the queue stands, and each job that failed for good").action(list);
  group
    .command("retry")
    .description("let a job that failed for good be tried anew")
    .argument("<id>", "from jobs list")
    .action(retry);
  group
    .command("discard")
    .description("forget a job that failed for good")
    .argument("<id>", "from jobs list")
    .action(discard);
}

async function list(): Promise<void> {
  const { counts, dead } = await withDatabase(async (db) => ({
    counts: await countJobs(db),
    dead: await listDeadJobs(db),
  }));
  console.log(`${counts.waiting} waiting, ${counts.active} under way, ${counts.dead} failed for good`);
  for (const job of dead) console.log(describeDeadJob(job));
}

const describeDeadJob = ({ id, job, input, attempts, failedAt, error }: DeadJob): string =>
  [id, job, JSON.stringify(input), `${attempts} tries`, failedAt, error].join("\t");

async function retry(id: string): Promise<void> {
  const found = await withDatabase((db) =>
    db.transaction(async (tx) => isRowId(id) && (await retryDeadJob(tx, id))),
  );
  if (!found) throw new StartFailure(`No job that failed for good has the id ${id}.`);
  console.log(`${id} will be tried anew.`);
}

async function discard(id: string): Promise<void> {
  const taken = await withDatabase((db) =>
    db.transaction(async (tx) => (isRowId(id) ? await takeDeadJob(tx, id) : null)),
  );
  if (taken === null) throw new StartFailure(`No job that failed for good has the id ${id}.`);
  console.log(`${id} is forgotten.`);
}
