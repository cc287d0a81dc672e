import { type FormEvent, type ReactNode, useState } from "react";
import { Button, type ButtonLook } from "../../../ui/button.tsx";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { measure } from "../../../ui/format/counting.ts";
import { Textarea } from "../../../ui/textarea.tsx";

import { TRANSITION_BUTTON } from "./transition-button.ts";

export const REASON_FIELD = "reason";
const MOST = 4000;

/** What stands against a reason: it must be there, and fit. */
export const checkReason = (reason: string, missing: string): FieldError | null => {
  if (reason.trim() === "") return { field: REASON_FIELD, message: missing };
  return measure(reason, "characters") > MOST
    ? { field: REASON_FIELD, message: "Reason must be 4,000 characters or fewer" }
    : null;
};

interface ReasonFormProps {
  label: string;
  hint: string;
  button: string;
  variant?: ButtonLook | undefined;
  busy: boolean;
  error: string | undefined;
  /** What stands beneath the reason. */
  children?: ReactNode;
  onSubmit: (reason: string) => void;
}

export const ReasonForm = ({
  label,
  hint,
  button,
  variant,
  busy,
  error,
  children,
  onSubmit,
}: ReasonFormProps) => {
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onSubmit(reason);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Textarea
        id={REASON_FIELD}
        label={label}
        labelSize="s"
        hint={hint}
        error={error}
        limit={{ max: MOST, unit: "characters" }}
        value={reason}
        onChange={setReason}
      />
      {children}
      <Button id={TRANSITION_BUTTON} variant={variant} busy={busy}>
        {button}
      </Button>
    </form>
  );
};
