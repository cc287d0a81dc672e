import { deleteFormDraft } from "@due-regard/database/forms/form-drafts";
import { ok, type Result } from "@due-regard/domain/result";
import type { ApiContext } from "../../context.ts";
import { checkVersion, recordFormEvent, withDraft } from "./write-draft.ts";

export interface DiscardDraftInput {
  key: string;
  basedOnVersion: number;
}

/** Gives a draft up. It goes into the record whole, so that what was written is not lost. Answers with the form's key. */
export const discardFormDraft = (
  context: ApiContext,
  { key, basedOnVersion }: DiscardDraftInput,
): Promise<Result<string>> =>
  withDraft(context, key, async ({ tx, row }) => {
    const checked = checkVersion(row, basedOnVersion);
    if (!checked.ok) return checked;
    await deleteFormDraft(tx, row.id);
    const detail = { key, document: row.document };
    await recordFormEvent(tx, context, { action: "form.draft-discarded", subjectId: row.id, detail });
    return ok(key);
  });
