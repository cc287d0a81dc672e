import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";

/**
 * The server has a processor to itself; Postgres and the load have the others. Where the machine has one processor alone, or
 * cannot pin (it needs Linux's taskset), all share, and the report says so.
 */
export const CAN_PIN =
  availableParallelism() > 1 && spawnSync("taskset", ["-c", "0", "true"], { stdio: "ignore" }).status === 0;

type Side = "server" | "rest";
const SIDES: Record<Side, string> = { server: "0", rest: `1-${availableParallelism() - 1}` };

/** A command that runs on its side; what it starts runs there too. */
export const pinned = (side: Side, command: readonly string[]): string[] =>
  CAN_PIN ? ["taskset", "-c", SIDES[side], ...command] : [...command];

/** Moves this process, with every thread of it; Postgres, started afterwards, follows. */
export const pinOurselves = (): void => {
  if (CAN_PIN) spawnSync("taskset", ["-acp", SIDES.rest, String(process.pid)], { stdio: "ignore" });
};

const TICKS_A_SECOND = 100;

/** Processor time of a process since it began, in milliseconds; null where the system does not tell. */
export const processorMs = (pid: number): number | null => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return ((Number(fields[11]) + Number(fields[12])) * 1_000) / TICKS_A_SECOND;
  } catch {
    return null;
  }
};
