import type { TagColour } from "../../../ui/tag.tsx";
import type { Change, ImportState, RowProblem } from "./types.ts";

interface StateWords {
  /** In lists. */
  words: string;
  colour: TagColour;
  /** The heading of its page. */
  title: string;
}

export const STATE: Record<ImportState, StateWords> = {
  READING: { words: "Being read", colour: "blue", title: "Reading the file" },
  UPLOADED: { words: "Not checked yet", colour: "grey", title: "Say what the columns hold" },
  CHECKING: { words: "Being checked", colour: "blue", title: "Checking every row" },
  CHECKED: { words: "Checked, not recorded", colour: "yellow", title: "What this file would change" },
  COMMITTING: { words: "Being recorded", colour: "blue", title: "Recording the figures" },
  COMMITTED: { words: "Recorded", colour: "green", title: "Import recorded" },
  UNDOING: { words: "Being undone", colour: "blue", title: "Undoing the import" },
  UNDONE: { words: "Undone", colour: "purple", title: "Import undone" },
  FAILED: { words: "Failed", colour: "red", title: "This file could not be imported" },
  EXPIRED: { words: "Not kept", colour: "grey", title: "This file is no longer kept" },
};

export const WEIGHT: Record<RowProblem["weight"], { words: string; colour: TagColour }> = {
  BLOCKS: { words: "Stops the row", colour: "red" },
  WARNS: { words: "To look at", colour: "yellow" },
};

export const OUTCOME: Record<Change["outcome"], string> = {
  NEW: "New",
  REVISED: "Revised",
  SAME: "Same",
};

/** “1 figure”, “1,204 figures”. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
