import { type MergeClash, mergeTemplates } from "@due-regard/domain/ehria/form/merge-templates";
import type { FormTemplate } from "@due-regard/domain/ehria/form/template";
import type { ResultOf } from "gql.tada";
import { useState } from "react";
import { type Client, useClient } from "urql";
import { explain, type Outcome, outcomeOf } from "../../../data/outcome.ts";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { SaveDraftMutation } from "../mutations.ts";
import { DraftQuery } from "../queries.ts";
import { readDocument } from "../read-document.ts";
import type { Fault } from "../types.ts";

/** What an edit began with. */
export interface DraftBase {
  template: FormTemplate;
  version: number;
}

/** Two people changed the same place. Nothing is stored or thrown away until somebody has chosen. */
export interface DraftConflict {
  mine: FormTemplate;
  theirs: DraftBase;
  merged: FormTemplate;
  clashes: readonly MergeClash[];
  /** Who saved it meanwhile. */
  by: string;
}

export interface SavedDraft {
  faults: readonly Fault[];
  /** True when somebody else had changed other places meanwhile, and both stand. */
  isMerged: boolean;
}

type Saved = Extract<
  NonNullable<ResultOf<typeof SaveDraftMutation>["saveFormDraft"]>,
  { __typename: "FormDraftSaved" }
>;

const send = async (client: Client, mine: FormTemplate, basedOnVersion: number): Promise<Outcome<Saved>> => {
  const input = { key: mine.key, document: JSON.stringify(mine), basedOnVersion };
  const { data, error } = await client.mutation(SaveDraftMutation, { input }).toPromise();
  return outcomeOf(data?.saveFormDraft, error) as Outcome<Saved>;
};

const readTheirs = async (client: Client, key: string): Promise<(DraftBase & { by: string }) | null> => {
  const { data } = await client.query(DraftQuery, { key }, { requestPolicy: "network-only" }).toPromise();
  const draft = data?.form?.draft;
  return draft
    ? { template: readDocument(draft.document), version: draft.version, by: draft.savedBy.name }
    : null;
};

type Sent =
  | { kind: "SAVED"; saved: SavedDraft }
  | { kind: "CONFLICT"; conflict: DraftConflict }
  | { kind: "FAILED"; outcome: Exclude<Outcome<Saved>, { kind: "DONE" }> };

/** How often others may save in between before a person is asked. */
const MOST_TRIES = 4;

/**
 * Saves a draft on the version that the edit was based on. Where somebody else saved in between, changes to other places
 * are brought together and sent again; where both changed the same place, a person decides.
 */
export const saveDraft = async (client: Client, mine: FormTemplate, base: DraftBase): Promise<Sent> => {
  let [wanted, based] = [mine, base];
  for (let tries = 1; ; tries += 1) {
    const outcome = await send(client, wanted, based.version);
    if (outcome.kind === "DONE")
      return { kind: "SAVED", saved: { faults: outcome.value.draft.faults, isMerged: tries > 1 } };
    const theirs = outcome.kind === "CONFLICT" ? await readTheirs(client, mine.key) : null;
    if (theirs === null) return { kind: "FAILED", outcome };
    const { by, ...stored } = theirs;
    const { merged, clashes } = mergeTemplates({
      base: based.template,
      mine: wanted,
      theirs: stored.template,
    });
    if (clashes.length > 0 || tries === MOST_TRIES)
      return { kind: "CONFLICT", conflict: { mine: wanted, theirs: stored, merged, clashes, by } };
    [wanted, based] = [merged, stored];
  }
};

const errorsOf = (
  outcome: Exclude<Outcome<unknown>, { kind: "DONE" }>,
  fieldOf: (path: string) => string | null,
): FieldError[] =>
  outcome.kind === "INVALID" && outcome.problems.length > 0
    ? outcome.problems.map(({ path, message }) => ({ field: fieldOf(path), message }))
    : [{ field: null, message: explain(outcome) }];

interface SaveOptions {
  base: DraftBase;
  /** Which field of the page a place of the draft is. Null: none. */
  fieldOf?: ((path: string) => string | null) | undefined;
}

type OnSaved = (saved: SavedDraft) => unknown;

/** Saving, as a page needs it: once at a time, with what stands against it and what two people must settle. */
export const useSaveDraft = ({ base, fieldOf = () => null }: SaveOptions) => {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [conflict, setConflict] = useState<(DraftConflict & { onSaved: OnSaved }) | null>(null);
  const act = async (mine: FormTemplate, on: DraftBase, onSaved: OnSaved) => {
    if (busy) return;
    setBusy(true);
    const sent = await saveDraft(client, mine, on);
    setBusy(false);
    setConflict(sent.kind === "CONFLICT" ? { ...sent.conflict, onSaved } : null);
    setErrors(sent.kind === "FAILED" ? errorsOf(sent.outcome, fieldOf) : []);
    if (sent.kind === "SAVED") await onSaved(sent.saved);
  };
  return {
    save: (mine: FormTemplate, onSaved: OnSaved) => act(mine, base, onSaved),
    /** After a conflict: what should stand, on top of what the other stored. */
    settle: (settled: FormTemplate) => {
      if (conflict !== null) void act(settled, conflict.theirs, conflict.onSaved);
    },
    busy,
    errors,
    setErrors,
    conflict,
  };
};
