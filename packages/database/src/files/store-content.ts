import type { FileState, FileType } from "@due-regard/domain/ehria/evidence/file-types";
import { eq, sql } from "drizzle-orm";
import type { Database, Transaction } from "../connection.ts";
import { fileContents, filePieces } from "../schema/files.ts";

/** CLEAN: scanned just now. WAITS: a scanner must look at it first. UNSCANNED: there is none. */
export type Scanned = "CLEAN" | "WAITS" | "UNSCANNED";

export interface ContentToStore {
  /** Of all the pieces, in hex. */
  sha256: string;
  bytes: number;
  type: FileType;
  scanned: Scanned;
}

const STATE: Record<Scanned, FileState> = {
  CLEAN: "AVAILABLE",
  UNSCANNED: "AVAILABLE",
  WAITS: "QUARANTINED",
};

/**
 * Stores what a file holds, all of it or nothing; what is here already is not stored twice. Answers with the state in which
 * it is then. Nobody refers to it yet: what nobody cites is thrown away by {@link dropUnusedFiles}, some time later.
 *
 * @param pieces its bytes, piece by piece; asked for when they are needed, and only then
 */
export const storeContent = (
  db: Database,
  { scanned, ...content }: ContentToStore,
  pieces: () => AsyncIterable<Buffer>,
): Promise<FileState> =>
  db.transaction(async (tx) => {
    const state = STATE[scanned];
    const [stored] = await tx
      .insert(fileContents)
      .values({ ...content, state, scannedAt: scanned === "CLEAN" ? sql`now()` : null })
      .onConflictDoUpdate({ target: fileContents.sha256, set: { receivedAt: sql`now()` } })
      // A row that this statement made has no earlier version.
      .returning({ state: fileContents.state, isNew: sql<boolean>`xmax = 0` });
    if (stored === undefined) throw new Error("A content was neither stored nor found");
    const lacksBytes = stored.isNew || (stored.state === "REFUSED" && scanned === "CLEAN");
    if (lacksBytes) await storePieces(tx, content.sha256, pieces());
    if (stored.isNew || scanned !== "CLEAN") return stored.state;
    await tx
      .update(fileContents)
      .set({ state, scannedAt: sql`now()`, found: null })
      .where(eq(fileContents.sha256, content.sha256));
    return state;
  });

const storePieces = async (tx: Transaction, sha256: string, pieces: AsyncIterable<Buffer>): Promise<void> => {
  let position = 0;
  for await (const data of pieces) {
    await tx.insert(filePieces).values({ sha256, position, data }).onConflictDoNothing();
    position += 1;
  }
};
