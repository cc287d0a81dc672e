import { judgementOf, PROGRESS } from "../words.ts";
import type { DashboardChange, Shown } from "./types.ts";

/** One thing that a row shows, before a write and after it, in words. */
export interface AspectChange {
  aspect: string;
  before: string;
  after: string;
  changed: boolean;
}

const suggestionOf = ({ rating }: Shown): string => {
  const suggested = rating.suggested ?? rating.suggestedComparison;
  return `${suggested === null ? "None" : judgementOf(suggested).words}. ${rating.suggestedReason}`;
};

const standingOf = ({ rating }: Shown): string => {
  const { words } = judgementOf(rating.effective);
  if (rating.judgedAt !== null) return `${words}, judged by an officer: ${rating.reason}`;
  return rating.effective === null ? words : `${words}, as suggested: nobody has judged it`;
};

const commentaryOf = ({ commentary }: Shown): string =>
  commentary
    .map(({ author, data, review, action }) =>
      [author.name, data && `Data: ${data}`, review && `Review: ${review}`, action && `Action: ${action}`]
        .filter(Boolean)
        .join("\n"),
    )
    .join("\n\n") || "None";

const withNote = (words: string | undefined, note: string | null | undefined, none: string): string =>
  words === undefined ? none : [words, note].filter(Boolean).join("\n");

/** What a row shows, aspect by aspect. `always`: said even when it stays, because it is what a figure is judged by. */
const ASPECTS: readonly { aspect: string; always: boolean; read: (row: Shown) => string }[] = [
  {
    aspect: "Figure",
    always: false,
    read: ({ current }) => withNote(current?.display, current?.note, "No figure"),
  },
  {
    aspect: "Target",
    always: false,
    read: ({ target }) => withNote(target?.display, target?.note, "None"),
  },
  { aspect: "Suggested rating", always: true, read: suggestionOf },
  { aspect: "Rating that stands", always: true, read: standingOf },
  {
    aspect: "Progress",
    always: true,
    read: ({ progress }) =>
      progress ? `${PROGRESS[progress.comparison].words} ${progress.basis}` : "Not compared",
  },
  { aspect: "Commentary", always: false, read: commentaryOf },
];

/** What changes in a row, and what stays of that by which it is judged. */
export const aspectsOf = ({ before, after }: DashboardChange["rows"][number]): AspectChange[] =>
  ASPECTS.map(({ aspect, always, read }) => {
    const [was, becomes] = [read(before), read(after)];
    return { aspect, before: was, after: becomes, changed: was !== becomes, always };
  })
    .filter(({ changed, always }) => changed || always)
    .map(({ always: _, ...change }) => change);
