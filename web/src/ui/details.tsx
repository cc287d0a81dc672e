import type { ReactNode } from "react";

interface DetailsProps {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean | undefined;
  /** Where a link to it lands. */
  id?: string | undefined;
}

export const Details = ({ summary, children, open, id }: DetailsProps) => (
  <details className="govuk-details" id={id} open={open}>
    <summary className="govuk-details__summary">
      <span className="govuk-details__summary-text">{summary}</span>
    </summary>
    <div className="govuk-details__text">{children}</div>
  </details>
);
