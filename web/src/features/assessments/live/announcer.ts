/** Milliseconds between two announcements: people who listen are writing meanwhile. */
export const ANNOUNCE_EVERY = 10_000;
/** So many sentences at once are heard; of more, only how many there were. */
const MOST_AT_ONCE = 3;

export interface Announcer {
  say: (sentence: string) => void;
  subscribe: (listener: () => void) => () => void;
  read: () => string;
  clear: () => void;
}

const inOne = (sentences: readonly string[]): string =>
  sentences.length <= MOST_AT_ONCE
    ? sentences.join(" ")
    : `${sentences.slice(0, MOST_AT_ONCE).join(" ")} And ${sentences.length - MOST_AT_ONCE} more changes.`;

/** Gathers sentences for a polite live region: the first at once, then whatever came in ten seconds together, each but once. */
export const createAnnouncer = (): Announcer => {
  const listeners = new Set<() => void>();
  let waiting: string[] = [];
  let shown = "";
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (words: string) => {
    shown = words;
    for (const listener of listeners) listener();
  };
  const flush = () => {
    timer = undefined;
    if (waiting.length === 0) return show("");
    const sentences = waiting;
    waiting = [];
    show(inOne(sentences));
    timer = setTimeout(flush, ANNOUNCE_EVERY);
  };
  return {
    say: (sentence) => {
      if (!waiting.includes(sentence)) waiting.push(sentence);
      if (timer === undefined) flush();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: () => shown,
    clear: () => {
      clearTimeout(timer);
      timer = undefined;
      waiting = [];
      show("");
    },
  };
};
