import { Link } from "react-router";

export interface Crumb {
  to: string;
  words: string;
}

export const Breadcrumbs = ({ crumbs }: { crumbs: readonly Crumb[] }) => (
  <nav className="govuk-breadcrumbs" aria-label="Breadcrumb">
    <ol className="govuk-breadcrumbs__list">
      {crumbs.map(({ to, words }) => (
        <li className="govuk-breadcrumbs__list-item" key={to}>
          <Link className="govuk-breadcrumbs__link" to={to}>
            {words}
          </Link>
        </li>
      ))}
    </ol>
  </nav>
);

interface Step {
  to: string;
  label: string;
}

interface StepsProps {
  label: string;
  previous: Step | null;
  next: Step | null;
}

const Arrow = ({ direction }: { direction: "prev" | "next" }) => (
  <svg
    className={`govuk-pagination__icon govuk-pagination__icon--${direction}`}
    xmlns="http://www.w3.org/2000/svg"
    height="13"
    width="15"
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 15 13"
  >
    <path
      d={
        direction === "prev"
          ? "m6.600 0-6.600 6.500 6.600 6.500 1.400-1.500-4-4h11v-2h-11l4-4z"
          : "m8.400 0 6.600 6.500-6.600 6.500-1.400-1.500 4-4h-11v-2h11l-4-4z"
      }
    />
  </svg>
);

const StepLink = ({ step, direction }: { step: Step; direction: "prev" | "next" }) => (
  <div className={`govuk-pagination__${direction}`}>
    <Link className="govuk-link govuk-pagination__link" to={step.to} rel={direction}>
      <Arrow direction={direction} />
      <span className="govuk-pagination__link-title">{direction === "prev" ? "Previous" : "Next"}</span>
      <span className="govuk-visually-hidden">: </span>
      <span className="govuk-pagination__link-label">{step.label}</span>
    </Link>
  </div>
);

/** Previous and next, one under the other, as GOV.UK pages of a guide have them. */
export const Steps = ({ label, previous, next }: StepsProps) => (
  <nav className="govuk-pagination govuk-pagination--block" aria-label={label}>
    {previous ? <StepLink step={previous} direction="prev" /> : null}
    {next ? <StepLink step={next} direction="next" /> : null}
  </nav>
);
