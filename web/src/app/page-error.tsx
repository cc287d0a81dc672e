import { isRouteErrorResponse, useLocation, useRouteError } from "react-router";
import { LoadFailure } from "../data/load.ts";
import { isSignedOut, referenceOf, tooOften } from "../data/outcome.ts";
import { signInAddress } from "../data/viewer.ts";
import { ButtonLink, LinkButton } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";

/** Also for what the reader may not see: the two look the same. */
export const MissingPage = () => (
  <Page title="Page not found">
    <p className="govuk-body">If you typed the address, check that it is correct.</p>
    <p className="govuk-body">If you pasted it, check that you copied all of it.</p>
    <p className="govuk-body">
      You may also see this if the page is for people of another department. Ask whoever sent you the link.
    </p>
  </Page>
);

const UnreachablePage = () => (
  <Page title="The server can't be reached">
    <p className="govuk-body">Check your connection, then load the page again.</p>
    <p className="govuk-body">
      Anything you wrote that was not saved yet is kept in this browser. It is sent once the server can be
      reached and any page here is open.
    </p>
    <p className="govuk-body">
      <LinkButton onClick={() => location.reload()}>Load the page again</LinkButton>
    </p>
  </Page>
);

const BrokenPage = ({ reference }: { reference: string | null }) => (
  <Page title="Sorry, something went wrong">
    <p className="govuk-body">The fault is ours, and it has been recorded. Try again in a few minutes.</p>
    <p className="govuk-body">Anything that was shown as saved is safe.</p>
    {reference ? (
      <p className="govuk-body">
        If you ask for help, quote this number: <strong>{reference}</strong>
      </p>
    ) : null}
  </Page>
);

const TooOftenPage = ({ words }: { words: string }) => (
  <Page title="You have asked for a lot in a short time">
    <p className="govuk-body">{words}</p>
    <p className="govuk-body">Anything you wrote is kept in this browser until it is saved.</p>
    <p className="govuk-body">
      <LinkButton onClick={() => location.reload()}>Load the page again</LinkButton>
    </p>
  </Page>
);

const SignedOutPage = () => {
  const { pathname, search } = useLocation();
  return (
    <Page title="You have been signed out">
      <p className="govuk-body">
        Sign in again to go on. Anything you wrote that was not saved yet is kept in this browser.
      </p>
      <ButtonLink to={signInAddress(pathname + search)} leavesApp>
        Sign in
      </ButtonLink>
    </Page>
  );
};

const isOutdatedPart = (error: unknown): boolean =>
  error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);

/** Whatever stops a page from being shown, inside the layout. */
export const PageError = () => {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <MissingPage />;
  if (error instanceof LoadFailure && isSignedOut(error.combined)) return <SignedOutPage />;
  const often = error instanceof LoadFailure ? tooOften(error.combined) : null;
  if (often !== null) return <TooOftenPage words={often} />;
  if (error instanceof LoadFailure && error.combined.networkError) return <UnreachablePage />;
  if (isOutdatedPart(error)) return <UnreachablePage />;
  return <BrokenPage reference={error instanceof LoadFailure ? referenceOf(error.combined) : null} />;
};

/** When not even the layout has its data. */
export const RootError = () => (
  <>
    <a href="#main-content" className="govuk-skip-link">
      Skip to main content
    </a>
    <Header viewer={null} />
    <div className="govuk-width-container app-body">
      <PageError />
    </div>
    <Footer />
  </>
);
