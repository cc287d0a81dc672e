import { publications } from "@due-regard/database/schema/publications";
import { publishedEditions, publishedEntries, publishedFiles } from "@due-regard/database/schema/published";
import { type PublicCopy, publicCopySchema } from "@due-regard/domain/ehria/publication/public-copy";
import { affectedGroups, publicWords } from "@due-regard/domain/ehria/publication/public-words";
import type { WorkflowEvent } from "@due-regard/domain/ehria/workflow/state";
import {
  makePublishedSeal,
  type PublishedSeal,
  publishedSealSchema,
} from "@due-regard/domain/seal/published-seal";
import { and, eq } from "drizzle-orm";
import type { EventWrite } from "../write-to-assessment.ts";
import { loadPrepared, loadPreparedFiles, type PreparedFile, type PreparedRow } from "./load-publication.ts";

type StatusChange = Extract<WorkflowEvent, { type: "STATUS_CHANGED" }>;

/** What the audit record keeps of it. */
export interface PublishedDetail {
  edition: number;
  publicationHash: string;
  publicSeal: string;
  keyId: string;
}

/**
 * Publishes what was prepared, byte for byte: the workflow has compared its hash, under this lock, with what the approver's page showed.
 * Writes the entry of the register, the edition with its seal, and its files; from then on triggers keep them.
 */
export const publishPrepared = async (
  write: EventWrite,
  { userId, at }: StatusChange,
): Promise<PublishedDetail> => {
  const { tx, head } = write;
  const prepared = await loadPrepared(tx, head.revisionId);
  if (prepared === null || prepared.approvedAt !== null)
    throw new Error("There is nothing prepared to publish");
  const copy = publicCopySchema.parse(JSON.parse(prepared.copy));
  const files = await loadPreparedFiles(tx, prepared.id);
  const seal = await sealCopy(write, prepared, files, at);
  await tx
    .update(publications)
    .set({ approvedById: userId, approvedAt: at })
    .where(eq(publications.id, prepared.id));
  await writeEntry(write, copy, at);
  await tx.insert(publishedEditions).values({
    reference: copy.reference,
    edition: copy.edition,
    title: copy.title,
    completedOn: copy.completedOn,
    publishedAt: at,
    characteristics: affectedGroups(copy),
    content: prepared.copy,
    contentHash: prepared.copyHash,
    seal,
    words: publicWords(copy),
  });
  await tx
    .insert(publishedFiles)
    .values(files.map((file) => ({ ...file, reference: copy.reference, edition: copy.edition })));
  const { publicationHash } = prepared;
  return { edition: copy.edition, publicationHash, publicSeal: seal.hash, keyId: seal.statement.keyId };
};

const sealCopy = async (
  { tx, context, head }: EventWrite,
  prepared: PreparedRow,
  files: readonly PreparedFile[],
  publishedAt: string,
): Promise<PublishedSeal> => {
  const { seals } = context;
  if (seals === undefined) throw new Error("This process has no key to seal with");
  const [before] = await tx
    .select({ seal: publishedEditions.seal })
    .from(publishedEditions)
    .where(
      and(
        eq(publishedEditions.reference, head.reference),
        eq(publishedEditions.edition, prepared.edition - 1),
      ),
    );
  const hash = (format: PreparedFile["format"]): string =>
    files.find((file) => file.format === format)?.sha256 ?? "";
  return publishedSealSchema.parse(
    makePublishedSeal(
      {
        format: "due-regard/published-seal/1",
        reference: head.reference,
        edition: prepared.edition,
        contentHash: prepared.copyHash,
        files: { html: hash("html"), pdf: hash("pdf"), docx: hash("docx"), json: hash("json") },
        publishedAt,
        previous: before === undefined ? null : publishedSealSchema.parse(before.seal).hash,
        keyId: seals.keyId,
      },
      seals.sign,
    ),
  );
};

const writeEntry = async ({ tx }: EventWrite, copy: PublicCopy, at: string): Promise<void> => {
  const now = {
    state: "PUBLISHED" as const,
    edition: copy.edition,
    organisationCode: copy.organisation.code,
    organisation: copy.organisation.name,
    departmentSlug: copy.department.slug,
    department: copy.department.name,
    changedAt: at,
    notice: null,
    supersededBy: null,
  };
  await tx
    .insert(publishedEntries)
    .values({ reference: copy.reference, firstPublishedAt: at, ...now })
    .onConflictDoUpdate({ target: publishedEntries.reference, set: now });
};

/** What is superseded or withdrawn stays at its address, and says so in words for the public. */
export const moveEntry = async (
  { tx, head }: EventWrite,
  { to, successor, publicNotice, at }: StatusChange,
): Promise<void> => {
  if (publicNotice === undefined || (to !== "SUPERSEDED" && to !== "WITHDRAWN")) return;
  await tx
    .update(publishedEntries)
    .set({ state: to, notice: publicNotice, supersededBy: successor, changedAt: at })
    .where(eq(publishedEntries.reference, head.reference));
};
