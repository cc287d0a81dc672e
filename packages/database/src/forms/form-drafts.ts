import type { FormTemplate } from "@due-regard/domain/ehria/form/template";
import { and, asc, eq, sql } from "drizzle-orm";
import type { Executor, Transaction } from "../connection.ts";
import { formDrafts } from "../schema/forms.ts";

/** The next version of a form while it is being worked on: a document, one for each form. */
export type FormDraftRow = typeof formDrafts.$inferSelect;

export const loadFormDraft = async (
  db: Executor,
  key: string,
  lock?: "update",
): Promise<FormDraftRow | null> => {
  const query = db.select().from(formDrafts).where(eq(formDrafts.key, key)).$dynamic();
  const [row] = await (lock === undefined ? query : query.for(lock));
  return row ?? null;
};

export const loadFormDrafts = async (db: Executor): Promise<FormDraftRow[]> =>
  await db.select().from(formDrafts).orderBy(asc(formDrafts.key));

const documentOf = (template: FormTemplate): Record<string, unknown> => ({ ...template });

interface NewDraft {
  template: FormTemplate;
  basedOnId: string | null;
  userId: string;
}

/** Begins a draft. Null: the form has one already. */
export const insertFormDraft = async (
  tx: Transaction,
  { template, basedOnId, userId }: NewDraft,
): Promise<FormDraftRow | null> => {
  const [row] = await tx
    .insert(formDrafts)
    .values({
      key: template.key,
      document: documentOf(template),
      basedOnId,
      startedById: userId,
      savedById: userId,
    })
    .onConflictDoNothing()
    .returning();
  return row ?? null;
};

interface DraftChange {
  key: string;
  template: FormTemplate;
  basedOnVersion: number;
  userId: string;
}

/** Saves a draft that still has the version that the edit was based on. Null: it has another, or is gone. */
export const updateFormDraft = async (
  tx: Transaction,
  { key, template, basedOnVersion, userId }: DraftChange,
): Promise<FormDraftRow | null> => {
  const [row] = await tx
    .update(formDrafts)
    .set({
      document: documentOf(template),
      version: sql`${formDrafts.version} + 1`,
      savedAt: sql`now()`,
      savedById: userId,
    })
    .where(and(eq(formDrafts.key, key), eq(formDrafts.version, basedOnVersion)))
    .returning();
  return row ?? null;
};

export const deleteFormDraft = async (tx: Transaction, id: string): Promise<void> => {
  await tx.delete(formDrafts).where(eq(formDrafts.id, id));
};
