import { useState } from "react";
import { useClient } from "urql";
import { newKey } from "../../../data/new-key.ts";
import { explain, outcomeOf } from "../../../data/outcome.ts";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { TransitionMutation } from "../mutations.ts";
import type { AssessmentAction } from "../types.ts";

export interface Transition {
  action: AssessmentAction;
  /** The hash of what the person was shown. The server refuses when anything has changed since. */
  displayedHash?: string | null;
  statement?: string | null;
  reason?: string | null;
}

/** Takes an assessment one step on. The same intended step keeps its key, so that pressing twice signs once. */
export const useTransition = (reference: string, onDone: () => void) => {
  const client = useClient();
  const [key, setKey] = useState(newKey);
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const take = async (transition: Transition) => {
    setBusy(true);
    const { data, error } = await client
      .mutation(TransitionMutation, { input: { reference, idempotencyKey: key, ...transition } })
      .toPromise();
    setBusy(false);
    const outcome = outcomeOf(data?.transitionAssessment, error);
    if (outcome.kind === "DONE") return onDone();
    // An answer that did come back settles this try; a lost one may have been carried out and keeps its key.
    if (outcome.kind !== "UNREACHABLE") setKey(newKey());
    const messages = outcome.kind === "INVALID" ? outcome.problems.map(({ message }) => message) : [];
    setErrors(
      (messages.length > 0 ? messages : [explain(outcome)]).map((message) => ({ field: null, message })),
    );
  };
  return { take, busy, errors, setErrors };
};
