import { useState } from "react";
import { newKey } from "../../../data/new-key.ts";
import { explain, type Outcome } from "../../../data/outcome.ts";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { usePageErrors } from "../drafting/page-errors.ts";

/** One act by a button that needs nothing typed. A problem leads to the button: pressing it again is what remains to do. */
export const useAct = (button: string) => {
  const [key, setKey] = useState(newKey);
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  usePageErrors(errors.length > 0);
  const act = async <Done>(send: (key: string) => Promise<Outcome<Done>>, onDone: () => void) => {
    if (busy) return;
    setBusy(true);
    const outcome = await send(key);
    setBusy(false);
    if (outcome.kind !== "UNREACHABLE") setKey(newKey());
    if (outcome.kind === "DONE") {
      setErrors([]);
      return onDone();
    }
    const said = outcome.kind === "INVALID" ? outcome.problems[0]?.message : undefined;
    setErrors([{ field: button, message: said ?? explain(outcome) }]);
  };
  return { act, busy, errors };
};
