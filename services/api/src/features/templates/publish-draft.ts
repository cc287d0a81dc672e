import { deleteFormDraft, loadFormDraft } from "@due-regard/database/forms/form-drafts";
import { publishTemplate } from "@due-regard/database/forms/store-template";
import { formTemplates } from "@due-regard/database/schema/forms";
import { hashTemplate } from "@due-regard/domain/ehria/form/template-file";
import { invalid, notAllowed, notFound, ok, type Result } from "@due-regard/domain/result";
import { eq } from "drizzle-orm";
import type { ApiContext } from "../../context.ts";
import { type TemplateRow, viewDraft } from "../../forms/load-forms.ts";
import { inTransaction, once } from "../../schema/in-transaction.ts";
import { problemOf } from "./draft-document.ts";
import { checkVersion, type DraftWrite, recordFormEvent } from "./write-draft.ts";

export interface PublishDraftInput {
  key: string;
  basedOnVersion: number;
  idempotencyKey?: string | null | undefined;
}

/**
 * Publishes a draft as the form's next version, for good. New assessments begin on it; those that are under way stay where
 * they are.
 */
export const publishFormDraft = async (
  context: ApiContext,
  input: PublishDraftInput,
): Promise<Result<TemplateRow>> => {
  const { viewer } = context;
  if (viewer === null) return notAllowed("Sign in to publish a form.");
  return await inTransaction(context, async (tx) => {
    const question = { viewer, key: input.idempotencyKey, operation: "publishFormDraft", input };
    const published = await once(tx, question, async () => {
      const row = await loadFormDraft(tx, input.key, "update");
      if (row === null) return notFound("This form has no draft to publish.");
      return await publish({ tx, context, viewer, row }, input);
    });
    if (!published.ok) return published;
    const [template] = await tx.select().from(formTemplates).where(eq(formTemplates.id, published.value));
    return template === undefined ? notFound("There is no such form.") : ok(template);
  });
};

const publish = async (
  { tx, context, viewer, row }: DraftWrite,
  { basedOnVersion }: PublishDraftInput,
): Promise<Result<string>> => {
  const checked = checkVersion(row, basedOnVersion);
  if (!checked.ok) return checked;
  const { template, faults, published, versions } = await viewDraft(tx, row);
  if (faults.length > 0)
    return invalid(faults.map(problemOf), "This draft has faults, so it can't be published yet");
  const hash = hashTemplate(template);
  const [newest] = published;
  if (newest !== undefined && hashTemplate(newest) === hash)
    return notAllowed(
      `This draft says just what version ${newest.version} says: there is nothing to publish.`,
    );
  const publishedAt = new Date().toISOString();
  const id = await publishTemplate(tx, template, { publishedAt, publishedById: viewer.userId });
  await deleteFormDraft(tx, row.id);
  const detail = { key: row.key, version: template.version, after: versions[0]?.version ?? null, hash };
  await recordFormEvent(tx, context, { action: "form.published", subjectId: id, detail });
  return ok(id);
};
