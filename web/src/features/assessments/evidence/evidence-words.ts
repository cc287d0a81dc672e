import type { TagColour } from "../../../ui/tag.tsx";
import type { Evidence } from "../types.ts";

export const KIND_WORDS: Record<Evidence["kind"], string> = {
  OBSERVATION: "Figure",
  STRATEGY_ELEMENT: "Part of a plan",
  DELIVERY_ACTION: "A plan’s delivery action",
  LINK: "Web page",
  FILE: "File",
};

interface StateWords {
  words: string;
  colour: TagColour;
}

export const CHANGED: StateWords = { words: "Changed since cited", colour: "orange" };

export const FILE_STATES: Record<"QUARANTINED" | "REFUSED", StateWords> = {
  QUARANTINED: { words: "Waits for the virus scanner", colour: "yellow" },
  REFUSED: { words: "Refused by the virus scanner", colour: "red" },
};

/** What a reader should know of a citation before they rely on it. Null: it stands as it was cited. */
export const stateOf = ({
  file,
  changedSincePinned,
}: Pick<Evidence, "changedSincePinned"> & {
  file: Pick<NonNullable<Evidence["file"]>, "state"> | null;
}): StateWords | null => {
  if (file && file.state !== "AVAILABLE") return FILE_STATES[file.state];
  return changedSincePinned ? CHANGED : null;
};

/** What a citation is called where it is one of several: “Download …”, “Remove …”. */
export const nameOf = ({ pinned }: { pinned: Pick<Evidence["pinned"], "title"> }): string => pinned.title;

/** So much of a hash tells one from another at a glance. */
const SHOWN = 12;
export const shortHash = (hash: string): string => `${hash.slice(0, SHOWN)}…`;

export const countPieces = (count: number): string =>
  count === 1 ? "1 piece of evidence" : `${count} pieces of evidence`;
