import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { describedBy, ErrorMessage, Fieldset, FormGroup, Hint, type LabelSize } from "./form-group.tsx";
import type { DateParts } from "./format/dates.ts";

interface DateInputProps {
  /** Also the id of the day box, where an error summary's link lands. */
  id: string;
  legend: ReactNode;
  legendSize?: LabelSize | undefined;
  hint?: ReactNode;
  error?: string | undefined;
  value: DateParts;
  onChange: (value: DateParts) => void;
  onBlur?: (() => void) | undefined;
  after?: ReactNode;
}

const BOXES = [
  { name: "day", label: "Day", width: 2 },
  { name: "month", label: "Month", width: 2 },
  { name: "year", label: "Year", width: 4 },
] as const;

export const DateInput = (props: DateInputProps) => (
  <FormGroup error={props.error}>
    <Fieldset
      legend={props.legend}
      size={props.legendSize}
      describedBy={describedBy(props.id, props)}
      role="group"
    >
      {props.hint ? <Hint id={`${props.id}-hint`}>{props.hint}</Hint> : null}
      {props.error ? <ErrorMessage id={`${props.id}-error`}>{props.error}</ErrorMessage> : null}
      <div className="govuk-date-input">
        {BOXES.map(({ name, label, width }, index) => {
          const id = index === 0 ? props.id : `${props.id}-${name}`;
          return (
            <div className="govuk-date-input__item" key={name}>
              <div className="govuk-form-group">
                <label className="govuk-label govuk-date-input__label" htmlFor={id}>
                  {label}
                </label>
                <input
                  id={id}
                  name={`${props.id}-${name}`}
                  type="text"
                  inputMode="numeric"
                  autoComplete="off"
                  className={classNames(
                    "govuk-input govuk-date-input__input",
                    `govuk-input--width-${width}`,
                    props.error && "govuk-input--error",
                  )}
                  value={props.value[name]}
                  onChange={(event) => props.onChange({ ...props.value, [name]: event.target.value })}
                  onBlur={() => props.onBlur?.()}
                />
              </div>
            </div>
          );
        })}
      </div>
    </Fieldset>
    {props.after}
  </FormGroup>
);
