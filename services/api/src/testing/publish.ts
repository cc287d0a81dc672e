import type { Database } from "@due-regard/database/connection";
import { publishedEditions, publishedEntries, publishedFiles } from "@due-regard/database/schema/published";
import type { BlockDocument } from "@due-regard/document/document";
import type { PublicCopy } from "@due-regard/domain/ehria/publication/public-copy";
import type { ProtectedCharacteristic } from "@due-regard/domain/ehria/vocabulary";
import { canonicalText, hashContent } from "@due-regard/domain/seal/hash-content";
import { makePublishedSeal, type PublishedSeal } from "@due-regard/domain/seal/published-seal";
import { eq } from "drizzle-orm";
import { type PublicFile, renderFormats } from "../documents/public/render-formats.ts";
import type { SealKeys } from "../seal/seal-keys.ts";

/** What a test publishes; the rest is made up. */
export interface Publication {
  reference: string;
  title: string;
  edition?: number;
  /** ISO instant. */
  publishedAt?: string;
  /** Its one answer. */
  says?: string;
  characteristics?: ProtectedCharacteristic[];
  organisation?: PublicCopy["organisation"];
  department?: PublicCopy["department"];
}

/** A public copy of one section and one answer. */
export const samplePublicCopy = (publication: Publication): PublicCopy => {
  const { reference, title, edition = 1, says = "Nothing else." } = publication;
  const question = {
    key: "aims",
    number: 1,
    numberPrinted: "1",
    label: "Aims",
    wording: "What is to change?",
  };
  return {
    format: "due-regard/published/1",
    reference,
    edition,
    title,
    demo: true,
    organisation: publication.organisation ?? { code: "E10000018", name: "Leicestershire County Council" },
    department: publication.department ?? { slug: "adults-and-communities", name: "Adults and Communities" },
    form: { key: "leicestershire-ehria", version: 1, title: "Equality and human rights impact assessment" },
    revision: 1,
    startedOn: "2026-01-05",
    completedOn: "2026-03-09",
    reviewDueOn: "2027-03-09",
    signatures: [],
    sections: [
      {
        key: "change",
        numberPrinted: "1",
        title: "The change",
        asked: true,
        questions: [{ ...question, choice: null, text: says, because: null, parts: [] }],
      },
    ],
    characteristicImpacts: [],
    rightImpacts: [],
    improvementActions: [],
    evidence: [],
    redactions: [],
  };
};

const documentOf = (copy: PublicCopy): BlockDocument => ({
  title: copy.title,
  language: "en-GB",
  date: new Date(`${copy.completedOn}T12:00:00Z`),
  orientation: "portrait",
  running: { header: `${copy.reference}. Published`, footer: copy.title },
  blocks: [
    { kind: "heading", level: 1, text: copy.title },
    ...copy.sections.flatMap(({ title, questions }): BlockDocument["blocks"] => [
      { kind: "heading", level: 2, text: title },
      ...questions.flatMap(({ label, text }): BlockDocument["blocks"] => [
        { kind: "heading", level: 3, text: label },
        { kind: "paragraph", text: text ?? "Not answered." },
      ]),
    ]),
    { kind: "heading", level: 2, text: "Signatures" },
    { kind: "paragraph", text: "By job titles." },
  ],
});

export interface Published {
  copy: PublicCopy;
  seal: PublishedSeal;
  files: PublicFile[];
}

/** Puts an edition into the register as publishing would, its files rendered and sealed; the entry stands at it from then on. */
export const insertPublished = async (
  db: Database,
  seals: SealKeys,
  publication: Publication,
): Promise<Published> => {
  const copy = samplePublicCopy(publication);
  const { publishedAt = "2026-03-10T10:00:00Z", characteristics = [] } = publication;
  const files = await renderFormats({ copy, document: documentOf(copy) });
  const hashes = Object.fromEntries(files.map(({ format, sha256 }) => [format, sha256]));
  const seal = makePublishedSeal(
    {
      format: "due-regard/published-seal/1",
      reference: copy.reference,
      edition: copy.edition,
      contentHash: hashContent(copy),
      files: hashes as PublishedSeal["statement"]["files"],
      publishedAt,
      previous: null,
      keyId: seals.keyId,
    },
    seals.sign,
  );
  const { reference, edition } = copy;
  const stands = { state: "PUBLISHED" as const, edition, changedAt: publishedAt };
  await db
    .insert(publishedEntries)
    .values({
      ...stands,
      reference,
      organisationCode: copy.organisation.code,
      organisation: copy.organisation.name,
      departmentSlug: copy.department.slug,
      department: copy.department.name,
      firstPublishedAt: publishedAt,
    })
    .onConflictDoUpdate({ target: publishedEntries.reference, set: stands });
  await db.insert(publishedEditions).values({
    reference,
    edition,
    title: copy.title,
    completedOn: copy.completedOn,
    publishedAt,
    characteristics,
    content: canonicalText(copy),
    contentHash: hashContent(copy),
    seal,
    words: copy.sections.flatMap(({ questions }) => questions.map(({ text }) => text)).join("\n"),
  });
  await db.insert(publishedFiles).values(
    files.map(({ format, bytes, sha256 }) => ({
      reference,
      edition,
      format,
      bytes: Buffer.from(bytes),
      sha256,
    })),
  );
  return { copy, seal, files };
};

/** Ends an entry of the register, as superseding or withdrawing would. */
export const endPublished = async (
  db: Database,
  reference: string,
  end: { state: "SUPERSEDED" | "WITHDRAWN"; notice: string; supersededBy: string | null; changedAt: string },
): Promise<void> => {
  await db.update(publishedEntries).set(end).where(eq(publishedEntries.reference, reference));
};
