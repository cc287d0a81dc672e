import type { Executor } from "@due-regard/database/connection";
import { publicationFiles, publications, redactionDecisions } from "@due-regard/database/schema/publications";
import { publishedEntries } from "@due-regard/database/schema/published";
import { type RedactionDecision, undecided, withAdded } from "@due-regard/domain/ehria/publication/decision";
import type { KnownPeople } from "@due-regard/domain/ehria/publication/detect/detector";
import type { Hit } from "@due-regard/domain/ehria/publication/hit";
import { textsOf } from "@due-regard/domain/ehria/publication/passages";
import type { PublicDraft } from "@due-regard/domain/ehria/publication/public-draft";
import { notAllowed } from "@due-regard/domain/result";
import { asc, eq } from "drizzle-orm";
import type { AssessmentBody } from "../load-body.ts";
import type { AssessmentHead } from "../load-head.ts";
import { loadDraft } from "./load-draft.ts";
import { loadKnown, scanDraft } from "./scan-draft.ts";

/** A decision as it stands, with who made it. */
export interface DecisionRow extends RedactionDecision {
  version: number;
  decidedById: string;
  decidedAt: string;
}

/** What is being made of a sealed revision for the public. */
export interface PublicationView {
  head: AssessmentHead;
  draft: PublicDraft;
  known: KnownPeople;
  /** In the order of the copy, with passages that people added. */
  hits: Hit[];
  decisions: DecisionRow[];
  /** Hits about which nobody decided yet. */
  open: Hit[];
}

/** The latest decision about each passage of a revision. */
export const loadDecisions = async (db: Executor, revisionId: string): Promise<DecisionRow[]> => {
  const rows = await db
    .select()
    .from(redactionDecisions)
    .where(eq(redactionDecisions.revisionId, revisionId))
    .orderBy(asc(redactionDecisions.version), asc(redactionDecisions.decidedAt));
  return [...new Map(rows.map((row) => [row.hitId, row])).values()].map(({ passage, ...row }) => ({
    ...row,
    text: passage,
  }));
};

/** Null as {@link loadDraft}. The head must have passed the policy for `assessment.publication`. */
export const loadPublication = async (
  db: Executor,
  head: AssessmentHead,
  body: AssessmentBody,
): Promise<PublicationView | null> => {
  const draft = await loadDraft(db, head, body);
  if (draft === null) return null;
  const texts = textsOf(draft);
  const known = await loadKnown(
    db,
    draft,
    texts.map(({ text }) => text),
  );
  const [scanned, decisions] = await Promise.all([
    scanDraft(draft, known, head.sealedHash ?? ""),
    loadDecisions(db, head.revisionId),
  ]);
  const hits = withAdded(
    scanned,
    decisions,
    texts.map(({ place }) => place),
  );
  return { head, draft, known, hits, decisions, open: undecided(hits, decisions) };
};

/** For verbs, where there is nothing to work on. */
export const notAsSealed = () =>
  notAllowed("What is stored of this assessment is not what was signed, so nothing of it can be published");

export type PreparedRow = typeof publications.$inferSelect;

/** What was prepared, approved or not. Null: nothing was since the last decision. */
export const loadPrepared = async (db: Executor, revisionId: string): Promise<PreparedRow | null> => {
  const [row] = await db.select().from(publications).where(eq(publications.revisionId, revisionId));
  return row ?? null;
};

export type PreparedFile = Omit<typeof publicationFiles.$inferSelect, "publicationId">;

export const loadPreparedFiles = async (db: Executor, publicationId: string): Promise<PreparedFile[]> =>
  await db
    .select({
      format: publicationFiles.format,
      bytes: publicationFiles.bytes,
      sha256: publicationFiles.sha256,
    })
    .from(publicationFiles)
    .where(eq(publicationFiles.publicationId, publicationId))
    .orderBy(asc(publicationFiles.format));

export const loadEntry = async (db: Executor, reference: string) => {
  const [entry] = await db.select().from(publishedEntries).where(eq(publishedEntries.reference, reference));
  return entry ?? null;
};
