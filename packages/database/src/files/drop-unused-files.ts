import { sql } from "drizzle-orm";
import type { Executor } from "../connection.ts";

/** What arrived within this may be about to be cited. */
const YOUNG = sql`interval '15 minutes'`;

/**
 * Throws away files that nobody cites, and contents that no file holds: what is left of uploads that failed, and of citations
 * that were taken out. Rows that somebody is about to refer to are passed over until the next time.
 *
 * @param fileId only this file, and what it held. Default: all
 */
export const dropUnusedFiles = async (db: Executor, fileId: string | null = null): Promise<void> => {
  const dropped = await db.execute<{ sha256: string }>(sql`
    delete from evidence_files where id in (
      select f.id from evidence_files f
      where not exists (select from evidence_links l where l.file_id = f.id)
        and ${fileId === null ? sql`f.uploaded_at < now() - ${YOUNG}` : sql`f.id = ${fileId}`}
      for update skip locked)
    returning sha256`);
  if (fileId !== null && dropped.length === 0) return;
  const only = fileId === null ? sql`` : sql`and c.sha256 = ${dropped[0]?.sha256 ?? ""}`;
  await db.execute(sql`
    delete from file_contents where sha256 in (
      select c.sha256 from file_contents c
      where c.received_at < now() - ${YOUNG} ${only} and not exists (select from evidence_files f where f.sha256 = c.sha256)
      for update skip locked)`);
};
