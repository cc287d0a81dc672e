import { type PostgresProcess, stopPostgres } from "./postgres-process.ts";

/** Waits before each try to bring Postgres back; after the last one it counts as lost. */
const RESTART_AFTER_MS = [100, 500, 1000, 2000, 5000];
/** A Postgres that lasted this long did come back: the count of tries starts anew. One that can't ends sooner. */
const STEADY_AFTER_MS = 1_000;

export interface Supervision {
  /** Starts Postgres again on the same port; null when it did not come up. */
  restart: () => Promise<PostgresProcess | null>;
  onLog: (line: string) => void;
  onLost: (message: string) => void;
}

export interface Supervisor {
  stop: () => Promise<void>;
}

/**
 * Notices when Postgres ends by itself and brings it back. Meanwhile queries fail, so readiness is false; the pool
 * reconnects on its own because the address does not change. If our own process ends without stopping it, Postgres is
 * told to stop on the way out (kill -9 excepted: the next start deals with that).
 */
export function supervise(first: PostgresProcess, supervision: Supervision): Supervisor {
  let current: PostgresProcess | null = first;
  let stopping = false;
  const onExit = (): void => {
    if (current !== null) signalQuietly(current.pid);
  };
  process.once("exit", onExit);

  const keepRunning = async (): Promise<void> => {
    let tries = 0;
    while (current !== null) {
      const startedAt = Date.now();
      await current.ended;
      current = null;
      if (stopping) return;
      if (Date.now() - startedAt > STEADY_AFTER_MS) tries = 0;
      supervision.onLog("Postgres ended unexpectedly: starting it again");
      while (current === null && !stopping && tries < RESTART_AFTER_MS.length) {
        await sleep(RESTART_AFTER_MS[tries++]);
        if (!stopping) current = await supervision.restart();
      }
    }
    if (!stopping) supervision.onLost("The built-in database ended and could not be started again.");
  };
  const watching = keepRunning();

  return {
    stop: async () => {
      stopping = true;
      if (current !== null) await stopPostgres(current.pid);
      await watching;
      // A restart that was under way when the stop came leaves a last one to end.
      if (current !== null) await stopPostgres((current as PostgresProcess).pid);
      process.removeListener("exit", onExit);
    },
  };
}

/** The plain timer, which tests can turn by hand. */
const sleep = async (ms: number | undefined): Promise<void> =>
  await new Promise((resolve) => setTimeout(resolve, ms));

function signalQuietly(pid: number): void {
  try {
    process.kill(pid, "SIGINT");
  } catch {
    // It has ended already.
  }
}
