import { createHash } from "node:crypto";
import type { Transaction } from "@due-regard/database/connection";
import { assessmentRevisions, evidenceFiles } from "@due-regard/database/schema/assessments";
import { fileContents, filePieces } from "@due-regard/database/schema/files";
import type { PinnedFile } from "@due-regard/domain/ehria/evidence/pin";
import { eq } from "drizzle-orm";

/** Uploads a file whose name and bytes hold the word. */
export const addFile = async (
  tx: Transaction,
  { revisionId, leadId, word }: { revisionId: string; leadId: string; word: string },
): Promise<{ fileId: string; pinnedFile: PinnedFile }> => {
  const data = Buffer.from(`words,of\n${word},1\n`);
  const content = {
    sha256: createHash("sha256").update(data).digest("hex"),
    bytes: data.length,
    type: "CSV" as const,
  };
  await tx.insert(fileContents).values({ ...content, state: "AVAILABLE" });
  await tx.insert(filePieces).values({ sha256: content.sha256, position: 0, data });
  const [revision] = await tx
    .select({ assessmentId: assessmentRevisions.assessmentId })
    .from(assessmentRevisions)
    .where(eq(assessmentRevisions.id, revisionId));
  const name = `${word}.csv`;
  const [file] = await tx
    .insert(evidenceFiles)
    .values({
      assessmentId: revision?.assessmentId ?? "",
      sha256: content.sha256,
      name,
      uploadedById: leadId,
    })
    .returning({ id: evidenceFiles.id });
  return { fileId: file?.id ?? "", pinnedFile: { name, ...content } };
};
