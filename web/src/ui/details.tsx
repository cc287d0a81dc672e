import type { ReactNode } from "react";

interface DetailsProps {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean | undefined;
  /** Told when the reader opens or closes it. */
  onToggle?: ((open: boolean) => void) | undefined;
}

export const Details = ({ summary, children, open, onToggle }: DetailsProps) => (
  <details
    className="govuk-details"
    open={open}
    onToggle={onToggle && ((event) => onToggle(event.currentTarget.open))}
  >
    <summary className="govuk-details__summary">
      <span className="govuk-details__summary-text">{summary}</span>
    </summary>
    <div className="govuk-details__text">{children}</div>
  </details>
);
