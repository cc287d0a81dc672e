import type { FormEvent } from "react";
import { useClient } from "urql";
import { outcomeOf } from "../../../data/outcome.ts";
import { useSend } from "../../../data/use-send.ts";
import { Button } from "../../../ui/button.tsx";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { PrepareMutation } from "./queries.ts";

interface PrepareFormProps {
  reference: string;
  /** True where a copy waits already: then it is only made anew. */
  again: boolean;
  onErrors: (errors: readonly FieldError[]) => void;
  onDone: () => void;
}

/** Makes the copy and its files, once every passage is decided about. */
export const PrepareForm = ({ reference, again, onErrors, onDone }: PrepareFormProps) => {
  const client = useClient();
  const { send, busy } = useSend(() => null, onErrors);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(async (idempotencyKey) => {
      const input = { reference, idempotencyKey };
      const { data, error } = await client.mutation(PrepareMutation, { input }).toPromise();
      return outcomeOf(data?.preparePublication, error);
    }, onDone);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Button busy={busy} variant={again ? "secondary" : "primary"}>
        {again ? "Prepare it anew" : "Prepare for approval"}
      </Button>
    </form>
  );
};
