import { type ReactNode, useEffect, useId, useRef } from "react";

interface NotificationBannerProps {
  title?: string | undefined;
  /** Success takes focus and is read out at once; the other kind is a landmark that waits to be found. */
  success?: boolean | undefined;
  children: ReactNode;
}

export const NotificationBanner = ({ title, success, children }: NotificationBannerProps) => {
  const id = useId();
  const banner = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (success) banner.current?.focus();
  }, [success]);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: either of its roles takes a name
    <div
      ref={banner}
      className={
        success ? "govuk-notification-banner govuk-notification-banner--success" : "govuk-notification-banner"
      }
      role={success ? "alert" : "region"}
      aria-labelledby={id}
      tabIndex={success ? -1 : undefined}
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id={id}>
          {title ?? (success ? "Success" : "Important")}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">{children}</div>
    </div>
  );
};

export const WarningText = ({ children }: { children: ReactNode }) => (
  <div className="govuk-warning-text">
    <span className="govuk-warning-text__icon" aria-hidden="true">
      !
    </span>
    <strong className="govuk-warning-text__text">
      <span className="govuk-visually-hidden">Warning</span>
      {children}
    </strong>
  </div>
);

export const InsetText = ({ children }: { children: ReactNode }) => (
  <div className="govuk-inset-text">{children}</div>
);

export const Panel = ({ title, children }: { title: ReactNode; children: ReactNode }) => (
  <div className="govuk-panel govuk-panel--confirmation">
    {title}
    <div className="govuk-panel__body">{children}</div>
  </div>
);
