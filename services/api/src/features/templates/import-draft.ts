import type { Transaction } from "@due-regard/database/connection";
import {
  type FormDraftRow,
  insertFormDraft,
  loadFormDraft,
  updateFormDraft,
} from "@due-regard/database/forms/form-drafts";
import type { FormTemplate } from "@due-regard/domain/ehria/form/template";
import { conflict, notAllowed, ok, type Result } from "@due-regard/domain/result";
import type { ApiContext, SignedInViewer } from "../../context.ts";
import { inTransaction } from "../../schema/in-transaction.ts";
import { readDraftDocument } from "./draft-document.ts";
import { draftExists } from "./start-draft.ts";
import { recordFormEvent, staleDraft } from "./write-draft.ts";

export interface ImportDraftInput {
  /** The text of the file. */
  document: string;
  /** To import it as another form than the file says. */
  key?: string | null | undefined;
  /** The version of the draft that it takes the place of. Null: the form has none. */
  replacesVersion?: number | null | undefined;
}

/**
 * Keeps the form in a file as a draft, with whatever faults it may have, as long as each thing in it has a name. A draft
 * that it takes the place of goes into the record whole.
 */
export const importFormDraft = async (
  context: ApiContext,
  input: ImportDraftInput,
): Promise<Result<FormDraftRow>> => {
  const { viewer } = context;
  if (viewer === null) return notAllowed("Sign in to work on a form.");
  const read = readDraftDocument(input.document, input.key ?? undefined);
  if (!read.ok) return read;
  return await inTransaction(context, (tx) =>
    input.replacesVersion == null
      ? insertImported(tx, context, viewer, read.value)
      : replaceDraft(tx, context, viewer, read.value, input.replacesVersion),
  );
};

const insertImported = async (
  tx: Transaction,
  context: ApiContext,
  viewer: SignedInViewer,
  template: FormTemplate,
): Promise<Result<FormDraftRow>> => {
  const row = await insertFormDraft(tx, { template, basedOnId: null, userId: viewer.userId });
  if (row === null) {
    const there = await loadFormDraft(tx, template.key);
    const version = { currentVersion: there?.version ?? 1, basedOnVersion: 0, theirs: null, yours: null };
    return conflict([{ path: "draft", ...version }], await draftExists(tx, template.key));
  }
  const detail = { key: template.key };
  await recordFormEvent(tx, context, { action: "form.draft-imported", subjectId: row.id, detail });
  return ok(row);
};

const replaceDraft = async (
  tx: Transaction,
  context: ApiContext,
  viewer: SignedInViewer,
  template: FormTemplate,
  replacesVersion: number,
): Promise<Result<FormDraftRow>> => {
  const before = await loadFormDraft(tx, template.key, "update");
  if (before === null) return await insertImported(tx, context, viewer, template);
  const change = { key: template.key, template, basedOnVersion: replacesVersion, userId: viewer.userId };
  const row = await updateFormDraft(tx, change);
  if (row === null) return staleDraft(before, replacesVersion);
  const detail = { key: template.key, replaced: before.document };
  await recordFormEvent(tx, context, { action: "form.draft-imported", subjectId: row.id, detail });
  return ok(row);
};
