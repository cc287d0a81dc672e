import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { describedBy, ErrorMessage, FormGroup, Hint, Label, type LabelSize } from "./form-group.tsx";

interface TextInputProps {
  id: string;
  label: ReactNode;
  labelSize?: LabelSize | undefined;
  hint?: ReactNode;
  error?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  onBlur?: (() => void) | undefined;
  type?: "text" | "search" | "datetime-local" | undefined;
  width?: "10" | "20" | "30" | undefined;
  autoComplete?: string | undefined;
  after?: ReactNode;
}

export const TextInput = (props: TextInputProps) => (
  <FormGroup error={props.error}>
    <Label htmlFor={props.id} size={props.labelSize}>
      {props.label}
    </Label>
    {props.hint ? <Hint id={`${props.id}-hint`}>{props.hint}</Hint> : null}
    {props.error ? <ErrorMessage id={`${props.id}-error`}>{props.error}</ErrorMessage> : null}
    <input
      id={props.id}
      name={props.id}
      type={props.type ?? "text"}
      className={classNames(
        "govuk-input",
        props.width && `govuk-input--width-${props.width}`,
        props.error && "govuk-input--error",
      )}
      value={props.value}
      autoComplete={props.autoComplete ?? "off"}
      aria-describedby={describedBy(props.id, props)}
      aria-invalid={props.error ? true : undefined}
      onChange={(event) => props.onChange(event.target.value)}
      onBlur={() => props.onBlur?.()}
    />
    {props.after}
  </FormGroup>
);
