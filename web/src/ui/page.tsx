import { createContext, type ReactNode, useContext, useEffect, useRef } from "react";
import { useLocation } from "react-router";
import { ErrorSummary, type FieldError } from "./error-summary.tsx";
import { goToField } from "./go-to-field.ts";
import { Breadcrumbs, type Crumb } from "./navigation.tsx";

const SERVICE = "Due Regard";

/** True once the reader has moved inside the application: the first page keeps the browser's own focus. */
export const MovedContext = createContext(false);

interface PageHeadingProps {
  children: ReactNode;
  caption?: ReactNode;
  className?: string | undefined;
  /** True where a list of errors stands above it: that takes the focus. */
  yields?: boolean | undefined;
}

/**
 * The page's one h1. It takes focus after a move to another address, so that a screen reader starts there; unless the address
 * names a field of the page, which then takes it.
 */
export const PageHeading = ({ children, caption, className, yields }: PageHeadingProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useContext(MovedContext);
  const { pathname, hash } = useLocation();
  useEffect(() => {
    if (hash !== "" && goToField(hash.slice(1))) return;
    if (moved && !yields) heading.current?.focus({ preventScroll: true });
  }, [pathname, hash]);
  return (
    <h1 className={className ?? "govuk-heading-l"} ref={heading} tabIndex={-1}>
      {caption ? <span className="govuk-caption-l">{caption}</span> : null}
      {children}
    </h1>
  );
};

interface PageProps {
  /** What the page is called in the browser's tab; the heading too, unless one is given. */
  title: string;
  caption?: ReactNode;
  heading?: ReactNode;
  crumbs?: readonly Crumb[] | undefined;
  /** What must be put right. While there is any, the title starts with "Error: ". */
  errors?: readonly FieldError[] | undefined;
  /** What the list of errors is headed with. Default: that there is a problem. */
  errorTitle?: string | undefined;
  /** Errors that show at their fields alone: they change the title, but no summary takes the focus from whoever types. */
  quietErrors?: boolean | undefined;
  banner?: ReactNode;
  children: ReactNode;
}

const NONE: readonly FieldError[] = [];

export const Page = ({
  title,
  caption,
  heading,
  crumbs,
  errors = NONE,
  errorTitle,
  quietErrors,
  banner,
  children,
}: PageProps) => (
  <>
    <title>{`${errors.length > 0 || quietErrors ? "Error: " : ""}${title} - ${SERVICE}`}</title>
    {crumbs ? <Breadcrumbs crumbs={crumbs} /> : null}
    <main className="govuk-main-wrapper" id="main-content" tabIndex={-1}>
      <ErrorSummary errors={errors} title={errorTitle} />
      {banner}
      {heading ?? (
        <PageHeading caption={caption} yields={errors.length > 0}>
          {title}
        </PageHeading>
      )}
      {children}
    </main>
  </>
);
