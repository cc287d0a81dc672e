import { type FormEvent, useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";

interface SignFormProps {
  /** The words that are signed. */
  statement: string;
  contentHash: string;
  button: string;
  busy: boolean;
  error: string | undefined;
  onSign: (confirmed: boolean) => void;
}

export const CONFIRM_FIELD = "confirm";

/** The statement, what exactly it covers, and the box to tick. */
export const SignForm = ({ statement, contentHash, button, busy, error, onSign }: SignFormProps) => {
  const [confirmed, setConfirmed] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onSign(confirmed);
  };
  return (
    <form onSubmit={submit} noValidate>
      <p className="govuk-body">You sign these words:</p>
      <blockquote className="app-statement">{statement}</blockquote>
      <p className="govuk-body">
        Your signature covers exactly what this page shows. Its fingerprint is{" "}
        <span className="app-hash">{contentHash}</span>. If one letter changes, the fingerprint changes too.
      </p>
      <Checkbox
        id={CONFIRM_FIELD}
        label="I have read what is shown here and I sign it"
        error={error}
        checked={confirmed}
        onChange={setConfirmed}
      />
      <Button busy={busy}>{button}</Button>
    </form>
  );
};
