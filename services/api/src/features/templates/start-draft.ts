import type { Transaction } from "@due-regard/database/connection";
import { type FormDraftRow, insertFormDraft, loadFormDraft } from "@due-regard/database/forms/form-drafts";
import { users } from "@due-regard/database/schema/people";
import { invalid, notAllowed, notFound, ok, type Result } from "@due-regard/domain/result";
import { eq } from "drizzle-orm";
import type { ApiContext } from "../../context.ts";
import { loadVersions } from "../../forms/load-forms.ts";
import { loadPublishedTemplate } from "../../forms/published-templates.ts";
import { inTransaction } from "../../schema/in-transaction.ts";
import { recordFormEvent } from "./write-draft.ts";

export interface StartDraftInput {
  key: string;
  /** Null: the newest. */
  fromVersion?: number | null | undefined;
}

/** Begins the next version of a form from one that was published. A form has one draft at a time. */
export const startFormDraft = async (
  context: ApiContext,
  { key, fromVersion }: StartDraftInput,
): Promise<Result<FormDraftRow>> => {
  const { viewer } = context;
  if (viewer === null) return notAllowed("Sign in to work on a form.");
  return await inTransaction(context, async (tx) => {
    const versions = await loadVersions(tx, key);
    const from = versions.find(({ version }) => fromVersion == null || version === fromVersion);
    if (versions.length === 0) return notFound("There is no form with this key.");
    if (from === undefined)
      return invalid([{ path: "fromVersion", message: `This form has no version ${fromVersion}.` }]);
    const { stored } = await loadPublishedTemplate(tx, from.id);
    const row = await insertFormDraft(tx, { template: stored, basedOnId: from.id, userId: viewer.userId });
    if (row === null) return notAllowed(await draftExists(tx, key));
    const detail = { key, fromVersion: from.version };
    await recordFormEvent(tx, context, { action: "form.draft-started", subjectId: row.id, detail });
    return ok(row);
  });
};

/** Who is at work on the draft that is there already. */
export const draftExists = async (tx: Transaction, key: string): Promise<string> => {
  const row = await loadFormDraft(tx, key);
  const [user] = await tx
    .select({ name: users.name })
    .from(users)
    .where(eq(users.id, row?.startedById ?? ""));
  const who = user === undefined ? "" : `, begun by ${user.name}`;
  return `This form has a draft already${who}. Go on with that one, publish it or discard it first.`;
};
