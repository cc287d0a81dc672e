/** What holds for streams of changes. docs/api.md says these figures to those who meet them. */
export const LIVE_LIMITS = {
  /** Streams that one account may have open in one process: tabs, machines and programs together. */
  perAccount: 20,
  /** Streams that one process serves. */
  inAll: 2_000,
  /** Changes that wait for one reader; with more they are told that they missed some. */
  waiting: 200,
  /** Rights are looked at again, and presence kept alive, at least this often, in milliseconds. */
  lookEveryMs: 15_000,
  /** Changes that come this close together are told together, after one look at the rights, in milliseconds. */
  gatherMs: 100,
  /** For a reader to take what was sent, in milliseconds: who is slower is cut off, and comes back by themselves. */
  drainMs: 30_000,
  /** Looks at rights that run at once: the pool is for everybody. */
  looksAtOnce: 3,
  /** After the database could not be asked, in milliseconds. */
  retryMs: 1_000,
} as const;

export type LiveLimits = { [Name in keyof typeof LIVE_LIMITS]: number };
