import {
  ANNOUNCEMENTS,
  clearExpiredPresence,
  type PresenceRow,
  readPresence,
} from "@due-regard/database/assessments/presence";
import type { DatabaseConnection } from "@due-regard/database/connection";
import { listenTo } from "@due-regard/database/listen";
import type { Logger } from "pino";
import { describeError } from "../server/describe-error.ts";
import { type ChangeStream, createChangeStream, type Reader } from "./change-stream.ts";
import { createGate } from "./gate.ts";
import { LIVE_LIMITS, type LiveLimits } from "./live-limits.ts";
import { readChanges } from "./read-changes.ts";

export interface OpenQuestion<Access> {
  assessmentId: string;
  /** Whose stream it is: streams are counted by account. */
  userId: string;
  reader: Reader<Access>;
}

/** What one process hears of changes by any process, handed on to those who read here. */
export interface ChangeFeed {
  /** A new stream; null: this account, or this process, has as many as it may. */
  open: <Access>(question: OpenQuestion<Access>) => Promise<ChangeStream<Access> | null>;
  /** Ends every stream, and takes no more. */
  close: () => Promise<void>;
}

interface Open {
  assessmentId: string;
  userId: string;
  stream: ChangeStream<unknown>;
}

interface Announcement {
  assessment?: string;
  first?: number;
  last?: number;
  presence?: string;
  person?: string;
}

interface FeedOptions {
  database: DatabaseConnection;
  logger: Logger;
  limits?: Partial<LiveLimits>;
}

/** Listens once for the whole process, from the first stream on: the database is asked once for what many are told. */
export const createChangeFeed = ({ database, logger, limits: changed = {} }: FeedOptions): ChangeFeed => {
  const limits: LiveLimits = { ...LIVE_LIMITS, ...changed };
  const { db } = database;
  const gate = createGate(limits.looksAtOnce);
  const streams = new Set<Open>();
  const presences = new Map<string, readonly PresenceRow[]>();
  /** Announcements are worked off one after the other, so that what happened is told in its order. */
  let order: Promise<void> = Promise.resolve();
  let listening: Promise<unknown> | null = null;
  let sweeper: NodeJS.Timeout | undefined;
  let closed = false;

  const onTrouble = (error: unknown) => logger.warn({ error: describeError(error) }, "live changes");
  const of = (assessmentId: string) => [...streams].filter((open) => open.assessmentId === assessmentId);

  const refreshPresence = async (assessmentId: string) => {
    const rows = await readPresence(db, assessmentId);
    if (of(assessmentId).length > 0) presences.set(assessmentId, rows);
  };

  const hear = async ({ assessment, first = 0, last = 0, presence, person }: Announcement) => {
    if (assessment !== undefined && of(assessment).length > 0) {
      const changes = await readChanges(db, { assessmentId: assessment, first, last });
      for (const { stream } of of(assessment)) stream.push(changes);
    }
    if (presence !== undefined && of(presence).length > 0) {
      await refreshPresence(presence);
      for (const { stream } of of(presence)) stream.presenceChanged();
    }
    for (const { stream, userId } of streams) if (userId === person) stream.lookAgain();
  };

  const missAll = () => {
    for (const { stream } of streams) stream.missed();
  };

  const onMessage = (payload: string) => {
    order = order.then(async () => {
      try {
        await hear(JSON.parse(payload) as Announcement);
      } catch (error) {
        onTrouble(error);
        missAll();
      }
    });
  };

  const listen = async () => {
    let isFirst = true;
    const onListening = () => {
      if (!isFirst) missAll();
      isFirst = false;
    };
    listening ??= listenTo(database, ANNOUNCEMENTS, { onMessage, onListening });
    await listening.catch((error) => {
      listening = null;
      throw error;
    });
  };

  const sweep = () => void clearExpiredPresence(db).catch(onTrouble);

  const forget = (open: Open) => {
    streams.delete(open);
    if (of(open.assessmentId).length === 0) presences.delete(open.assessmentId);
    if (streams.size > 0) return;
    clearInterval(sweeper);
    sweeper = undefined;
  };

  const isFull = (userId: string) =>
    streams.size >= limits.inAll ||
    [...streams].filter((open) => open.userId === userId).length >= limits.perAccount;

  return {
    open: async <Access>({ assessmentId, userId, reader }: OpenQuestion<Access>) => {
      if (closed || isFull(userId)) return null;
      await listen();
      if (closed || isFull(userId)) return null;
      const stream = createChangeStream<Access>({
        reader,
        presence: () => presences.get(assessmentId) ?? [],
        limits,
        gate,
        onEnd: () => forget(open),
        onTrouble,
      });
      const open: Open = { assessmentId, userId, stream: stream as ChangeStream<unknown> };
      streams.add(open);
      sweeper ??= setInterval(sweep, limits.lookEveryMs).unref();
      await refreshPresence(assessmentId);
      return stream;
    },
    close: async () => {
      closed = true;
      for (const { stream } of streams) stream.end();
    },
  };
};
