import { auditEvents } from "@due-regard/database/schema/audit";
import { recipientsOf } from "@due-regard/domain/notices/recipients";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { defineJob } from "../job.ts";
import { loadPeople } from "../notices/load-people.ts";
import { writeNotices } from "../notices/write-notices.ts";

/** Tells whoever has to know of something that happened to an assessment. Enqueued with the entry in the audit trail. */
export const tell = defineJob({
  input: z.object({ sequence: z.number().int() }),
  run: async (tx, { sequence }, context) => {
    const [event] = await tx.select().from(auditEvents).where(eq(auditEvents.sequence, sequence));
    if (!event || event.assessmentId === null) return;
    const { assessmentId, actorId } = event;
    const people = await loadPeople(tx, assessmentId, event);
    await writeNotices(
      tx,
      context,
      recipientsOf(event, people).map(({ userId, kind }) => ({
        recipientId: userId,
        kind,
        key: `${kind}:${sequence}`,
        assessmentId,
        actorId,
      })),
    );
  },
});
