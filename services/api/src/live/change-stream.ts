import type { PresenceRow } from "@due-regard/database/assessments/presence";
import type { ChangeKind } from "@due-regard/domain/ehria/change-kinds";
import type { Gate } from "./gate.ts";
import type { LiveLimits } from "./live-limits.ts";

/** Something that happened to one assessment: no texts, only what and where. */
export interface Change {
  kind: ChangeKind;
  /** ISO instant. */
  at: string;
  /** Entry of the record; null: presence and the like, which leave none. */
  sequence: number | null;
  action: string | null;
  byId: string | null;
  /** As the record has it. */
  place: string | null;
  version: number | null;
}

/** A change as one reader is told it, with what they may see at this moment. */
export interface ChangeEvent<Access> extends Change {
  access: Access;
  presence: readonly PresenceRow[];
}

/** What the reader may see now, looked up anew; null: nothing any more, and the stream ends. */
export interface Reader<Access> {
  look: () => Promise<Access | null>;
  /** Whether a change is for them to know. */
  isFor: (change: Change, access: Access) => boolean;
  /** Called after each look, and with null when the stream ends: keeps their presence alive, or takes it away. */
  attend: (access: Access | null) => Promise<void>;
  /** Resolves once they took what was sent so far; false: they did not in time. */
  drained: () => Promise<boolean>;
}

export interface ChangeStream<Access> extends AsyncIterableIterator<ChangeEvent<Access>> {
  push: (changes: readonly Change[]) => void;
  presenceChanged: () => void;
  /** Changes may have passed by unheard. */
  missed: () => void;
  /** Look at the rights again now. */
  lookAgain: () => void;
  end: () => void;
}

interface StreamOptions<Access> {
  reader: Reader<Access>;
  presence: () => readonly PresenceRow[];
  limits: LiveLimits;
  gate: Gate;
  onEnd: () => void;
  onTrouble: (error: unknown) => void;
}

const happened = (kind: ChangeKind): Change => ({
  kind,
  at: new Date().toISOString(),
  sequence: null,
  action: null,
  byId: null,
  place: null,
  version: null,
});

/**
 * What one reader is told of one assessment, as long as they may see it. Before anything is handed out the rights are looked
 * up again, once for all that gathered meanwhile, so a reader whose access ended is told nothing more. Written by hand, not as
 * a generator: those can't be ended while they wait.
 */
export const createChangeStream = <Access>(options: StreamOptions<Access>): ChangeStream<Access> => {
  const { reader, presence, limits, gate, onEnd, onTrouble } = options;
  const ready: ChangeEvent<Access>[] = [];
  let waiting: Change[] = [happened("OPENED")];
  let news = { presence: false, missed: false, look: true };
  let ended = false;
  let wake: () => void = () => {};

  const end = () => {
    if (ended) return;
    ended = true;
    waiting = [];
    ready.length = 0;
    wake();
    onEnd();
    void reader.attend(null).catch(onTrouble);
  };

  /** Waits for so long, or until the stream ends. */
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      if (ended) return resolve();
      const timer = setTimeout(resolve, ms);
      wake = () => {
        if (!ended) return;
        clearTimeout(timer);
        resolve();
      };
    });

  const isQuiet = () => waiting.length === 0 && !news.presence && !news.missed && !news.look;

  /** Waits for news, and no longer than rights may go without a look. */
  const untilNews = () =>
    new Promise<void>((resolve) => {
      if (ended || !isQuiet()) return resolve();
      const timer = setTimeout(resolve, limits.lookEveryMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const take = (access: Access) => {
    const told = [
      ...(news.missed ? [happened("MISSED")] : []),
      ...waiting,
      ...(news.presence ? [happened("PRESENCE")] : []),
    ].filter((change) => reader.isFor(change, access));
    waiting = [];
    news = { presence: false, missed: false, look: false };
    ready.push(...told.map((change) => ({ ...change, access, presence: presence() })));
  };

  const gather = async () => {
    if (!(await reader.drained())) return end();
    try {
      const access = await gate(reader.look);
      if (ended) return;
      if (access === null) return end();
      await reader.attend(access);
      if (!ended) take(access);
    } catch (error) {
      // The database can't be asked: nothing is told without a look at the rights.
      onTrouble(error);
      news.missed = true;
      await pause(limits.retryMs);
    }
  };

  const next = async (): Promise<IteratorResult<ChangeEvent<Access>>> => {
    let isFirst = waiting[0]?.kind === "OPENED";
    for (;;) {
      const event = ready.shift();
      if (event !== undefined) return { done: false, value: event };
      if (ended) return { done: true, value: undefined };
      await untilNews();
      if (!isFirst) await pause(limits.gatherMs);
      isFirst = false;
      if (!ended) await gather();
    }
  };

  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next,
    return: async () => {
      end();
      return { done: true, value: undefined };
    },
    throw: async () => {
      end();
      return { done: true, value: undefined };
    },
    push: (changes) => {
      waiting.push(...changes);
      if (waiting.length > limits.waiting) {
        waiting = [];
        news.missed = true;
      }
      wake();
    },
    presenceChanged: () => {
      news.presence = true;
      wake();
    },
    missed: () => {
      news.missed = true;
      wake();
    },
    lookAgain: () => {
      news.look = true;
      wake();
    },
    end,
  };
};
