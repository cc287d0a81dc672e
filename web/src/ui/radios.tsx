import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { describedBy, ErrorMessage, Fieldset, FormGroup, Hint, type LabelSize } from "./form-group.tsx";

export interface RadioOption {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Shown under the option while it is chosen. */
  reveals?: ReactNode;
}

interface RadiosProps {
  id: string;
  legend: ReactNode;
  legendSize?: LabelSize | undefined;
  legendHidden?: boolean | undefined;
  hint?: ReactNode;
  error?: string | undefined;
  options: readonly RadioOption[];
  value: string | null;
  onChange: (value: string) => void;
  onBlur?: (() => void) | undefined;
  inline?: boolean | undefined;
  small?: boolean | undefined;
  disabled?: boolean | undefined;
  after?: ReactNode;
}

const Option = ({ props, option, index }: { props: RadiosProps; option: RadioOption; index: number }) => {
  // The first option carries the group's own id, so that an error summary's link lands on it.
  const id = index === 0 ? props.id : `${props.id}-${index + 1}`;
  const chosen = props.value === option.value;
  return (
    <>
      <div className="govuk-radios__item">
        <input
          className="govuk-radios__input"
          id={id}
          name={props.id}
          type="radio"
          value={option.value}
          checked={chosen}
          disabled={props.disabled}
          aria-describedby={option.hint ? `${id}-item-hint` : undefined}
          onChange={() => props.onChange(option.value)}
          onBlur={() => props.onBlur?.()}
        />
        <label className="govuk-label govuk-radios__label" htmlFor={id}>
          {option.label}
        </label>
        {option.hint ? (
          <div id={`${id}-item-hint`} className="govuk-hint govuk-radios__hint">
            {option.hint}
          </div>
        ) : null}
      </div>
      {chosen && option.reveals ? <div className="govuk-radios__conditional">{option.reveals}</div> : null}
    </>
  );
};

export const Radios = (props: RadiosProps) => (
  <FormGroup error={props.error}>
    <Fieldset
      legend={props.legend}
      size={props.legendSize}
      legendHidden={props.legendHidden}
      describedBy={describedBy(props.id, props)}
    >
      {props.hint ? <Hint id={`${props.id}-hint`}>{props.hint}</Hint> : null}
      {props.error ? <ErrorMessage id={`${props.id}-error`}>{props.error}</ErrorMessage> : null}
      <div
        className={classNames(
          "govuk-radios",
          props.inline && "govuk-radios--inline",
          props.small && "govuk-radios--small",
        )}
      >
        {props.options.map((option, index) => (
          <Option key={option.value} props={props} option={option} index={index} />
        ))}
      </div>
    </Fieldset>
    {props.after}
  </FormGroup>
);
