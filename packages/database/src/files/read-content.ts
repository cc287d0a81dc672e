import { and, eq } from "drizzle-orm";
import type { Executor } from "../connection.ts";
import { filePieces } from "../schema/files.ts";

/** The bytes of a content, a piece at a time: whoever takes them slowly holds neither memory nor a connection. */
export const readContent = async function* (db: Executor, sha256: string): AsyncGenerator<Buffer> {
  for (let position = 0; ; position += 1) {
    const [piece] = await db
      .select({ data: filePieces.data })
      .from(filePieces)
      .where(and(eq(filePieces.sha256, sha256), eq(filePieces.position, position)));
    if (piece === undefined) return;
    yield piece.data;
  }
};
