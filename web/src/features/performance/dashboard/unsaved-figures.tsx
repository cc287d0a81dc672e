import { useState } from "react";
import { useLocation } from "react-router";
import { listLeftovers } from "../../../data/keep.ts";
import { AppLink } from "../../../ui/app-link.tsx";
import { NotificationBanner } from "../../../ui/banners.tsx";

interface UnsavedFiguresProps {
  person: string;
  organisation: string;
}

/** What this person typed into a row's forms and never saved. Opening it brings it back. */
export const UnsavedFigures = ({ person, organisation }: UnsavedFiguresProps) => {
  const { pathname, search } = useLocation();
  const [leftovers] = useState(() => listLeftovers(person, `figures:${organisation}`));
  const elsewhere = leftovers.filter(({ address }) => address !== pathname + search);
  if (elsewhere.length === 0) return null;
  return (
    <NotificationBanner>
      <p className="govuk-notification-banner__heading">
        This browser holds changes that are not saved yet. Open each of these to save or discard it:
      </p>
      <ul className="govuk-list">
        {elsewhere.map(({ place, label, address }) => (
          <li key={place}>
            <AppLink to={address} className="govuk-notification-banner__link">
              {label}
            </AppLink>
          </li>
        ))}
      </ul>
    </NotificationBanner>
  );
};
