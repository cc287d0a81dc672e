import type { ResultOf } from "gql.tada";
import { useState } from "react";
import { Link, useLocation } from "react-router";
import { useUnread } from "../data/unread.ts";
import { signInAddress, type ViewerQuery } from "../data/viewer.ts";
import { useSignOut } from "../features/assessments/saving/use-sign-out.ts";
import { classNames } from "../ui/class-names.ts";
import { Tag } from "../ui/tag.tsx";

type Viewer = ResultOf<typeof ViewerQuery>["viewer"];

const PLACES = [
  { to: "/performance", words: "Performance" },
  { to: "/strategies", words: "Strategies" },
  { to: "/assessments", words: "Assessments" },
  { to: "/actions", words: "Actions" },
  { to: "/impact", words: "Impact" },
  { to: "/forms", words: "Forms" },
] as const;

const FOR_ADMINISTRATORS = [{ to: "/people", words: "People" }] as const;

type Place = (typeof PLACES)[number] | (typeof FOR_ADMINISTRATORS)[number];

const PlaceLink = ({ to, words }: Place) => {
  const { pathname } = useLocation();
  const here = pathname === to || pathname.startsWith(`${to}/`);
  return (
    <li
      className={classNames(
        "govuk-service-navigation__item",
        here && "govuk-service-navigation__item--active",
      )}
    >
      <Link
        className="govuk-service-navigation__link"
        to={to}
        aria-current={here ? (pathname === to ? "page" : "true") : undefined}
      >
        {here ? <strong className="govuk-service-navigation__active-fallback">{words}</strong> : words}
      </Link>
    </li>
  );
};

const Navigation = ({ viewer }: { viewer: Viewer }) => {
  const [open, setOpen] = useState(false);
  const places = viewer?.canManagePeople ? [...PLACES, ...FOR_ADMINISTRATORS] : PLACES;
  return (
    <section aria-label="Service" className="govuk-service-navigation">
      <div className="govuk-width-container">
        <div className="govuk-service-navigation__container">
          <nav aria-label="Menu" className="govuk-service-navigation__wrapper">
            <button
              type="button"
              className="govuk-service-navigation__toggle app-menu-toggle"
              aria-controls="navigation"
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              Menu
            </button>
            <ul
              className={classNames("govuk-service-navigation__list app-menu", open && "app-menu--open")}
              id="navigation"
            >
              {places.map((place) => (
                <PlaceLink key={place.to} {...place} />
              ))}
            </ul>
          </nav>
        </div>
      </div>
    </section>
  );
};

/** Where the reader's notices are, and how many are new. */
const NoticesLink = () => {
  const unread = useUnread(true) ?? 0;
  return (
    <Link to="/notices" className="app-account__link">
      Notices
      {unread > 0 ? (
        <>
          {" "}
          <span className="app-account__count">{unread}</span>
          <span className="govuk-visually-hidden"> new</span>
        </>
      ) : null}
    </Link>
  );
};

const SignOut = ({ person }: { person: string }) => {
  const signOut = useSignOut(person);
  return (
    <form
      method="post"
      action="/auth/sign-out"
      className="app-account__form"
      onSubmit={(event) => void signOut(event)}
    >
      <button type="submit" className="app-account__link">
        Sign out
      </button>
    </form>
  );
};

const Account = ({ viewer }: { viewer: Viewer }) => {
  const { pathname, search } = useLocation();
  if (!viewer) {
    return (
      <a className="app-account__link" href={signInAddress(pathname + search)}>
        Sign in
      </a>
    );
  }
  return (
    <>
      <Link className="app-account__link" to="/search">
        Search
      </Link>
      <span className="app-account__name">
        <span className="govuk-visually-hidden">Signed in as </span>
        {viewer.user.name}
      </span>
      <NoticesLink />
      <SignOut person={viewer.user.id} />
    </>
  );
};

/** example.org is reserved and belongs to nobody: whoever signs in under it is a made-up person. */
const isMadeUp = (viewer: Viewer): boolean => viewer?.email.endsWith("@example.org") ?? false;

const DemoNotice = () => (
  <div className="govuk-width-container">
    <div className="govuk-phase-banner">
      <p className="govuk-phase-banner__content">
        <span className="govuk-phase-banner__content__tag">
          <Tag colour="blue">Demo</Tag>
        </span>
        <span className="govuk-phase-banner__text">
          The people here are made up. The figures come from published papers.
        </span>
      </p>
    </div>
  </div>
);

export const Header = ({ viewer }: { viewer: Viewer }) => (
  <header>
    <div className="govuk-generic-header app-header">
      <div className="govuk-generic-header__container govuk-width-container app-header__row">
        <div className="govuk-generic-header__logo">
          <Link to="/" className="govuk-generic-header__homepage-link app-header__name">
            Due Regard
          </Link>
        </div>
        <div className="app-account">
          <Account viewer={viewer} />
        </div>
      </div>
    </div>
    <Navigation viewer={viewer} />
    {isMadeUp(viewer) ? <DemoNotice /> : null}
  </header>
);
