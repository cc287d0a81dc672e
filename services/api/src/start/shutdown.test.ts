import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { prepareShutdown } from "./shutdown.ts";

let done: string[];
let exited: Promise<number>;
let exit: (code: number) => void;

beforeEach(() => {
  done = [];
  exited = new Promise((resolve) => {
    exit = resolve;
  });
});

afterEach(() => {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeAllListeners(signal);
});

const undo = (name: string) => async (): Promise<void> => {
  done.push(name);
};

describe("prepareShutdown", () => {
  it("undoes the steps, last first, once, however often it is asked", async () => {
    const shutdown = prepareShutdown(exit);
    await shutdown.step(async () => 1, undo("database"));
    await shutdown.step(async () => 2, undo("server"));
    process.emit("SIGINT");
    process.emit("SIGINT");
    process.emit("SIGTERM");
    expect(await exited).toBe(0);
    expect(done).toEqual(["server", "database"]);
  });

  it("waits for a step under way, undoes it, and takes no further one", async () => {
    const shutdown = prepareShutdown(exit);
    let finish = (): void => undefined;
    const starting = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const main = (async () => {
      await shutdown.step(() => starting, undo("database"));
      done.push("carried on");
    })();
    process.emit("SIGTERM");
    expect(shutdown.begun).toBe(true);
    finish();
    expect(await exited).toBe(0);
    expect(done).toEqual(["database"]);
    void main;
  });

  it("ends with 1 when something could not be undone, and undoes the rest all the same", async () => {
    const shutdown = prepareShutdown(exit);
    await shutdown.step(async () => 1, undo("database"));
    await shutdown.step(
      async () => 2,
      async () => {
        throw new Error("the server would not close (expected in this test)");
      },
    );
    void shutdown.end(0);
    expect(await exited).toBe(1);
    expect(done).toEqual(["database"]);
  });
});
