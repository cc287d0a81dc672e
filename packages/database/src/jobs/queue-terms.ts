/** The schema that pg-boss keeps for itself, beside ours in the same database. */
export const QUEUE_SCHEMA = "jobs";

/**
 * One queue for every kind of job: which kind stands in the job itself. So whoever enqueues needs no list of queues, and an
 * idle process asks for one queue's work.
 */
export const QUEUE = "jobs";

/** Where a job goes that failed for good. It waits there for an administrator. */
export const DEAD_QUEUE = "dead-jobs";

const DAY = 24 * 60 * 60;

/**
 * A failed job is tried again after about 30 seconds, then twice that, up to an hour each time: for some five hours in all.
 * A worker that has not been heard of for a minute is taken for dead, and its job is given to another.
 */
export const QUEUE_TERMS = {
  notify: true,
  deadLetter: DEAD_QUEUE,
  retryLimit: 10,
  retryDelay: 30,
  retryBackoff: true,
  retryDelayMax: 60 * 60,
  heartbeatSeconds: 60,
  expireInSeconds: 30 * 60,
  retentionSeconds: 30 * DAY,
  deleteAfterSeconds: 14 * DAY,
} as const;

export const DEAD_QUEUE_TERMS = { retryLimit: 0, retentionSeconds: 3650 * DAY } as const;
