import type { ReactNode } from "react";
import { AppLink } from "./app-link.tsx";
import { classNames } from "./class-names.ts";

export interface SummaryRow {
  key: string;
  label: ReactNode;
  value: ReactNode;
  /** `hiddenText` completes the words of the link for those who hear it out of its row. */
  change?: { to: string; words: string; hiddenText: string } | undefined;
}

export const SummaryList = ({
  rows,
  plain,
}: {
  rows: readonly SummaryRow[];
  plain?: boolean | undefined;
}) => {
  const someChange = rows.some((row) => row.change);
  return (
    <dl className={classNames("govuk-summary-list", plain && "govuk-summary-list--no-border")}>
      {rows.map((row) => (
        <div
          key={row.key}
          className={classNames(
            "govuk-summary-list__row",
            someChange && !row.change && "govuk-summary-list__row--no-actions",
          )}
        >
          <dt className="govuk-summary-list__key">{row.label}</dt>
          <dd className="govuk-summary-list__value">{row.value}</dd>
          {row.change ? (
            <dd className="govuk-summary-list__actions">
              <AppLink to={row.change.to} hiddenText={row.change.hiddenText}>
                {row.change.words}
              </AppLink>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
};

interface SummaryCardProps {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
  headingLevel?: 2 | 3 | 4 | undefined;
}

export const SummaryCard = ({ title, actions, children, headingLevel = 3 }: SummaryCardProps) => {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className="govuk-summary-card">
      <div className="govuk-summary-card__title-wrapper">
        <Heading className="govuk-summary-card__title">{title}</Heading>
        {actions ? <div className="govuk-summary-card__actions">{actions}</div> : null}
      </div>
      <div className="govuk-summary-card__content">{children}</div>
    </div>
  );
};
