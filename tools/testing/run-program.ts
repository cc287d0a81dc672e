import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";

const running = new Set<ChildProcess>();
let ending = false;

/** True once a signal has asked us to end: nothing further is started. */
export const isEnding = (): boolean => ending;

/**
 * Runs a program to its end and returns its exit code; 128 or more: it was ended by a signal, or could not be run.
 * Programs under way are ended in order when we are asked to end: SIGINT lets test runners clean up.
 */
export async function runProgram(program: string, args: string[], options: SpawnOptions): Promise<number> {
  const child = spawn(program, args, options);
  running.add(child);
  return await new Promise((resolve) => {
    child.once("error", (error) => {
      console.error(`${program} could not be run: ${error.message}`);
      resolve(128);
    });
    child.once("close", (code) => {
      running.delete(child);
      resolve(code ?? 128);
    });
  });
}

/** A terminal's Ctrl-C reaches the programs without us; passing it on would be a second one, which forces. */
process.on("SIGINT", () => {
  ending = true;
  if (!process.stdin.isTTY) endAll();
});
process.on("SIGTERM", () => {
  ending = true;
  endAll();
});

function endAll(): void {
  for (const child of running) child.kill("SIGINT");
}
