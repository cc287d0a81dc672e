import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import { useClient } from "urql";
import { outcomeOf } from "../../data/outcome.ts";
import { useSend } from "../../data/use-send.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Select } from "../../ui/select.tsx";
import { draftAddress } from "./addresses.ts";
import { StartDraftMutation } from "./mutations.ts";
import type { OneForm } from "./types.ts";

/** Begins the next version of a form from one that was published. */
export const StartDraft = ({ form }: { form: OneForm }) => {
  const client = useClient();
  const navigate = useNavigate();
  const { send, busy, errors } = useSend(() => null);
  const [from, setFrom] = useState(form.versions[0]?.version ?? 1);
  const start = (event: FormEvent) => {
    event.preventDefault();
    void send(
      async () => {
        const input = { key: form.key, fromVersion: from };
        const { data, error } = await client.mutation(StartDraftMutation, { input }).toPromise();
        return outcomeOf(data?.startFormDraft, error);
      },
      () => navigate(draftAddress(form.key)),
    );
  };
  return (
    <form onSubmit={start} noValidate>
      <ErrorSummary errors={errors} level={3} />
      <p className="govuk-body">
        Nobody is working on the next version. A draft changes nothing for those who fill the form in until it
        is published.
      </p>
      {form.versions.length > 1 ? (
        <Select
          id="from"
          label="Begin from"
          options={form.versions.map(({ version }) => ({
            value: String(version),
            label: `Version ${version}`,
          }))}
          value={String(from)}
          onChange={(value) => setFrom(Number(value))}
        />
      ) : null}
      <Button busy={busy}>Start a draft</Button>
    </form>
  );
};
