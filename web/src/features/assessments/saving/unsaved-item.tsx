import { useState } from "react";
import { AppLink } from "../../../ui/app-link.tsx";
import { LinkButton } from "../../../ui/button.tsx";
import { ConflictChoice } from "../../../ui/conflict-choice.tsx";
import { formatInstant } from "../../../ui/format/dates.ts";
import { textOf } from "./download-text.ts";
import { KEPT_IN_HISTORY } from "./kept-in-history.ts";
import { kindNamed } from "./kinds/registry.ts";
import type { Connection, Outbox } from "./outbox.ts";
import { messageOf, type SaveState, stateOf, theirsOf } from "./save-state.ts";
import type { Slot } from "./slot.ts";

const STATES: Record<SaveState, string> = {
  CLEAN: "Saved",
  SAVED: "Saved",
  WAITING: "Being saved",
  SAVING: "Being saved",
  HELD: "Begun and not saved: open the page to save it",
  OFFLINE: "Waits until the server can be reached",
  SIGNED_OUT: "Waits until you sign in again",
  BROKEN: "Something went wrong here; we keep trying",
  CONFLICT: "Somebody else changed this while you were writing",
  REFUSED: "Can’t be saved as it stands",
  CLOSED: "The assessment takes no more changes from you",
};

const RETRIED: readonly SaveState[] = ["OFFLINE", "SIGNED_OUT", "BROKEN", "REFUSED", "CLOSED"];

/** Puts a text into the clipboard, and says whether that worked: some browsers and councils do not allow it. */
const CopyButton = ({ text, label }: { text: string; label: string }) => {
  const [said, setSaid] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid("Copied.");
    } catch {
      setSaid("This browser does not let us copy: select the text and copy it yourself.");
    }
  };
  return (
    <>
      <LinkButton onClick={() => void copy()} hiddenText={label}>
        Copy this text
      </LinkButton>
      <span role="status">{said}</span>
    </>
  );
};

/** Throwing a text away takes a second press, which says what it does. */
const DeleteButton = ({ onDelete, label }: { onDelete: () => void; label: string }) => {
  const [isAsked, setAsked] = useState(false);
  return isAsked ? (
    <LinkButton onClick={onDelete} hiddenText={label}>
      Yes, delete it for good
    </LinkButton>
  ) : (
    <LinkButton onClick={() => setAsked(true)} hiddenText={label}>
      Delete this text
    </LinkButton>
  );
};

interface UnsavedItemProps {
  slot: Slot;
  connection: Connection;
  outbox: Outbox;
}

/** One unsaved answer: what it says, why it is not saved, and what can be done. */
export const UnsavedItem = ({ slot, connection, outbox }: UnsavedItemProps) => {
  const { id, label, page, address, cell, choices } = slot;
  const state = stateOf(slot, connection);
  const message = messageOf(slot);
  const theirs = theirsOf(cell);
  const text = textOf(slot);
  return (
    <section className="app-unsaved">
      <h2 className="govuk-heading-m">{label}</h2>
      <p className="govuk-hint">
        {address.reference}
        {slot.writtenAt ? `, written on ${formatInstant(slot.writtenAt)}` : ""}
      </p>
      <p className="govuk-body">
        <strong>{STATES[state]}.</strong> {message}
      </p>
      {theirs ? (
        <ConflictChoice
          mine={cell.value}
          theirs={theirs.value}
          base={cell.base.value}
          pieces={kindNamed(slot.kind).pieces(choices)}
          note={KEPT_IN_HISTORY}
          onChoose={(value) => outbox.settle(id, value)}
        />
      ) : (
        <blockquote className="app-unsaved__text app-text">{text || "Nothing: you emptied it"}</blockquote>
      )}
      <div className="app-unsaved__acts">
        <AppLink to={page} hiddenText={label}>
          Open the page
        </AppLink>
        {RETRIED.includes(state) ? (
          <LinkButton onClick={() => outbox.retry(id)} hiddenText={label}>
            Try again
          </LinkButton>
        ) : null}
        <CopyButton text={text} label={label} />
        <DeleteButton onDelete={() => outbox.discard(id)} label={label} />
      </div>
    </section>
  );
};
