import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { classNames } from "../class-names.ts";
import { formatTime } from "../format/dates.ts";
import type { SaveState } from "../../data/saving/autosave.ts";

interface PlaceState {
  state: SaveState;
  savedAt: string | null;
}

/** Gathers how every answer of the page stands, so that one line can say it for all. */
interface Board {
  report: (place: string, state: PlaceState) => void;
  forget: (place: string) => void;
  subscribe: (listener: () => void) => () => void;
  read: () => BoardSummary;
}

export interface BoardSummary {
  state: SaveState;
  savedAt: string | null;
}

/** Worst first: the line speaks of what needs the person most. */
const URGENCY: readonly SaveState[] = [
  "CONFLICT",
  "REFUSED",
  "SIGNED_OUT",
  "OFFLINE",
  "SAVING",
  "WAITING",
  "SAVED",
  "CLEAN",
];

export const summarise = (states: readonly PlaceState[]): BoardSummary => {
  const state = URGENCY.find((each) => states.some((place) => place.state === each)) ?? "CLEAN";
  const times = states.flatMap(({ savedAt }) => (savedAt ? [savedAt] : [])).sort();
  return { state, savedAt: times.at(-1) ?? null };
};

const createBoard = (): Board => {
  const places = new Map<string, PlaceState>();
  const listeners = new Set<() => void>();
  let summary = summarise([]);
  const changed = () => {
    const next = summarise([...places.values()]);
    if (next.state === summary.state && next.savedAt === summary.savedAt) return;
    summary = next;
    for (const listener of listeners) listener();
  };
  return {
    report: (place, state) => {
      places.set(place, state);
      changed();
    },
    forget: (place) => {
      places.delete(place);
      changed();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: () => summary,
  };
};

const BoardContext = createContext<Board>(createBoard());

export const SaveBoard = ({ children }: { children: ReactNode }) => {
  const [board] = useState(createBoard);
  return <BoardContext value={board}>{children}</BoardContext>;
};

/** Puts the state of one answer on the page's board for as long as the answer is on the page. */
export const useReport = (place: string, state: SaveState, savedAt: string | null) => {
  const board = useContext(BoardContext);
  useEffect(() => board.report(place, { state, savedAt }), [board, place, state, savedAt]);
  useEffect(() => () => board.forget(place), [board, place]);
};

export const useBoardSummary = (): BoardSummary => {
  const board = useContext(BoardContext);
  return useSyncExternalStore(board.subscribe, board.read);
};

const LINES: Record<SaveState, (savedAt: string | null) => string> = {
  CLEAN: () => "Your answers are saved as you write them",
  WAITING: () => "Saving…",
  SAVING: () => "Saving…",
  SAVED: (savedAt) => (savedAt ? `Saved at ${formatTime(savedAt)}` : "Saved"),
  OFFLINE: () => "Not saved yet. What you wrote is kept in this browser; we keep trying to send it",
  SIGNED_OUT: () =>
    "Not saved yet: you have been signed out. Sign in again in another tab. What you wrote is kept in this browser",
  CONFLICT: () => "Not saved yet. Somebody else changed an answer: choose which text should stand",
  REFUSED: () => "Not saved. See what is said beside the answer",
};

/** The one line of the page that says how saving goes. Only its news is read out, not each "Saving…". */
export const SaveLine = () => {
  const { state, savedAt } = useBoardSummary();
  const words = LINES[state](savedAt);
  const trouble = ["OFFLINE", "SIGNED_OUT", "CONFLICT", "REFUSED"].includes(state);
  const news = state === "SAVED" || trouble ? words : "";
  return (
    <div className={classNames("app-save-line", trouble && "app-save-line--trouble")}>
      <span aria-hidden="true">{words}</span>
      <span className="govuk-visually-hidden" role="status">
        {news}
      </span>
    </div>
  );
};
