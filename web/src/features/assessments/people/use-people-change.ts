import { useState } from "react";
import { useNavigate } from "react-router";
import { useClient } from "urql";
import { newKey } from "../../../data/new-key.ts";
import { explain, type Outcome, outcomeOf } from "../../../data/outcome.ts";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { HandOverMutation, InviteMutation, RemoveMutation } from "./operations.ts";

const errorsOf = (outcome: Exclude<Outcome<unknown>, { kind: "DONE" }>): FieldError[] => {
  const messages = outcome.kind === "INVALID" ? outcome.problems.map(({ message }) => message) : [];
  return (messages.length > 0 ? messages : [explain(outcome)]).map((message) => ({ field: null, message }));
};

/** Changes who writes an assessment. `done` says in words what was done last. */
export const usePeopleChange = (reference: string) => {
  const client = useClient();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [done, setDone] = useState<string | null>(null);

  /** One intended change keeps its key while it is sent, so that a press after a lost answer counts once. */
  const run = async (send: (key: string) => Promise<Outcome<unknown>>, words: string): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setDone(null);
    const outcome = await send(newKey());
    setBusy(false);
    setErrors(outcome.kind === "DONE" ? [] : errorsOf(outcome));
    if (outcome.kind === "DONE") setDone(words);
    return outcome.kind === "DONE";
  };

  return {
    busy,
    errors,
    done,
    invite: (person: { id: string; name: string }) =>
      run(async (idempotencyKey) => {
        const input = { reference, person: person.id, idempotencyKey };
        const { data, error } = await client.mutation(InviteMutation, { input }).toPromise();
        return outcomeOf(data?.inviteContributor, error);
      }, `${person.name} can write this assessment now, and finds it on their home page.`),
    remove: (person: { id: string; name: string }) =>
      run(async (idempotencyKey) => {
        const input = { reference, person: person.id, idempotencyKey };
        const { data, error } = await client.mutation(RemoveMutation, { input }).toPromise();
        return outcomeOf(data?.removeContributor, error);
      }, `${person.name} can no longer write this assessment. That they did stays on record.`),
    handOver: async (person: { id: string; name: string }, staysAsContributor: boolean) => {
      let isGone = false;
      const ok = await run(async (idempotencyKey) => {
        const input = { reference, person: person.id, staysAsContributor, idempotencyKey };
        const { data, error } = await client.mutation(HandOverMutation, { input }).toPromise();
        const result = data?.handOverLead;
        isGone = result?.__typename === "LeadHandedOver" && result.assessment === null;
        return outcomeOf(result, error);
      }, `${person.name} leads this assessment now.`);
      // Who leaves a draft no longer sees it.
      if (ok && isGone) await navigate("/assessments");
    },
  };
};

export type PeopleChange = ReturnType<typeof usePeopleChange>;
