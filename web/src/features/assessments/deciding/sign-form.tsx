import type { FormEvent } from "react";
import { signInAgainAddress } from "../../../data/viewer.ts";
import { InsetText, NotificationBanner, WarningText } from "../../../ui/banners.tsx";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { formatTime } from "../../../ui/format/dates.ts";
import type { Signing } from "../types.ts";
import { TRANSITION_BUTTON } from "./transition-button.ts";
import type { SigningState } from "./use-signing.ts";

interface SignFormProps {
  assessment: Signing;
  signing: SigningState;
  button: string;
  busy: boolean;
  /** True when the server has just said that the sign-in is too old. */
  stale: boolean;
  error: string | undefined;
  onSign: () => void;
}

export const CONFIRM_FIELD = "confirm";
export const SIGN_IN_FIELD = "sign-in-again";
const SIGNATURE = "signature";

/** Which elements of the form the signature says are complete. */
const Elements = ({ assessment }: { assessment: Signing }) => (
  <ul className="govuk-list govuk-list--bullet">
    {assessment.signingElements.map(({ stage, title, complete }) => (
      <li key={stage}>
        {title}:{" "}
        {complete ? "complete, and part of what you sign" : "not asked for, and not part of what you sign"}
      </li>
    ))}
  </ul>
);

/** A link rather than a button: it leads to another page, and from there back here. */
const SignInAgain = ({ signing }: { signing: SigningState }) => (
  <>
    <InsetText>
      To sign, you must have signed in within the last 5 minutes, so that we know it is you. You come back to
      this page, and what you ticked stays.
    </InsetText>
    <a
      id={SIGN_IN_FIELD}
      className="govuk-button"
      href={signInAgainAddress(location.pathname)}
      draggable={false}
      onClick={signing.leave}
    >
      Sign in again
    </a>
  </>
);

/** What somebody reads who comes back from signing in. */
export const BackFromSignIn = ({ signing }: { signing: SigningState }) =>
  signing.isBack && signing.maySignUntil ? (
    <NotificationBanner success>
      <p className="govuk-notification-banner__heading">
        You have signed in again. You can sign until {formatTime(signing.maySignUntil)}.{" "}
        <a className="govuk-notification-banner__link" href={`#${SIGNATURE}`}>
          Go to your signature
        </a>
      </p>
    </NotificationBanner>
  ) : null;

/** The statement, what exactly it covers, the box to tick, and the way to a fresh sign-in. */
export const SignForm = ({ assessment, signing, button, busy, stale, error, onSign }: SignFormProps) => {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onSign();
  };
  const isFresh = signing.maySignUntil !== null && !stale;
  return (
    <form onSubmit={submit} noValidate id={SIGNATURE} tabIndex={-1}>
      {signing.changedMeanwhile ? (
        <WarningText>It was changed after you ticked the box. Read it again before you sign it.</WarningText>
      ) : null}
      <p className="govuk-body">You sign these words:</p>
      <blockquote className="app-statement">{assessment.signingStatement}</blockquote>
      <Elements assessment={assessment} />
      <p className="govuk-body">
        Your signature covers exactly what this page shows. Its fingerprint is{" "}
        <span className="app-hash">{assessment.contentHash}</span>. If one letter changes, the fingerprint
        changes too.
      </p>
      <Checkbox
        id={CONFIRM_FIELD}
        label="I have read what is shown here and I sign it"
        error={error}
        checked={signing.confirmed}
        onChange={signing.confirm}
      />
      {isFresh ? (
        <Button id={TRANSITION_BUTTON} busy={busy}>
          {button}
        </Button>
      ) : (
        <SignInAgain signing={signing} />
      )}
    </form>
  );
};
