import type { ReactNode } from "react";
import { ErrorMessage, FormGroup } from "./form-group.tsx";

interface CheckboxProps {
  id: string;
  label: ReactNode;
  error?: string | undefined;
  checked: boolean;
  onChange: (checked: boolean) => void;
  small?: boolean | undefined;
}

/** One box on its own: a confirmation, or a filter that is on or off. */
export const Checkbox = ({ id, label, error, checked, onChange, small }: CheckboxProps) => (
  <FormGroup error={error}>
    {error ? <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage> : null}
    <div className={small ? "govuk-checkboxes govuk-checkboxes--small" : "govuk-checkboxes"}>
      <div className="govuk-checkboxes__item">
        <input
          className="govuk-checkboxes__input"
          id={id}
          name={id}
          type="checkbox"
          checked={checked}
          aria-describedby={error ? `${id}-error` : undefined}
          aria-invalid={error ? true : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
          {label}
        </label>
      </div>
    </div>
  </FormGroup>
);
