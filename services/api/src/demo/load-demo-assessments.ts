import type { Database } from "@due-regard/database/connection";
import { assessments } from "@due-regard/database/schema/assessments";
import { users } from "@due-regard/database/schema/people";
import { StartFailure } from "@due-regard/database/start-failure";
import { eq, sql } from "drizzle-orm";
import type { Logger } from "pino";
import type { SealKeys } from "../seal/seal-keys.ts";
import { DemoRefused, type DemoStage } from "./act-as.ts";
import { HOMES_OF_THEIR_OWN } from "./homes-of-their-own.ts";
import { prepareDemo, publishDemo } from "./publish-demo.ts";
import { SELF_ACCESS_LIBRARIES } from "./self-access-libraries.ts";
import { signDemo } from "./sign-demo.ts";
import { trackDemo } from "./track-demo.ts";
import { writeDemo } from "./write-demo.ts";

/** Any number that nothing else locks on: two starts at once load them once. */
const LOCK = 4_011_893;
const LEAD = "lead.officer@example.org";

export const DEMO_ASSESSMENTS = [SELF_ACCESS_LIBRARIES, HOMES_OF_THEIR_OWN];

export interface DemoLoad {
  seals: SealKeys;
  logger: Logger;
  now?: Date;
}

/**
 * Takes the demonstration's made-up assessments through their life, so that a new installation has something signed, published and
 * still to be done: by the verbs that people's pages call, in one transaction, sealed with this installation's key. Only beside
 * the sample data as they were loaded: as soon as there is another assessment than the papers' draft, nothing is added any more.
 * Where the verbs refuse, since people or forms are no longer those of the sample data, none of it is there, and the log says why.
 */
export const loadDemoAssessments = async (
  db: Database,
  { seals, logger, now = new Date() }: DemoLoad,
): Promise<{ loaded: boolean }> => {
  try {
    return await db.transaction((tx) => load({ tx, seals, logger, now }));
  } catch (error) {
    // The second: somebody of the demonstration is gone.
    if (!(error instanceof DemoRefused || error instanceof StartFailure)) throw error;
    logger.warn({ because: error.message }, "the made-up assessments are not loaded");
    return { loaded: false };
  }
};

const load = async (stage: DemoStage): Promise<{ loaded: boolean }> => {
  const { tx } = stage;
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
  const isSample = (await tx.$count(users, eq(users.email, LEAD))) === 1;
  if (!isSample || (await tx.$count(assessments)) !== 1) return { loaded: false };
  for (const demo of DEMO_ASSESSMENTS) {
    const reference = await writeDemo(stage, demo);
    await signDemo(stage, demo, reference);
    await prepareDemo(stage, demo, reference);
    if (demo.isPublished) await publishDemo(stage, reference);
    await trackDemo(stage, demo, reference);
  }
  return { loaded: true };
};
