import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PostgresProcess } from "./postgres-process.ts";
import { supervise } from "./supervise.ts";

/** A process that is no process: its id is one that no signal can reach. */
function makeProcess(): PostgresProcess & { end: () => void } {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { pid: 2 ** 30, ended, lastLines: () => [], end };
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("supervise", () => {
  it("tries five times with growing waits, and then says that the database is lost", async () => {
    const first = makeProcess();
    const waits: number[] = [];
    const lost = vi.fn();
    const startedAt = Date.now();
    supervise(first, {
      onLog: () => undefined,
      onLost: lost,
      restart: async () => {
        waits.push(Date.now() - startedAt);
        return null;
      },
    });
    first.end();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(waits).toEqual([100, 600, 1600, 3600, 8600]);
    expect(lost.mock.calls).toEqual([["The built-in database ended and could not be started again."]]);
  });

  it("counts anew after a steady second, however often it is killed", async () => {
    const processes = [makeProcess(), makeProcess(), makeProcess()] as const;
    const tries: number[] = [];
    supervise(processes[0], {
      onLog: () => undefined,
      onLost: () => undefined,
      restart: async () => processes[(tries.push(Date.now()) % 2) + 1] ?? null,
    });
    const endedAt = Date.now();
    processes[0].end();
    await vi.advanceTimersByTimeAsync(2_000);
    processes[2].end();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(tries.map((at) => at - endedAt)).toEqual([100, 2_100]);
  });

  it("gives up on one that comes up each time only to end", async () => {
    const first = makeProcess();
    const lost = vi.fn();
    const restart = vi.fn(async () => {
      const next = makeProcess();
      next.end();
      return next;
    });
    supervise(first, { onLog: () => undefined, onLost: lost, restart });
    first.end();
    await vi.advanceTimersByTimeAsync(20_000);
    expect([restart.mock.calls.length, lost.mock.calls.length]).toEqual([5, 1]);
  });

  it("brings nothing back once it was told to stop", async () => {
    const first = makeProcess();
    const restart = vi.fn();
    const lost = vi.fn();
    const supervisor = supervise(first, { onLog: () => undefined, onLost: lost, restart });
    const stopping = supervisor.stop();
    first.end();
    await stopping;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(restart).not.toHaveBeenCalled();
    expect(lost).not.toHaveBeenCalled();
  });
});
