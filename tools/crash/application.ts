import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const START_LIMIT_MS = 60_000;

/** Where one application lives over several starts. */
export interface Place {
  dataDir: string;
  port: number;
}

export interface Application {
  process: ChildProcess;
  exited: Promise<void>;
  /** From the start of the process until it said that it is ready, in milliseconds. */
  readyMs: number;
}

export const freePort = async (): Promise<number> => {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
};

const environmentOf = ({ dataDir, port }: Place): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  DATA_DIR: dataDir,
  PORT: String(port),
  BUILD_CLIENT: "false",
  LOG_LEVEL: "silent",
  REQUESTS_PER_MINUTE: "1000000",
});

const run = (place: Place, entry: string, args: string[]): { child: ChildProcess; output: () => string } => {
  const child = spawn(process.execPath, [`services/api/src/${entry}`, ...args], {
    cwd: ROOT,
    env: environmentOf(place),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (part: string) => {
      text += part;
    });
  }
  return { child, output: () => text };
};

export const isReady = async ({ port }: Place): Promise<boolean> =>
  await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2_000) })
    .then((response) => response.status === 200)
    .catch(() => false);

/** Waits until the application says that it is ready; returns how long that took, in milliseconds. */
export const untilReady = async (place: Place, whatHappened = () => ""): Promise<number> => {
  const startedAt = performance.now();
  while (!(await isReady(place))) {
    if (performance.now() - startedAt > START_LIMIT_MS) throw new Error(`It is not ready. ${whatHappened()}`);
    await sleep(20);
  }
  return performance.now() - startedAt;
};

/** The real server, as `npm start` runs it, without the client. */
export const startApplication = async (place: Place): Promise<Application> => {
  const { child, output } = run(place, "main.ts", []);
  const exited = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const readyMs = await untilReady(place, output);
  return { process: child, exited, readyMs };
};

/** A token for drafting, made by the operator's command on the running database. */
export const createToken = async (place: Place, email: string): Promise<string> => {
  const scopes = ["--scope", "read:assessments", "--scope", "write:assessments"];
  const { child, output } = run(place, "cli.ts", ["token", "create", "--user", email, ...scopes]);
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`No token was made: ${output()}`);
  return output().trim();
};
