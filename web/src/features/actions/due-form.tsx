import { checkNewDue } from "@due-regard/domain/ehria/actions/check-action";
import { MAXIMUM_ACTION_NOTE } from "@due-regard/domain/ehria/actions/live-action";
import type { FormEvent } from "react";
import { useClient } from "urql";
import { outcomeOf } from "../../data/outcome.ts";
import { Button } from "../../ui/button.tsx";
import { DateInput } from "../../ui/date-input.tsx";
import { joinDate, splitDate, todayInLondon } from "../../ui/format/dates.ts";
import { Textarea } from "../../ui/textarea.tsx";
import type { FormProps } from "./progress-form.tsx";
import { DueMutation } from "./queries.ts";
import { useActionForm } from "./use-action-form.ts";

const DUE = "due";
const REASON = "reason";

const fieldOf = (path: string): string | null => (path === "due" ? DUE : path === "reason" ? REASON : null);

/** Another date for an open action, with the reason: the one before stays on record. */
export const DueForm = ({ person, action, onErrors, onDone }: FormProps) => {
  const client = useClient();
  const form = useActionForm({
    person,
    action,
    form: "due",
    label: "Another date for",
    empty: { due: splitDate(null), reason: "" },
    fieldOf,
    onErrors,
  });
  const { value } = form;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { date, problem } = joinDate(value.due);
    const given = { due: date ?? "", reason: value.reason };
    const known = { status: action.status, due: action.dueInForce, today: todayInLondon() };
    const unclear = problem ?? (date === null ? "Enter the new date" : null);
    const found = checkNewDue(given, known).filter(({ path }) => path !== "due" || unclear === null);
    const problems = [...(unclear ? [{ path: "due", message: unclear }] : []), ...found];
    if (problems.length > 0 || date === null) {
      form.setErrors(problems.map(({ path, message }) => ({ field: fieldOf(path), message })));
      return;
    }
    await form.send(
      async (idempotencyKey) => {
        const input = {
          action: action.id,
          due: date,
          reason: value.reason,
          basedOnNotes: action.notes.length,
          idempotencyKey,
        };
        const { data, error } = await client.mutation(DueMutation, { input }).toPromise();
        return outcomeOf(data?.resetActionDue, error);
      },
      () => {
        form.clear();
        onDone("The action has another date");
      },
    );
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <h2 className="govuk-heading-m">Give it another date</h2>
      <DateInput
        id={DUE}
        legend="New date"
        error={form.errorFor(DUE)}
        value={value.due}
        onChange={(due) => form.change({ ...value, due })}
      />
      <Textarea
        id={REASON}
        label="Why it has another date"
        rows={3}
        limit={{ max: MAXIMUM_ACTION_NOTE, unit: "characters" }}
        error={form.errorFor(REASON)}
        value={value.reason}
        onChange={(reason) => form.change({ ...value, reason })}
      />
      <Button variant="secondary" busy={form.busy}>
        Save the new date
      </Button>
    </form>
  );
};
