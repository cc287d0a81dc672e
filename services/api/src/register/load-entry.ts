import type { PublicRegister } from "@due-regard/database/public-register";
import {
  publishedEditions as editions,
  publishedEntries as entries,
  publishedFiles as files,
  type PUBLIC_FORMATS,
} from "@due-regard/database/schema/published";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { current } from "./find-entries.ts";

export type EntryRow = typeof entries.$inferSelect;
export type EditionRow = Omit<typeof editions.$inferSelect, "words" | "searched">;

/** A format of an edition, without its bytes. */
export interface FileFacts {
  format: (typeof PUBLIC_FORMATS)[number];
  sha256: string;
  size: number;
}

/** What is known of each edition of an entry, from the first on. */
export interface EditionFacts {
  reference: string;
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

export const listEditions = async (
  { db }: PublicRegister,
  references: readonly string[],
): Promise<EditionFacts[]> =>
  await db
    .select({
      reference: editions.reference,
      edition: editions.edition,
      publishedAt: editions.publishedAt,
      contentHash: editions.contentHash,
    })
    .from(editions)
    .where(inArray(editions.reference, [...references]))
    .orderBy(asc(editions.reference), asc(editions.edition));

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

/** An entry with the edition that stands, without its text. */
export interface CurrentEdition {
  entry: EntryRow;
  edition: Pick<
    EditionRow,
    "edition" | "title" | "completedOn" | "publishedAt" | "characteristics" | "contentHash"
  >;
}

const { reference: _key, content: _content, seal: _seal, ...FACTS } = EDITION;

/** Entries by reference, in no order, without those that aren't there. */
export const loadCurrent = async (
  { db }: PublicRegister,
  references: readonly string[],
): Promise<CurrentEdition[]> =>
  await db
    .select({ entry: entries, edition: FACTS })
    .from(entries)
    .innerJoin(editions, current)
    .where(inArray(entries.reference, [...references]));

/** Files of the edition that stands, of each of these entries. */
export const listCurrentFiles = async (
  { db }: PublicRegister,
  references: readonly string[],
): Promise<(FileFacts & { reference: string })[]> =>
  await db
    .select({
      reference: files.reference,
      format: files.format,
      sha256: files.sha256,
      size: sql<number>`octet_length(${files.bytes})`,
    })
    .from(files)
    .innerJoin(entries, and(eq(entries.reference, files.reference), eq(entries.edition, files.edition)))
    .where(inArray(files.reference, [...references]))
    .orderBy(asc(files.format));

/** What stands within the page, as text, of each of these entries. */
export const loadCurrentTexts = async (
  { db }: PublicRegister,
  references: readonly string[],
): Promise<{ reference: string; text: string }[]> => {
  const rows = await db
    .select({ reference: files.reference, bytes: files.bytes })
    .from(files)
    .innerJoin(entries, and(eq(entries.reference, files.reference), eq(entries.edition, files.edition)))
    .where(and(inArray(files.reference, [...references]), eq(files.format, "html")));
  return rows.map(({ reference, bytes }) => ({ reference, text: Buffer.from(bytes).toString("utf8") }));
};
