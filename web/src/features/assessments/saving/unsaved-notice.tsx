import { useEffect, useRef } from "react";
import { useLocation } from "react-router";
import { signInAddress } from "../../../data/viewer.ts";
import { AppLink } from "../../../ui/app-link.tsx";
import { NotificationBanner } from "../../../ui/banners.tsx";
import { countAnswers } from "./amounts.ts";
import { countEntries } from "./entry-store.ts";
import { useIsLineShown } from "./line-shown.ts";
import type { OutboxState } from "./outbox.ts";
import { isTrouble, type SaveState, stateOf, URGENCY } from "./save-state.ts";
import { isSlotUnsaved, type Slot } from "./slot.ts";
import { UNSAVED_ADDRESS } from "./unsaved-address.ts";
import { useOutbox, useOutboxState } from "./use-outbox.ts";

/** What is said of answers that a moment will save, when they are of an earlier visit. */
const SENDING = "They are being saved now.";

const REASONS: Partial<Record<SaveState, string>> = {
  OFFLINE: "The server can’t be reached. They are kept in this browser and sent as soon as it can.",
  SIGNED_OUT: "You have been signed out. They are kept in this browser and sent once you sign in again.",
  BROKEN: "Something went wrong here. They are kept in this browser, and we keep trying.",
  CONFLICT: "Somebody else changed an answer while you were writing. Choose which text should stand.",
  REFUSED: "Something has to be put right before they can be saved.",
  CLOSED: "An assessment takes no more changes. What you wrote is kept in this browser: copy what you need.",
  HELD: "You began to write something and did not save it.",
};

/** Answers that the person should hear of: not those that are typed and saved in the ordinary way. */
const notable = ({ slots, connection }: OutboxState): { slot: Slot; state: SaveState }[] =>
  slots
    .filter(isSlotUnsaved)
    .map((slot) => ({ slot, state: stateOf(slot, connection) }))
    .filter(({ slot, state }) => slot.isEarlier || isTrouble(state) || state === "HELD");

const Links = ({ slots }: { slots: readonly Pick<Slot, "id" | "label" | "page">[] }) => (
  <ul className="govuk-list">
    {slots.slice(0, 5).map(({ id, label, page }) => (
      <li key={id}>
        <AppLink to={page} className="govuk-notification-banner__link">
          {label}
        </AppLink>
      </li>
    ))}
  </ul>
);

const Unsaved = ({ state }: { state: OutboxState }) => {
  const { pathname } = useLocation();
  const found = notable(state);
  if (found.length === 0) return null;
  const worst = URGENCY.find((each) => found.some((one) => one.state === each)) ?? "WAITING";
  const count =
    found.length === 1 ? "1 answer is not saved yet" : `${countAnswers(found.length)} are not saved yet`;
  return (
    <NotificationBanner>
      <p className="govuk-notification-banner__heading" role="status">
        {count}
      </p>
      <p className="govuk-body">{REASONS[worst] ?? SENDING}</p>
      <Links slots={found.map(({ slot }) => slot)} />
      <p className="govuk-body">
        {worst === "SIGNED_OUT" ? (
          <>
            <a className="govuk-link" href={signInAddress(pathname)}>
              Sign in again
            </a>{" "}
          </>
        ) : null}
        <AppLink to={UNSAVED_ADDRESS}>See what is not saved</AppLink>
      </p>
    </NotificationBanner>
  );
};

const SavedLater = ({ state, onLeave }: { state: OutboxState; onLeave: () => void }) => {
  const { pathname } = useLocation();
  const first = useRef(pathname);
  useEffect(() => {
    if (pathname !== first.current) onLeave();
    first.current = pathname;
  }, [pathname]);
  const { savedLater } = state;
  if (savedLater.length === 0) return null;
  return (
    <NotificationBanner title="Saved">
      <p className="govuk-notification-banner__heading" role="status">
        What you wrote earlier is saved now: {countAnswers(savedLater.length)}
      </p>
      <Links slots={savedLater} />
    </NotificationBanner>
  );
};

const ForPerson = ({ person }: { person: string }) => {
  const outbox = useOutbox(person);
  const state = useOutboxState(outbox);
  const { pathname } = useLocation();
  const isElsewhere = useIsLineShown() || pathname === UNSAVED_ADDRESS;
  return (
    <>
      <SavedLater state={state} onLeave={outbox.forgetSaved} />
      {isElsewhere ? null : <Unsaved state={state} />}
    </>
  );
};

/** To somebody who is not signed in: neither whose text it is nor what it is about. */
const ForNobody = () => {
  const { pathname, search } = useLocation();
  const count = countEntries();
  if (count === 0) return null;
  return (
    <NotificationBanner>
      <p className="govuk-notification-banner__heading">
        This browser holds {countAnswers(count)} not saved yet
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={signInAddress(pathname + search)}>
          Sign in
        </a>{" "}
        as the person who wrote {count === 1 ? "it" : "them"}, and {count === 1 ? "it is" : "they are"} sent.
      </p>
    </NotificationBanner>
  );
};

/** Above every page: what the person wrote and the server has not got. */
export const UnsavedNotice = ({ person }: { person: string | null }) => (
  <div className="govuk-width-container app-unsaved-notice">
    {person === null ? <ForNobody /> : <ForPerson person={person} />}
  </div>
);
