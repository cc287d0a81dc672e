import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export const Hint = ({ id, children }: { id: string; children: ReactNode }) => (
  <div id={id} className="govuk-hint">
    {children}
  </div>
);

export const ErrorMessage = ({ id, children }: { id: string; children: ReactNode }) => (
  <p id={id} className="govuk-error-message">
    <span className="govuk-visually-hidden">Error:</span> {children}
  </p>
);

export const FormGroup = ({ error, children }: { error?: string | undefined; children: ReactNode }) => (
  <div className={classNames("govuk-form-group", error !== undefined && "govuk-form-group--error")}>
    {children}
  </div>
);

/** Ids of what describes a field, for aria-describedby; undefined when nothing does. */
export const describedBy = (
  id: string,
  parts: { hint?: ReactNode; error?: string | undefined; more?: string | undefined },
) =>
  classNames(parts.hint ? `${id}-hint` : null, parts.error ? `${id}-error` : null, parts.more) || undefined;

export type LabelSize = "s" | "m" | "l";

interface LabelProps {
  htmlFor: string;
  size?: LabelSize | undefined;
  children: ReactNode;
}

export const Label = ({ htmlFor, size, children }: LabelProps) => (
  <label className={classNames("govuk-label", size && `govuk-label--${size}`)} htmlFor={htmlFor}>
    {children}
  </label>
);

interface FieldsetProps {
  legend: ReactNode;
  size?: LabelSize | undefined;
  legendHidden?: boolean | undefined;
  describedBy?: string | undefined;
  role?: "group" | undefined;
  children: ReactNode;
}

export const Fieldset = ({
  legend,
  size,
  legendHidden,
  describedBy: description,
  role,
  children,
}: FieldsetProps) => (
  <fieldset className="govuk-fieldset" aria-describedby={description} role={role}>
    <legend
      className={classNames(
        "govuk-fieldset__legend",
        size && `govuk-fieldset__legend--${size}`,
        legendHidden && "govuk-visually-hidden",
      )}
    >
      {legend}
    </legend>
    {children}
  </fieldset>
);
