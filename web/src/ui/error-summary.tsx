import { useEffect, useRef } from "react";
import { AppLink } from "./app-link.tsx";
import { goToField } from "./go-to-field.ts";

export interface FieldError {
  /** Id of the field to put right. Null: the message stands alone. */
  field: string | null;
  message: string;
  /** Address of the page where it is put right, if that is another one: the link then leads there. */
  to?: string | undefined;
}

interface ErrorSummaryProps {
  errors: readonly FieldError[];
  title?: string | undefined;
  /** Level of its heading: deeper than 2 where the form stands deep in a page. */
  level?: 2 | 3 | 4 | undefined;
}

/** Takes focus each time that it is given other errors, and leads to the fields to put right. */
export const ErrorSummary = ({ errors, title = "There is a problem", level = 2 }: ErrorSummaryProps) => {
  const Heading = `h${level}` as const;
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) summary.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div className="govuk-error-summary" ref={summary} tabIndex={-1}>
      <div role="alert">
        <Heading className="govuk-error-summary__title">{title}</Heading>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {errors.map(({ field, message, to }) => (
              <li key={`${field} ${message}`}>
                {to === undefined ? null : <AppLink to={to}>{message}</AppLink>}
                {to !== undefined ? null : field === null ? (
                  message
                ) : (
                  <a
                    href={`#${field}`}
                    onClick={(event) => {
                      event.preventDefault();
                      goToField(field);
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
