import { type FormDraftRow, updateFormDraft } from "@due-regard/database/forms/form-drafts";
import { compareTemplates } from "@due-regard/domain/ehria/form/compare-templates";
import type { FormTemplate } from "@due-regard/domain/ehria/form/template";
import { hashTemplate } from "@due-regard/domain/ehria/form/template-file";
import { invalid, ok, type Result } from "@due-regard/domain/result";
import type { ApiContext } from "../../context.ts";
import { readDraftDocument } from "./draft-document.ts";
import { recordFormEvent, staleDraft, withDraft } from "./write-draft.ts";

export interface SaveDraftInput {
  key: string;
  document: string;
  basedOnVersion: number;
}

/** Saves a draft as a whole, faults and all, on the version that the edit was based on. */
export const saveFormDraft = async (
  context: ApiContext,
  { key, document, basedOnVersion }: SaveDraftInput,
): Promise<Result<FormDraftRow>> => {
  const read = readDraftDocument(document);
  if (!read.ok) return read;
  const template = read.value;
  if (template.key !== key)
    return invalid([{ path: "key", message: `This is a draft of “${template.key}”, not of “${key}”.` }]);
  return await withDraft(context, key, async ({ tx, viewer, row }) => {
    const stored = row.document as unknown as FormTemplate;
    // A retry of a save whose answer was lost: what is stored is what was sent.
    if (hashTemplate(stored) === hashTemplate(template)) return ok(row);
    const saved = await updateFormDraft(tx, { key, template, basedOnVersion, userId: viewer.userId });
    if (saved === null) return staleDraft(row, basedOnVersion);
    const changed = compareTemplates(stored, template).map(({ kind, question, section }) =>
      [kind, question ?? section].filter((each) => each !== null).join(" "),
    );
    const detail = { key, version: saved.version, changed };
    await recordFormEvent(tx, context, { action: "form.draft-saved", subjectId: row.id, detail });
    return ok(saved);
  });
};
