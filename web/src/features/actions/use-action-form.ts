import { useState } from "react";
import { explain, type Outcome } from "../../data/outcome.ts";
import { useKept } from "../../data/use-kept.ts";
import type { FieldError } from "../../ui/error-summary.tsx";
import { actionAddress } from "./action-filter.ts";
import type { WholeAction } from "./types.ts";

export interface ActionFormOptions<Value> {
  person: string;
  action: WholeAction;
  /** Names the form among those of an action. */
  form: string;
  label: string;
  empty: Value;
  fieldOf: (path: string) => string | null;
  onErrors: (errors: readonly FieldError[]) => void;
}

/**
 * One of the forms of an action: what is typed waits in the browser until the server has it, is sent once however often its button
 * is pressed, and what stands against it comes back at its fields.
 */
export const useActionForm = <Value>({
  person,
  action,
  form,
  label,
  empty,
  fieldOf,
  onErrors,
}: ActionFormOptions<Value>) => {
  const kept = useKept<Value>(
    {
      person,
      reference: action.assessment?.reference ?? "",
      place: `equality-action:${action.id}:${form}`,
      label: `${label}: ${action.action || action.objective}`,
      address: actionAddress(action.id),
    },
    empty,
  );
  const [busy, setBusy] = useState(false);
  const [errors, keepErrors] = useState<readonly FieldError[]>([]);
  const setErrors = (found: readonly FieldError[]) => {
    keepErrors(found);
    onErrors(found);
  };
  const send = async <Done>(
    act: (idempotencyKey: string) => Promise<Outcome<Done>>,
    onDone: (done: Done) => void,
  ): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const outcome = await act(kept.key);
    setBusy(false);
    if (outcome.kind === "DONE") {
      setErrors([]);
      onDone(outcome.value);
      return;
    }
    // An answer that did come back settles this try; a lost one may have been carried out and keeps its key.
    if (outcome.kind !== "UNREACHABLE") kept.renew();
    const problems = outcome.kind === "INVALID" ? outcome.problems : [];
    setErrors(
      problems.length > 0
        ? problems.map(({ path, message }) => ({ field: fieldOf(path), message }))
        : [{ field: null, message: explain(outcome) }],
    );
  };
  const errorFor = (field: string) => errors.find((error) => error.field === field)?.message;
  return { ...kept, busy, errorFor, setErrors, send };
};
