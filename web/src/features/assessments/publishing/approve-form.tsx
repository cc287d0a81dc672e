import { type FormEvent, useState } from "react";
import { WarningText } from "../../../ui/banners.tsx";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { TRANSITION_BUTTON } from "../deciding/transition-button.ts";
import type { useTransition } from "../deciding/use-transition.ts";
import type { Prepared } from "./types.ts";

const READ_FIELD = "read";

interface ApproveFormProps {
  prepared: Prepared;
  transition: ReturnType<typeof useTransition>;
}

/** A second person says yes to the very bytes that they were shown. */
export const ApproveForm = ({ prepared, transition }: ApproveFormProps) => {
  const [read, setRead] = useState(false);
  const { take, busy, errors, setErrors } = transition;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setErrors(
      read ? [] : [{ field: READ_FIELD, message: "Confirm that you have read what the public will see" }],
    );
    if (read) void take({ action: "PUBLISH", displayedHash: prepared.hash });
  };
  return (
    <form onSubmit={submit} noValidate>
      <h2 className="govuk-heading-m">Publish</h2>
      <WarningText>
        What is published stays: it can be followed by another edition, superseded or withdrawn, but not
        changed.
      </WarningText>
      <Checkbox
        id={READ_FIELD}
        label={`I have read what the public will see (${prepared.hash.slice(0, 12)}…) and it identifies nobody`}
        error={errors.find(({ field }) => field === READ_FIELD)?.message}
        checked={read}
        onChange={setRead}
      />
      <Button id={TRANSITION_BUTTON} busy={busy}>
        Publish
      </Button>
    </form>
  );
};
