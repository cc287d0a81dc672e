import { useState } from "react";
import type { FieldError } from "../ui/error-summary.tsx";
import { newKey } from "./new-key.ts";
import { explain, type Outcome } from "./outcome.ts";

/**
 * Sends a form once, however often its button is pressed. What stands against it comes back as errors at its fields;
 * nothing typed is lost.
 */
export const useSend = (
  fieldOf: (path: string) => string | null,
  onErrors?: (errors: readonly FieldError[]) => void,
) => {
  const [key, setKey] = useState(newKey);
  const [busy, setBusy] = useState(false);
  const [errors, keepErrors] = useState<readonly FieldError[]>([]);
  const setErrors = (found: readonly FieldError[]) => {
    keepErrors(found);
    onErrors?.(found);
  };
  const send = async <Done>(
    act: (idempotencyKey: string) => Promise<Outcome<Done>>,
    onDone: (done: Done) => unknown,
  ) => {
    if (busy) return;
    setBusy(true);
    const outcome = await act(key);
    setBusy(false);
    // An answer that did come back settles this try; a lost one may have been carried out and keeps its key.
    if (outcome.kind !== "UNREACHABLE") setKey(newKey());
    if (outcome.kind === "DONE") {
      setErrors([]);
      await onDone(outcome.value);
      return;
    }
    const problems = outcome.kind === "INVALID" ? outcome.problems : [];
    setErrors(
      problems.length > 0
        ? problems.map(({ path, message }) => ({ field: fieldOf(path), message }))
        : [{ field: null, message: explain(outcome) }],
    );
  };
  const errorFor = (field: string) => errors.find((error) => error.field === field)?.message;
  return { send, busy, errors, setErrors, errorFor };
};
