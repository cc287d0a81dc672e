import { createContext } from "@due-regard/api/context";
import { findCauses } from "@due-regard/api/features/assessments/watch/find-causes";
import { reportCauses } from "@due-regard/api/features/assessments/watch/report-causes";
import { londonToday } from "@due-regard/api/schema/london-today";
import { z } from "zod";
import { defineJob } from "../job.ts";

/**
 * Looks whether what signed assessments cite still says what they pinned, and whether their review dates have come; each that
 * has to be looked at again becomes due for review, once for a cause. After figures were written, at what cites them; every
 * morning before the reminders, at everything. Each assessment is marked by itself before the job's own transaction: that
 * keeps its lock short, and done again it finds nothing new.
 */
export const watchEvidence = defineJob({
  input: z.object({ metrics: z.array(z.string()).optional() }),
  cron: "30 5 * * *",
  prepare: async ({ db, logger, now }, { metrics = null }, { signal }) => {
    const found = await findCauses(db, { metrics, today: londonToday(now()) });
    const context = createContext({ viewer: null, db, requestId: "evidence.watch", logger });
    for (const [reference, causes] of found) {
      if (signal.aborted) return;
      const reported = await reportCauses(context, reference, causes);
      if (!reported.ok) throw new Error(`${reference} could not be marked: ${reported.failure.kind}`);
    }
  },
  run: async () => undefined,
});
