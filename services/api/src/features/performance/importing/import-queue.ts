/**
 * Steps of imports wait for each other: one at a time is worked on, so that an import takes one connection of the pool and
 * one core, whoever sends how many. Kept in memory: what waits when the process ends is marked as failed at the next start.
 */

interface Job {
  started: boolean;
  done: Promise<unknown>;
}

const jobs = new Map<string, Job>();
let last: Promise<unknown> = Promise.resolve();

/** Runs a step after those before it. A step that throws lets the next one run. */
export const enqueue = <Answer>(importId: string, work: () => Promise<Answer>): Promise<Answer> => {
  const job: Job = { started: false, done: Promise.resolve() };
  const run = async (): Promise<Answer> => {
    job.started = true;
    return await work();
  };
  const done = last.then(run, run);
  last = done.catch(() => undefined);
  job.done = last.then(() => {
    if (jobs.get(importId) === job) jobs.delete(importId);
  });
  jobs.set(importId, job);
  return done;
};

/** True while a step of this import waits for another import. */
export const isWaiting = (importId: string): boolean => jobs.get(importId)?.started === false;

/** Waits until no step of this import runs here, or until the time is up; true: none runs. */
export const settled = async (importId: string, ms: number): Promise<boolean> => {
  const job = jobs.get(importId);
  return job === undefined || (await within(job.done, ms)) !== LATE;
};

/** Steps that are under way or wait, for whoever ends the process. */
export const allSettled = async (): Promise<void> => {
  await last;
};

export const LATE = Symbol("late");

/** What a promise answers, or LATE when the time is up first. The promise goes on. */
export const within = async <Answer>(answer: Promise<Answer>, ms: number): Promise<Answer | typeof LATE> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(() => resolve(LATE), ms);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
};
