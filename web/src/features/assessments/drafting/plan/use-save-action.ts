import { useState } from "react";
import { useClient } from "urql";
import { newKey } from "../../../../data/new-key.ts";
import { explain, type Outcome, outcomeOf } from "../../../../data/outcome.ts";
import type { FieldError } from "../../../../ui/error-summary.tsx";
import { joinDate } from "../../../../ui/format/dates.ts";
import { SaveActionMutation } from "../../mutations.ts";
import type { ImprovementAction } from "../../types.ts";
import { readDraft } from "../use-answer.ts";
import { ACTION_FIELDS, type ActionDraft, checkAction } from "./action-form.ts";

const fieldOf = (path: string): string | null => {
  const name = path.split(".").at(-1) ?? "";
  return ACTION_FIELDS[name as keyof typeof ACTION_FIELDS] ?? null;
};

const errorsOf = (outcome: Exclude<Outcome<unknown>, { kind: "DONE" }>): FieldError[] =>
  outcome.kind === "INVALID" && outcome.problems.length > 0
    ? outcome.problems.map(({ path, message }) => ({ field: fieldOf(path), message }))
    : [{ field: null, message: explain(outcome) }];

const inputOf = ({ objective, action, target, officer, due, fromQuestion }: ActionDraft) => ({
  objective,
  action,
  target,
  officer,
  due: joinDate(due).date,
  fromQuestion: fromQuestion || null,
});

/**
 * Saves or removes one action. When somebody else changed it meanwhile nothing is written: `theirs` shows what is
 * stored, what was typed stays in the form, and saving again is a decision to put it in the place of theirs.
 */
export const useSaveAction = (reference: string, stored: ImprovementAction | null, onDone: () => void) => {
  const client = useClient();
  const [version, setVersion] = useState(stored?.version ?? 0);
  const [key] = useState(newKey);
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [theirs, setTheirs] = useState<ImprovementAction | null>(null);

  const onConflict = async () => {
    const content = await readDraft(client, reference);
    const current = content?.improvementActions.find(({ id }) => id === stored?.id) ?? null;
    setVersion(current?.version ?? version);
    setTheirs(current);
    setErrors([
      { field: null, message: "Somebody else changed this action. Compare it with yours, then save again" },
    ]);
  };
  const send = async (change: ReturnType<typeof inputOf> | { remove: true }) => {
    setBusy(true);
    const input = {
      reference,
      id: stored?.id ?? null,
      basedOnVersion: version,
      idempotencyKey: key,
      ...change,
    };
    const { data, error } = await client.mutation(SaveActionMutation, { input }).toPromise();
    setBusy(false);
    const outcome = outcomeOf(data?.saveImprovementAction, error);
    if (outcome.kind === "DONE") onDone();
    else if (outcome.kind === "CONFLICT") await onConflict();
    else setErrors(errorsOf(outcome));
  };
  const save = (draft: ActionDraft) => {
    const found = checkAction(draft);
    setErrors(found);
    if (found.length === 0) void send(inputOf(draft));
  };
  return { save, remove: () => void send({ remove: true }), busy, errors, theirs };
};
