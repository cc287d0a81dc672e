import { useState } from "react";
import { listLeftovers } from "../../../data/keep.ts";
import { AppLink } from "../../../ui/app-link.tsx";
import { NotificationBanner } from "../../../ui/banners.tsx";

/** Text of an earlier visit that never reached the server. Opening its page shows it and sends it. */
export const UnsavedNotice = ({ person, reference }: { person: string; reference: string }) => {
  const [leftovers] = useState(() => listLeftovers(person, reference));
  if (leftovers.length === 0) return null;
  return (
    <NotificationBanner>
      <p className="govuk-notification-banner__heading">
        This browser holds text that is not saved yet. Open each of these to save it:
      </p>
      <ul className="govuk-list">
        {leftovers.map(({ place, label, address }) => (
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
