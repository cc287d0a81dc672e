import type { ReactNode } from "react";

interface DetailsProps {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean | undefined;
  /** Told when the reader opens or closes it. */
  onToggle?: ((open: boolean) => void) | undefined;
  /** Where a link to it lands. */
  id?: string | undefined;
}

export const Details = ({ summary, children, open, onToggle, id }: DetailsProps) => (
  <details
    className="govuk-details"
    id={id}
    open={open}
    onToggle={onToggle && ((event) => onToggle(event.currentTarget.open))}
  >
    <summary className="govuk-details__summary">
      <span className="govuk-details__summary-text">{summary}</span>
    </summary>
    <div className="govuk-details__text">{children}</div>
  </details>
);
