import { execFileSync } from "node:child_process";
import { cpus, type as systemType, totalmem } from "node:os";
import { describeServer, type ServerAddress } from "./bench-server.ts";
import { CAN_PIN } from "./processors.ts";

const GIGABYTE = 1024 ** 3;

const revision = (): string => {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  } catch {
    return "unknown";
  }
};

/** Where and of what a measurement was: numbers from elsewhere do not compare. */
export const describeMachine = async (server: ServerAddress): Promise<string> => {
  const [first] = cpus();
  const pinning = CAN_PIN
    ? "the server on one processor, Postgres and the load on the rest"
    : "not pinned: servers, Postgres and load share the processors";
  return [
    `${new Date().toISOString().slice(0, 10)}, revision ${revision()}`,
    `${cpus().length} × ${first?.model.trim() ?? "unknown processor"}, ${Math.round(totalmem() / GIGABYTE)} GB, ${systemType()}`,
    `Node ${process.version}, ${await describeServer(server)}, ${pinning}`,
  ].join("; ");
};
