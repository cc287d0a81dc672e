import type { ReactNode } from "react";
import { describedBy, ErrorMessage, FormGroup, Hint, Label } from "./form-group.tsx";

export interface SelectOption {
  value: string;
  label: string;
}

interface SelectProps {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  options: readonly SelectOption[];
  value: string;
  onChange: (value: string) => void;
}

export const Select = (props: SelectProps) => (
  <FormGroup error={props.error}>
    <Label htmlFor={props.id}>{props.label}</Label>
    {props.hint ? <Hint id={`${props.id}-hint`}>{props.hint}</Hint> : null}
    {props.error ? <ErrorMessage id={`${props.id}-error`}>{props.error}</ErrorMessage> : null}
    <select
      className={props.error ? "govuk-select govuk-select--error" : "govuk-select"}
      id={props.id}
      name={props.id}
      value={props.value}
      aria-describedby={describedBy(props.id, props)}
      onChange={(event) => props.onChange(event.target.value)}
    >
      {props.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </FormGroup>
);
