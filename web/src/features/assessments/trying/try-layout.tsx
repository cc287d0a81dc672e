import { Outlet, useParams } from "react-router";
import { Provider, useClient } from "urql";
import { createLoad } from "../../../data/load.ts";
import { AppLink } from "../../../ui/app-link.tsx";
import { NotificationBanner } from "../../../ui/banners.tsx";
import { DraftPlaceContext } from "../drafting/draft-place.ts";
import { formPlace, readTriedForm, trialOf, tryPlace } from "./tried-form.ts";

/** Around every page of a form that is tried out: the pages are those of a draft, and what they save stays here. */
export const TryLayout = () => {
  const form = readTriedForm(useParams());
  const client = useClient();
  if (form === null) return null;
  const { to } = formPlace(form);
  return (
    <Provider value={trialOf(form, createLoad(client)).client}>
      <DraftPlaceContext value={tryPlace(form)}>
        <NotificationBanner title="Trying it out">
          <p className="govuk-body govuk-!-margin-bottom-0">
            This is the form as officers meet it. Nothing that you write here is stored: it is gone once you
            close or reload the page.{" "}
            <AppLink to={to} className="govuk-notification-banner__link">
              {form.version === null ? "Back to the draft" : "Back to this version"}
            </AppLink>
          </p>
        </NotificationBanner>
        <Outlet />
      </DraftPlaceContext>
    </Provider>
  );
};
