import type { Told } from "./operations.ts";

/** Somebody else who has the draft open; in several tabs they are one. */
export interface Other {
  id: string;
  name: string;
  /** Where they write; null: they read. */
  place: string | null;
  /** The place in words. */
  label: string | null;
}

/** The latest that somebody else saved in one place. */
export interface News {
  name: string;
  /** When it was saved: an ISO instant. */
  at: string;
  /** When this tab heard of it, by its own clock. */
  heardAt: number;
}

/** The latest that somebody else did with the evidence of one place. */
export interface EvidenceNews extends News {
  /** In words: "cited evidence". */
  did: string;
}

export interface LiveState {
  others: readonly Other[];
  news: ReadonlyMap<string, News>;
  /** By place; of what is cited for the whole assessment, by {@link WHOLE}. */
  evidence: ReadonlyMap<string, EvidenceNews>;
}

/** Where evidence stands that is cited for no one question. */
export const WHOLE = "assessment";

/** A stream that was asked for: what it brings, and how it ended. */
export interface StreamSink {
  next: (told: Told) => void;
  /** REFUSED: not here, not for this person, or signed out. BROKEN: the connection, or the server; trying again may help. */
  end: (how: "REFUSED" | "BROKEN") => void;
}

export interface LiveOptions {
  /** Id of the person at this page. */
  person: string;
  open: (sink: StreamSink) => () => void;
  /** Tells the server where this tab writes. */
  showPlace: (place: string | null) => void;
  /** Reads the draft anew. */
  refresh: () => void;
  /** Whether this tab has the draft with this version of a place, or a newer one. */
  isKnown: (place: string, version: number) => boolean;
  /** Something that listeners should hear of, in a sentence. */
  announce: (sentence: string) => void;
}

export interface LiveLink {
  subscribe: (listener: () => void) => () => void;
  read: () => LiveState;
  start: () => void;
  stop: () => void;
  /** Where this tab writes now; null: nowhere. */
  writeAt: (place: string | null) => void;
  /** The connection may have come back: try at once. */
  wake: () => void;
}

/** Milliseconds between tries while there is no stream; the last one repeats. */
export const LIVE_RETRIES = [1_000, 3_000, 10_000, 30_000, 60_000] as const;
/** Changes that come this close together are read together, in milliseconds. */
export const GATHER_MS = 250;
/** How long a tab is given to learn of its own save before it counts as another tab's, in milliseconds. */
export const OWN_SAVE_MS = 1_500;
/** Moves between fields are told at most this often, in milliseconds. */
export const PLACE_MS = 800;

export const NOTHING: LiveState = { others: [], news: new Map(), evidence: new Map() };

/** What was done with evidence, by its name in the record: all but what names something else of it ("changed the evidence"). */
const EVIDENCE_DONE: Readonly<Record<string, string>> = {
  "evidence.cited": "cited evidence",
  "evidence.cited-anew": "cited evidence anew",
  "evidence.removed": "took out evidence",
  "evidence.noted": "changed a note on evidence",
};
const SAVES: readonly Told["kind"][] = ["ANSWER", "ROW"];

const othersIn = (presence: Told["presence"], person: string): Other[] => {
  const others = new Map<string, Other>();
  for (const { user, place, label } of presence) {
    if (user.id === person) continue;
    const known = others.get(user.id);
    // Of several tabs, the one in which they write.
    if (known === undefined || (known.place === null && place !== null))
      others.set(user.id, { id: user.id, name: user.name, place, label });
  }
  return [...others.values()];
};

/**
 * What one tab knows of the others on a draft, from the stream. Without a stream it knows nothing and disturbs nothing: saving
 * works as ever, and tries go on quietly.
 */
export const createLiveLink = (options: LiveOptions): LiveLink => {
  const { person, open, showPlace, refresh, isKnown, announce } = options;
  const listeners = new Set<() => void>();
  let state = NOTHING;
  let close: (() => void) | null = null;
  let started = false;
  let isOpen = false;
  let tries = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let gather: ReturnType<typeof setTimeout> | undefined;
  let placing: ReturnType<typeof setTimeout> | undefined;
  let place: string | null = null;
  let shownPlace: string | null = null;

  const show = (change: Partial<LiveState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };

  const refreshSoon = () => {
    gather ??= setTimeout(() => {
      gather = undefined;
      refresh();
    }, GATHER_MS);
  };

  const tellPlace = () => {
    placing = undefined;
    if (!isOpen || place === shownPlace) return;
    shownPlace = place;
    showPlace(place);
  };

  const meet = (others: Other[]) => {
    const before = new Map(state.others.map((other) => [other.id, other]));
    for (const other of others) {
      const known = before.get(other.id);
      if (known === undefined) announce(`${other.name} has this draft open too.`);
      if (other.place !== null && other.place === place && known?.place !== place)
        announce(`${other.name} is writing in the same place as you: ${other.label}.`);
    }
    const now = new Set(others.map(({ id }) => id));
    for (const { id, name } of state.others) if (!now.has(id)) announce(`${name} has left.`);
    show({ others });
  };

  /** What this very tab saved, it knows; what the same person saved in another tab, it has to read. */
  const hearOwn = ({ place: where, version }: Told) => {
    if (where === null || version === null) return refreshSoon();
    setTimeout(() => {
      if (started && !isKnown(where, version)) refresh();
    }, OWN_SAVE_MS);
  };

  const hearEvidence = ({ action, place: where, label, at }: Told, name: string) => {
    const did = EVIDENCE_DONE[action ?? ""] ?? "changed the evidence";
    const latest: EvidenceNews = { name, at, heardAt: Date.now(), did };
    show({ evidence: new Map(state.evidence).set(where ?? WHOLE, latest) });
    announce(`${name} ${did}${label === null ? "" : ` for ${label}`}.`);
  };

  const hear = (told: Told) => {
    const { kind, by, place: where, label, at } = told;
    if (kind === "PRESENCE" || kind === "OPENED") meet(othersIn(told.presence, person));
    if (kind === "PRESENCE") return;
    if (by?.id === person) return hearOwn(told);
    refreshSoon();
    if (by !== null && kind === "EVIDENCE") hearEvidence(told, by.name);
    if (by === null || where === null || !SAVES.includes(kind)) return;
    const latest: News = { name: by.name, at, heardAt: Date.now() };
    show({ news: new Map(state.news).set(where, latest) });
    announce(`${by.name} changed ${label}.`);
  };

  const ended = (how: "REFUSED" | "BROKEN") => {
    close = null;
    isOpen = false;
    shownPlace = null;
    if (state.others.length > 0) show({ others: [] });
    if (!started) return;
    // The page itself finds out why: signed out, or no longer there for this person.
    if (how === "REFUSED") return refresh();
    retry = setTimeout(connect, LIVE_RETRIES[Math.min(tries, LIVE_RETRIES.length - 1)]);
    tries += 1;
  };

  const connect = () => {
    clearTimeout(retry);
    if (!started || close !== null) return;
    let over = false;
    const stop = open({
      next: (told) => {
        if (over) return;
        isOpen = true;
        tries = 0;
        hear(told);
        tellPlace();
      },
      end: (how) => {
        if (over) return;
        over = true;
        ended(how);
      },
    });
    if (over) return;
    close = () => {
      over = true;
      stop();
    };
  };

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: () => state,
    start: () => {
      started = true;
      connect();
    },
    stop: () => {
      started = false;
      for (const timer of [retry, gather, placing]) clearTimeout(timer);
      gather = undefined;
      placing = undefined;
      close?.();
      ended("BROKEN");
    },
    writeAt: (next) => {
      place = next;
      placing ??= setTimeout(tellPlace, PLACE_MS);
    },
    wake: () => {
      tries = 0;
      connect();
    },
  };
};
