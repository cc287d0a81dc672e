import { and, asc, eq, gt, isNull, or, sql } from "drizzle-orm";
import type { Database } from "../connection.ts";
import { fileContents, filePieces } from "../schema/files.ts";

export interface Unscanned {
  sha256: string;
  bytes: number;
  receivedAt: string;
}

/** The contents that no scanner has looked at, the longest wait first, after the one given. */
export const nextUnscanned = async (db: Database, after: Unscanned | null): Promise<Unscanned | null> => {
  const { sha256, bytes, receivedAt, scannedAt } = fileContents;
  const later =
    after === null
      ? undefined
      : or(gt(receivedAt, after.receivedAt), and(eq(receivedAt, after.receivedAt), gt(sha256, after.sha256)));
  const [row] = await db
    .select({ sha256, bytes, receivedAt })
    .from(fileContents)
    .where(and(isNull(scannedAt), later))
    .orderBy(asc(receivedAt), asc(sha256))
    .limit(1);
  return row ?? null;
};

/**
 * Writes down what a scanner found in a content, null: nothing. What is refused is handed to nobody any more; its bytes go,
 * unless a sealed assessment cites them (a trigger keeps those).
 */
export const recordScan = async (db: Database, sha256: string, found: string | null): Promise<void> => {
  await db
    .update(fileContents)
    .set({ state: found === null ? "AVAILABLE" : "REFUSED", found, scannedAt: sql`now()` })
    .where(eq(fileContents.sha256, sha256));
  if (found === null) return;
  await db.delete(filePieces).where(and(eq(filePieces.sha256, sha256), sql`not ${isSealed}`));
};

const isSealed = sql`exists (
  select from evidence_files f join evidence_links l on l.file_id = f.id join assessment_revisions r on r.id = l.revision_id
  where f.sha256 = ${filePieces.sha256} and r.sealed_at is not null)`;
