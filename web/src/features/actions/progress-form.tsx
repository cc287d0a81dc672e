import { checkActionNote } from "@due-regard/domain/ehria/actions/check-action";
import { MAXIMUM_ACTION_NOTE } from "@due-regard/domain/ehria/actions/live-action";
import { ACTION_STATUSES, type ActionStatus } from "@due-regard/domain/strategies/vocabulary";
import type { FormEvent } from "react";
import { useClient } from "urql";
import { outcomeOf } from "../../data/outcome.ts";
import { InsetText } from "../../ui/banners.tsx";
import { Button } from "../../ui/button.tsx";
import type { FieldError } from "../../ui/error-summary.tsx";
import { Radios } from "../../ui/radios.tsx";
import { ACTION_STATUS } from "../../ui/status-words.ts";
import { Textarea } from "../../ui/textarea.tsx";
import { ProgressMutation } from "./queries.ts";
import type { WholeAction } from "./types.ts";
import { useActionForm } from "./use-action-form.ts";

const NOTE = "note";
const STATUS = "status";

interface Written {
  note: string;
  status: ActionStatus;
  /** How many notes the writer has seen. */
  basedOn: number;
}

export interface FormProps {
  person: string;
  action: WholeAction;
  onErrors: (errors: readonly FieldError[]) => void;
  /** It is recorded: in words for the page, which asks for the action anew. */
  onDone: (news: string) => void;
}

/** What was done, and where the action now stands. Of one that is given up, the note is the reason. */
export const ProgressForm = ({ person, action, onErrors, onDone }: FormProps) => {
  const client = useClient();
  const empty: Written = { note: "", status: action.status, basedOn: action.notes.length };
  const form = useActionForm<Written>({
    person,
    action,
    form: "progress",
    label: "Progress of",
    empty,
    fieldOf: (path) => (path === "note" ? NOTE : path === "status" ? STATUS : null),
    onErrors,
  });
  const { value } = form;
  const newer = action.notes.filter(({ number }) => number > value.basedOn);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const problems = checkActionNote(value.note);
    if (problems.length > 0) {
      form.setErrors(problems.map(({ message }) => ({ field: NOTE, message })));
      return;
    }
    await form.send(
      async (idempotencyKey) => {
        const input = {
          action: action.id,
          note: value.note,
          status: value.status,
          basedOnNotes: value.basedOn,
          idempotencyKey,
        };
        const { data, error } = await client.mutation(ProgressMutation, { input }).toPromise();
        return outcomeOf(data?.recordActionProgress, error);
      },
      ({ action: saved }) => {
        form.clear({ note: "", status: saved.status, basedOn: saved.notes.length });
        onDone("Progress recorded");
      },
    );
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <h2 className="govuk-heading-m">Record progress</h2>
      {form.restored ? (
        <InsetText>What you wrote on an earlier visit stands here. It has not been saved yet.</InsetText>
      ) : null}
      {newer.length > 0 ? (
        <InsetText>
          <p className="govuk-body">
            Somebody wrote since you began: “{newer.at(-1)?.text}”. Look whether yours still holds.
          </p>
          <Button
            type="button"
            variant="secondary"
            onClick={() => form.change({ ...value, basedOn: action.notes.length })}
          >
            I have seen it
          </Button>
        </InsetText>
      ) : null}
      <Textarea
        id={NOTE}
        label="What has been done"
        hint="If it won’t be done, say why. Everybody who may read the assessment can read this."
        limit={{ max: MAXIMUM_ACTION_NOTE, unit: "characters" }}
        error={form.errorFor(NOTE)}
        value={value.note}
        onChange={(note) => form.change({ ...value, note })}
      />
      <Radios
        id={STATUS}
        legend="Where it stands now"
        small
        error={form.errorFor(STATUS)}
        options={ACTION_STATUSES.map((status) => ({ value: status, label: ACTION_STATUS[status].words }))}
        value={value.status}
        onChange={(status) => form.change({ ...value, status: status as ActionStatus })}
      />
      <Button busy={form.busy}>Save progress</Button>
    </form>
  );
};
