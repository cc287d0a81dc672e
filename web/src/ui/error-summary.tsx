import { useEffect, useRef } from "react";

export interface FieldError {
  /** Id of the field to put right. Null: the message stands alone. */
  field: string | null;
  message: string;
}

const goTo = (field: string) => {
  const target = document.getElementById(field);
  target?.focus();
  (target?.closest("fieldset") ?? target?.closest(".govuk-form-group") ?? target)?.scrollIntoView();
};

interface ErrorSummaryProps {
  errors: readonly FieldError[];
  title?: string | undefined;
}

/** Takes focus each time that it is given other errors, and leads to the fields to put right. */
export const ErrorSummary = ({ errors, title = "There is a problem" }: ErrorSummaryProps) => {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) summary.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div className="govuk-error-summary" ref={summary} tabIndex={-1}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">{title}</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {errors.map(({ field, message }) => (
              <li key={`${field} ${message}`}>
                {field === null ? (
                  message
                ) : (
                  <a
                    href={`#${field}`}
                    onClick={(event) => {
                      event.preventDefault();
                      goTo(field);
                    }}
                  >
                    {message}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
};
