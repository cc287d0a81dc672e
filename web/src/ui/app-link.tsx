import type { ReactNode } from "react";
import { Link } from "react-router";
import { classNames } from "./class-names.ts";

interface AppLinkProps {
  to: string;
  children: ReactNode;
  /** Read out after the visible words, where these alone would not say where the link goes. */
  hiddenText?: string | undefined;
  className?: string | undefined;
  describedBy?: string | undefined;
  /** Keeps the place on the page: for links that only change what a page shows. */
  staysHere?: boolean | undefined;
  current?: boolean | undefined;
  /** Beside going there. */
  onClick?: (() => void) | undefined;
}

/** A link inside the application: changes the page without loading it anew. */
export const AppLink = ({
  to,
  children,
  hiddenText,
  className,
  describedBy,
  staysHere,
  current,
  onClick,
}: AppLinkProps) => (
  <Link
    to={to}
    className={classNames("govuk-link", className)}
    aria-describedby={describedBy}
    aria-current={current ? "page" : undefined}
    preventScrollReset={staysHere === true}
    onClick={onClick}
  >
    {children}
    {hiddenText ? <span className="govuk-visually-hidden"> {hiddenText}</span> : null}
  </Link>
);
