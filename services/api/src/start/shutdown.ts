/** Enough for requests under way and a clean stop of Postgres; whatever takes longer is cut off. */
const DEADLINE_MS = 25_000;

export interface Shutdown {
  /**
   * Takes one step of the start and notes how to undo it. Once the end has begun no further step is taken: the promise
   * stays open, and the process ends.
   */
  step: <Value>(take: () => Promise<Value>, undo?: (value: Value) => Promise<void>) => Promise<Value>;
  /** True once the end has begun. */
  readonly begun: boolean;
  /** Lets steps under way finish, undoes them, last taken first, and ends the process. Only the first call counts. */
  end: (exitCode: number) => Promise<void>;
}

/**
 * Ends the process in order on Ctrl-C, SIGTERM, a closed terminal, or the end of the bootstrap that started us (its
 * channel closes even after kill -9). npm and the terminal may each send the same signal: only the first counts.
 */
export function prepareShutdown(exit: (code: number) => void = process.exit): Shutdown {
  const underWay = new Set<Promise<unknown>>();
  const undos: (() => Promise<void>)[] = [];
  let ending: Promise<void> | undefined;

  const end = async (exitCode: number): Promise<void> => {
    setTimeout(() => exit(1), DEADLINE_MS).unref();
    await Promise.allSettled(underWay);
    const clean = await undoAll(undos);
    exit(exitCode === 0 && !clean ? 1 : exitCode);
  };

  const shutdown: Shutdown = {
    get begun() {
      return ending !== undefined;
    },
    step: async (take, undo) => {
      if (ending !== undefined) return await new Promise(() => undefined);
      const taking = take().then((value) => {
        if (undo !== undefined) undos.push(() => undo(value));
        return value;
      });
      underWay.add(taking);
      const value = await taking.finally(() => underWay.delete(taking));
      return ending === undefined ? value : await new Promise(() => undefined);
    },
    end: (exitCode) => {
      ending ??= end(exitCode);
      return ending;
    },
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => void shutdown.end(0));
  if (process.connected) process.once("disconnect", () => void shutdown.end(0));
  return shutdown;
}

async function undoAll(undos: (() => Promise<void>)[]): Promise<boolean> {
  let clean = true;
  for (let undo = undos.pop(); undo !== undefined; undo = undos.pop()) {
    await undo().catch((error: unknown) => {
      clean = false;
      console.error(error);
    });
  }
  return clean;
}
