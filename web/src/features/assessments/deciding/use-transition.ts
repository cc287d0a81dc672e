import { useState } from "react";
import { useClient } from "urql";
import { newKey } from "../../../data/new-key.ts";
import { explain, outcomeOf, type Problem, type Remedy } from "../../../data/outcome.ts";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { TransitionMutation } from "../mutations.ts";
import { addressOfPlace } from "../reading/place-address.ts";
import type { AssessmentAction } from "../types.ts";
import { SIGN_IN_FIELD } from "./sign-form.tsx";
import { TRANSITION_BUTTON } from "./transition-button.ts";

export interface Transition {
  action: AssessmentAction;
  /** The hash of what the person was shown. The server refuses when anything has changed since. */
  displayedHash?: string | null;
  statement?: string | null;
  reason?: string | null;
  /** Reference of what takes its place. */
  successor?: string | null;
  /** What the public is told, where it stands in the register; and whether what was found in it identifies nobody. */
  publicNotice?: string | null;
  publicNoticeChecked?: boolean;
  /** For a request for changes: what must be answered. */
  points?: { place?: string; text?: string; comment?: string }[];
}

/** Fields of the deciding pages that the server names as it does. */
const FIELDS: readonly string[] = ["reason", "successor", "publicNotice"];

const isField = (path: string): boolean => FIELDS.includes(path) || /^points\.\d+\.(place|text)$/.test(path);

type PlacedForm = Parameters<typeof addressOfPlace>[0];

/** At its field; where it is about an answer, on that answer's page; else at the button, since another try is what remains. */
const fieldErrors = (problems: readonly Problem[], form: PlacedForm | null): FieldError[] =>
  problems.map(({ path, message }) =>
    isField(path)
      ? { field: path, message }
      : { field: TRANSITION_BUTTON, message, to: form ? addressOfPlace(form, path)?.to : undefined },
  );

const refusal = (outcome: Parameters<typeof explain>[0], remedy: Remedy | null): FieldError => ({
  field: remedy === "SIGN_IN_AGAIN" ? SIGN_IN_FIELD : TRANSITION_BUTTON,
  message: explain(outcome),
});

/**
 * Takes an assessment one step on. The same intended step keeps its key, so that pressing twice signs once.
 *
 * @param form where the person may change answers: a problem with one then leads to its page
 */
export const useTransition = (reference: string, onDone: () => void, form: PlacedForm | null = null) => {
  const client = useClient();
  const [key, setKey] = useState(newKey);
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [remedy, setRemedy] = useState<Remedy | null>(null);
  /** `onSent` is told before the page moves on. */
  const take = async (transition: Transition, onSent?: () => void) => {
    setBusy(true);
    const { data, error } = await client
      .mutation(TransitionMutation, { input: { reference, idempotencyKey: key, ...transition } })
      .toPromise();
    setBusy(false);
    const outcome = outcomeOf(data?.transitionAssessment, error);
    if (outcome.kind === "DONE") {
      onSent?.();
      return onDone();
    }
    // An answer that did come back settles this try; a lost one may have been carried out and keeps its key.
    if (outcome.kind !== "UNREACHABLE") setKey(newKey());
    const found = outcome.kind === "REFUSED" ? outcome.remedy : null;
    setRemedy(found);
    setErrors(outcome.kind === "INVALID" ? fieldErrors(outcome.problems, form) : [refusal(outcome, found)]);
  };
  return { take, busy, errors, setErrors, remedy };
};
