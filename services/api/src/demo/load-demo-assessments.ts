import type { Database } from "@due-regard/database/connection";
import { assessments } from "@due-regard/database/schema/assessments";
import { users } from "@due-regard/database/schema/people";
import { eq, sql } from "drizzle-orm";
import type { Logger } from "pino";
import type { SealKeys } from "../seal/seal-keys.ts";
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
 */
export const loadDemoAssessments = async (
  db: Database,
  { seals, logger, now = new Date() }: DemoLoad,
): Promise<{ loaded: boolean }> =>
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
    const isSample = (await tx.$count(users, eq(users.email, LEAD))) === 1;
    if (!isSample || (await tx.$count(assessments)) !== 1) return { loaded: false };
    const stage = { tx, seals, logger, now };
    for (const demo of DEMO_ASSESSMENTS) {
      const reference = await writeDemo(stage, demo);
      await signDemo(stage, demo, reference);
      await prepareDemo(stage, demo, reference);
      if (demo.isPublished) await publishDemo(stage, reference);
      await trackDemo(stage, demo, reference);
    }
    return { loaded: true };
  });
