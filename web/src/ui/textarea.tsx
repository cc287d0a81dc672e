import { type ReactNode, useEffect, useState } from "react";
import { classNames } from "./class-names.ts";
import { describedBy, ErrorMessage, FormGroup, Hint, Label, type LabelSize } from "./form-group.tsx";
import { describeLength, type TextLimit } from "./format/counting.ts";

interface TextareaProps {
  id: string;
  label: ReactNode;
  labelSize?: LabelSize | undefined;
  hint?: ReactNode;
  error?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  onBlur?: (() => void) | undefined;
  rows?: number | undefined;
  /** Stated beside the field; typing past it is never stopped. Null: the words are only counted. */
  limit?: TextLimit | null | undefined;
  /** Stands under the field: whether it is saved. */
  after?: ReactNode;
}

/** The count is announced a second after typing stops, so that a screen reader isn't interrupted at each key. */
const useSettled = (message: string): string => {
  const [settled, setSettled] = useState(message);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(message), 1000);
    return () => clearTimeout(timer);
  }, [message]);
  return settled;
};

export const Textarea = (props: TextareaProps) => {
  const { message, over } = describeLength(props.value, props.limit ?? null);
  const announced = useSettled(message);
  const info = `${props.id}-info`;
  return (
    <FormGroup error={props.error}>
      <Label htmlFor={props.id} size={props.labelSize}>
        {props.label}
      </Label>
      {props.hint ? <Hint id={`${props.id}-hint`}>{props.hint}</Hint> : null}
      {props.error ? <ErrorMessage id={`${props.id}-error`}>{props.error}</ErrorMessage> : null}
      <textarea
        id={props.id}
        name={props.id}
        className={classNames("govuk-textarea", (props.error || over) && "govuk-textarea--error")}
        rows={props.rows ?? 6}
        value={props.value}
        aria-describedby={describedBy(props.id, { ...props, more: info })}
        aria-invalid={props.error ? true : undefined}
        onChange={(event) => props.onChange(event.target.value)}
        onBlur={() => props.onBlur?.()}
      />
      <div className="app-field-foot">
        <div id={info} className={classNames(over ? "govuk-error-message" : "govuk-hint", "app-count")}>
          {message}
        </div>
        {props.limit ? (
          <div className="govuk-visually-hidden" role="status">
            {announced}
          </div>
        ) : null}
        {props.after}
      </div>
    </FormGroup>
  );
};
