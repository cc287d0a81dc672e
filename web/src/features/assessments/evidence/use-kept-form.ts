import { useState } from "react";
import type { KeepPlace } from "../../../data/keep.ts";
import { explain, type Outcome } from "../../../data/outcome.ts";
import { useKept } from "../../../data/use-kept.ts";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { usePageErrors } from "../drafting/page-errors.ts";

interface KeptFormOptions<Value> {
  keep: KeepPlace;
  empty: Value;
  /** Id of the field that a path of the input is about. Null: none of this form. */
  fieldOf: (path: string) => string | null;
  /** Id of the button: where a problem leads that is about no field, since pressing it again is what remains to do. */
  button: string;
}

/**
 * A small form that is sent by its button. What is typed waits in the browser until the server has it; what stands against it comes
 * back at its fields; the same try sent twice has its effect once.
 */
export const useKeptForm = <Value>({ keep, empty, fieldOf, button }: KeptFormOptions<Value>) => {
  const kept = useKept(keep, empty);
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  usePageErrors(errors.length > 0);
  const send = async <Done>(
    act: (idempotencyKey: string) => Promise<Outcome<Done>>,
    onDone: (done: Done) => void,
  ): Promise<Outcome<Done> | null> => {
    if (busy) return null;
    setBusy(true);
    const outcome = await act(kept.key);
    setBusy(false);
    if (outcome.kind === "DONE") {
      setErrors([]);
      kept.clear();
      onDone(outcome.value);
      return outcome;
    }
    // An answer that did come back settles this try; a lost one may have been carried out and keeps its key.
    if (outcome.kind !== "UNREACHABLE") kept.renew();
    const problems = outcome.kind === "INVALID" ? outcome.problems : [];
    setErrors(
      problems.length > 0
        ? problems.map(({ path, message }) => ({ field: fieldOf(path) ?? button, message }))
        : [{ field: button, message: explain(outcome) }],
    );
    return outcome;
  };
  const errorFor = (field: string) => errors.find((error) => error.field === field)?.message;
  return { ...kept, busy, errors, setErrors, errorFor, send };
};
