import { sql } from "drizzle-orm";
import type { Database } from "../connection.ts";
import { storeAuthorities } from "../reference/store-authorities.ts";
import { metrics } from "../schema/metrics.ts";
import { users } from "../schema/people.ts";
import { loadHomeCareDraft, loadLawAndForm } from "./load-ehria.ts";
import { loadPeople } from "./load-people.ts";
import { loadPerformance } from "./load-performance.ts";

/** Any number that nothing else locks on: two starts at once load the data once. */
const SAMPLE_DATA_LOCK = 4_011_891;

/**
 * Fills an empty database with the papers' figures, the form, the demo people and the home care draft, in one
 * transaction. A database with metrics or people in it is left as it is.
 */
export const loadSampleData = async (db: Database): Promise<{ loaded: boolean }> =>
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${SAMPLE_DATA_LOCK})`);
    if ((await tx.$count(metrics)) + (await tx.$count(users)) > 0) return { loaded: false };
    await storeAuthorities(tx);
    const performance = await loadPerformance(tx);
    const people = await loadPeople(tx, performance.organisationIds);
    const form = await loadLawAndForm(tx);
    await loadHomeCareDraft(tx, { people, form, sourceIds: performance.sourceIds });
    return { loaded: true };
  });
