import type { Executor } from "@due-regard/database/connection";
import { loadTemplate } from "@due-regard/database/forms/store-template";
import { assessmentRevisions, signatures } from "@due-regard/database/schema/assessments";
import { formTemplates } from "@due-regard/database/schema/forms";
import { type SealBundle, writeBundle } from "@due-regard/domain/seal/bundle";
import type { CanonicalContent } from "@due-regard/domain/seal/canonical-content";
import { and, asc, eq } from "drizzle-orm";
import type { AssessmentHead } from "./load-head.ts";

/** Reads a form anew, past the cache: what stands in the bundle is what is stored. */
const loadForm = async (db: Executor, { key, version }: CanonicalContent["template"]) => {
  const [row] = await db
    .select({ id: formTemplates.id })
    .from(formTemplates)
    .where(and(eq(formTemplates.key, key), eq(formTemplates.version, version)));
  return row === undefined ? null : await loadTemplate(db, row.id);
};

/**
 * A sealed revision with all that proves it, as the text of a file (domain/seal/bundle.ts). Null: it is not sealed. Whoever asks must
 * have been let through to the assessment; to revisions no longer in force, to its workings.
 */
export const loadBundle = async (
  db: Executor,
  head: AssessmentHead,
  number = head.revision,
): Promise<string | null> => {
  const where = and(eq(assessmentRevisions.assessmentId, head.id), eq(assessmentRevisions.number, number));
  const [revision] = await db.select().from(assessmentRevisions).where(where);
  if (!revision?.sealedContent) return null;
  const content = JSON.parse(revision.sealedContent) as CanonicalContent;
  const form = await loadForm(db, content.template);
  const given = await db
    .select()
    .from(signatures)
    .where(eq(signatures.revisionId, revision.id))
    .orderBy(asc(signatures.signedAt));
  const seals = given.flatMap(({ sealStatement, sealHash, seal }) =>
    sealStatement === null || sealHash === null || seal === null
      ? []
      : [{ statement: JSON.parse(sealStatement), hash: sealHash, seal }],
  );
  if (form === null || seals.length === 0) return null;
  const bundle: SealBundle = {
    format: "due-regard/bundle/1",
    content: content as unknown as SealBundle["content"],
    form: form as unknown as SealBundle["form"],
    seals,
  };
  return writeBundle(bundle);
};
