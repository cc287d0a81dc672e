import type { PublicRegister } from "@due-regard/database/public-register";
import {
  publishedEditions as editions,
  publishedEntries as entries,
  publishedFiles as files,
  type PUBLIC_FORMATS,
} from "@due-regard/database/schema/published";
import { and, asc, eq, inArray, sql } from "drizzle-orm";

export type EntryRow = typeof entries.$inferSelect;
export type EditionRow = Omit<typeof editions.$inferSelect, "words">;

/** A format of an edition, without its bytes. */
export interface FileFacts {
  format: (typeof PUBLIC_FORMATS)[number];
  sha256: string;
  size: number;
}

/** What is known of each edition of an entry, from the first on. */
export interface EditionFacts {
  edition: number;
  publishedAt: string;
  contentHash: string;
}

const EDITION = {
  reference: editions.reference,
  edition: editions.edition,
  title: editions.title,
  completedOn: editions.completedOn,
  publishedAt: editions.publishedAt,
  characteristics: editions.characteristics,
  content: editions.content,
  contentHash: editions.contentHash,
  seal: editions.seal,
};

/** What stands at an address of the register. Null: nothing, whether or not the council has such an assessment. */
export const loadEntry = async ({ db }: PublicRegister, reference: string): Promise<EntryRow | null> => {
  const [row] = await db.select().from(entries).where(eq(entries.reference, reference));
  return row ?? null;
};

export const listEditions = async ({ db }: PublicRegister, reference: string): Promise<EditionFacts[]> =>
  await db
    .select({
      edition: editions.edition,
      publishedAt: editions.publishedAt,
      contentHash: editions.contentHash,
    })
    .from(editions)
    .where(eq(editions.reference, reference))
    .orderBy(asc(editions.edition));

export const loadEdition = async (
  { db }: PublicRegister,
  reference: string,
  edition: number,
): Promise<EditionRow | null> => {
  const [row] = await db
    .select(EDITION)
    .from(editions)
    .where(and(eq(editions.reference, reference), eq(editions.edition, edition)));
  return row ?? null;
};

/** The formats of an edition, in the order of PUBLIC_FORMATS. */
export const listFiles = async (
  { db }: PublicRegister,
  { reference, edition }: Pick<EditionRow, "reference" | "edition">,
): Promise<FileFacts[]> =>
  await db
    .select({ format: files.format, sha256: files.sha256, size: sql<number>`octet_length(${files.bytes})` })
    .from(files)
    .where(and(eq(files.reference, reference), eq(files.edition, edition)))
    .orderBy(asc(files.format));

/** The bytes that were approved. */
export const loadFile = async (
  { db }: PublicRegister,
  { reference, edition }: Pick<EditionRow, "reference" | "edition">,
  format: FileFacts["format"],
): Promise<Uint8Array | null> => {
  const [row] = await db
    .select({ bytes: files.bytes })
    .from(files)
    .where(and(eq(files.reference, reference), eq(files.edition, edition), eq(files.format, format)));
  return row?.bytes ?? null;
};

/** Entries with the edition that stands of each, in no order: for those who ask for many at once. */
export const loadCurrent = async (
  { db }: PublicRegister,
  references: readonly string[],
): Promise<{ entry: EntryRow; edition: EditionRow }[]> =>
  await db
    .select({ entry: entries, edition: EDITION })
    .from(entries)
    .innerJoin(
      editions,
      and(eq(editions.reference, entries.reference), eq(editions.edition, entries.edition)),
    )
    .where(inArray(entries.reference, [...references]));
