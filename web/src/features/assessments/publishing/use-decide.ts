import { useClient } from "urql";
import { outcomeOf } from "../../../data/outcome.ts";
import { useSend } from "../../../data/use-send.ts";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { DecideMutation } from "./queries.ts";
import type { Choice } from "./types.ts";

export interface DecisionInput {
  hit?: string;
  passage?: { place: string; start: number; end: number; text: string };
  choice: Choice;
  reason?: string | null;
  replacement?: string | null;
  version: number;
}

/** The field that the server's path means: "decisions.0.reason" → "reason". */
const fieldOf = (path: string): string | null => path.split(".").at(-1) ?? null;

/** Sends decisions, all or none. What stands against them comes back at the fields of the form. */
export const useDecide = (reference: string, onErrors: (errors: readonly FieldError[]) => void) => {
  const client = useClient();
  const { send, ...rest } = useSend(fieldOf, onErrors);
  const decide = (decisions: readonly DecisionInput[], onDone: () => void) =>
    send(async (idempotencyKey) => {
      const input = { reference, decisions: [...decisions], idempotencyKey };
      const { data, error } = await client.mutation(DecideMutation, { input }).toPromise();
      return outcomeOf(data?.decideRedactions, error);
    }, onDone);
  return { decide, ...rest };
};
