import type { ReactNode } from "react";
import { Link } from "react-router";
import { classNames } from "./class-names.ts";

export type ButtonLook = "primary" | "secondary" | "warning";

const look = (variant: ButtonLook | undefined) =>
  classNames("govuk-button", variant && variant !== "primary" && `govuk-button--${variant}`);

interface ButtonProps {
  children: ReactNode;
  variant?: ButtonLook | undefined;
  type?: "submit" | "button" | undefined;
  onClick?: (() => void) | undefined;
  /** While true a second press does nothing; the button stays in the tab order, so focus isn't lost. */
  busy?: boolean | undefined;
  hiddenText?: string | undefined;
  /** Where an error summary leads whose problem is about no field. */
  id?: string | undefined;
}

export const Button = ({
  children,
  variant,
  type = "submit",
  onClick,
  busy,
  hiddenText,
  id,
}: ButtonProps) => (
  <button
    type={type}
    id={id}
    className={look(variant)}
    aria-disabled={busy ? true : undefined}
    onClick={(event) => {
      if (busy) event.preventDefault();
      else onClick?.();
    }}
  >
    {children}
    {hiddenText ? <span className="govuk-visually-hidden"> {hiddenText}</span> : null}
  </button>
);

interface LinkButtonProps extends Pick<ButtonProps, "children" | "onClick" | "hiddenText"> {
  id?: string | undefined;
  /** Whether what it opens is open; leave out where it opens nothing. */
  expanded?: boolean | undefined;
  /** True for the one of several that is in force. */
  current?: boolean | undefined;
}

/** A button that looks like a link: for small acts inside text and lists. */
export const LinkButton = ({ children, onClick, hiddenText, id, expanded, current }: LinkButtonProps) => (
  <button
    type="button"
    id={id}
    className="app-link-button"
    aria-expanded={expanded}
    aria-current={current ? "true" : undefined}
    onClick={() => onClick?.()}
  >
    {children}
    {hiddenText ? <span className="govuk-visually-hidden"> {hiddenText}</span> : null}
  </button>
);

interface ButtonLinkProps {
  to: string;
  children: ReactNode;
  variant?: ButtonLook | undefined;
  /** True for addresses that the server answers itself, such as sign-in. */
  leavesApp?: boolean | undefined;
}

/** A link that looks like a button, because it starts something. */
export const ButtonLink = ({ to, children, variant, leavesApp }: ButtonLinkProps) =>
  leavesApp ? (
    <a href={to} className={look(variant)} draggable={false}>
      {children}
    </a>
  ) : (
    <Link to={to} className={look(variant)} draggable={false}>
      {children}
    </Link>
  );

export const ButtonGroup = ({ children }: { children: ReactNode }) => (
  <div className="govuk-button-group">{children}</div>
);
