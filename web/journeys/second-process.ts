import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { dataNote, portOf, WORKERS } from "./applications.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const START_LIMIT_MS = 60_000;

/** The address of the database that the worker's application runs: read as the operator's commands find it. */
export const databaseOf = async (worker: number): Promise<string> => {
  const directory = await readFile(dataNote(portOf(worker)), "utf8");
  const { port, password } = JSON.parse(await readFile(join(directory, "postgres.running.json"), "utf8"));
  return `postgres://due_regard:${password}@127.0.0.1:${port}/due_regard`;
};

const isReady = async (address: string): Promise<boolean> =>
  await fetch(`${address}/readyz`)
    .then(({ status }) => status === 200)
    .catch(() => false);

/** A second API process over the database of a worker's application, on a port of its own. */
export const startSecondProcess = async (
  worker: number,
): Promise<{ address: string; stop: () => Promise<void> }> => {
  const port = portOf(worker + WORKERS);
  const address = `http://localhost:${port}`;
  const child = spawn(process.execPath, [join(root, "services", "api", "src", "main.ts")], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      BASE_URL: address,
      DATABASE_URL: await databaseOf(worker),
      BUILD_CLIENT: "false",
      NODE_ENV: "test",
      LOG_LEVEL: "warn",
    },
    stdio: "inherit",
  });
  const exited = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const begun = performance.now();
  while (!(await isReady(address))) {
    if (performance.now() - begun > START_LIMIT_MS) throw new Error("The second process is not ready");
    await sleep(50);
  }
  return {
    address,
    stop: async () => {
      child.kill("SIGTERM");
      await exited;
    },
  };
};
