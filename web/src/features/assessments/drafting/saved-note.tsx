import { useContext } from "react";
import { formatTime } from "../../../ui/format/dates.ts";
import { isTrouble, type SaveState } from "../saving/save-state.ts";
import { DraftPlaceContext } from "./draft-place.ts";

const WORDS: Record<SaveState, (savedAt: string | null) => string> = {
  CLEAN: () => "",
  HELD: () => "",
  WAITING: () => "Not saved yet",
  SAVING: () => "Saving…",
  SAVED: (savedAt) => (savedAt ? `Saved at ${formatTime(savedAt)}` : "Saved"),
  OFFLINE: () => "Not saved yet: trying again",
  SIGNED_OUT: () => "Not saved yet: sign in again",
  BROKEN: () => "Not saved yet: trying again",
  CONFLICT: () => "Not saved yet: choose below",
  REFUSED: () => "Not saved",
  CLOSED: () => "Not saved: closed",
};

/** How saving this one answer goes. For the eye: the page's save line says it to those who listen. */
export const SavedNote = ({ state, savedAt }: { state: SaveState; savedAt: string | null }) => {
  const isTryOut = useContext(DraftPlaceContext)?.isTryOut ?? false;
  return isTryOut ? null : (
    <p className={isTrouble(state) ? "app-saved app-saved--waiting" : "app-saved"} aria-hidden="true">
      {WORDS[state](savedAt)}
    </p>
  );
};
