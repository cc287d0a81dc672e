import type { Database } from "@due-regard/database/connection";
import { auditEvents } from "@due-regard/database/schema/audit";
import { changeKindOf } from "@due-regard/domain/ehria/change-kinds";
import { and, asc, between, eq, sql } from "drizzle-orm";
import type { Change } from "./change-stream.ts";

/** Entries of the record, by what an announcement names of them. */
export interface RecordedRange {
  assessmentId: string;
  first: number;
  last: number;
}

const word = (name: string) => sql<string | null>`(${auditEvents.detail} ->> ${name})`;

/** What happened to an assessment, from its record: place and version, never what was written. */
export const readChanges = async (
  db: Database,
  { assessmentId, first, last }: RecordedRange,
): Promise<Change[]> => {
  const rows = await db
    .select({
      sequence: auditEvents.sequence,
      at: auditEvents.at,
      action: auditEvents.action,
      byId: auditEvents.actorId,
      // Of evidence that is taken out or cited anew, the record has question and part each on its own.
      place: sql<
        string | null
      >`coalesce(${word("place")}, ${word("question")} || coalesce('.' || ${word("part")}, ''))`,
      version: sql<
        string | null
      >`case when jsonb_typeof(${auditEvents.detail} -> 'version') = 'number' then ${word("version")} end`,
    })
    .from(auditEvents)
    .where(and(eq(auditEvents.assessmentId, assessmentId), between(auditEvents.sequence, first, last)))
    .orderBy(asc(auditEvents.sequence));
  return rows.map(({ version, ...row }) => ({
    ...row,
    kind: changeKindOf(row.action),
    version: version === null ? null : Number(version),
  }));
};
