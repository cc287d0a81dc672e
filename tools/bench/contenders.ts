import { type ChildProcess, spawn } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { freePort } from "../crash/application.ts";
import type { BenchDatabase } from "./prepare-database.ts";
import { pinned } from "./processors.ts";
import type { Contender, Scenario } from "./scenarios/scenario.ts";

/** A server under measurement, and what one of its requests looks like. */
export interface RunningContender {
  name: Contender;
  pid: number;
  /** `sent`: what a question that writes sends this time. */
  request: (scenario: Scenario, sent?: object) => Request;
  stop: () => Promise<void>;
}

export interface Request {
  url: string;
  method: "GET" | "POST";
  headers: Record<string, string>;
  body?: string;
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const START_LIMIT_MS = 60_000;

interface Setting {
  database: BenchDatabase;
  scenarios: readonly Scenario[];
  port: number;
}

interface Start {
  entry: string;
  environment: (setting: Setting) => Record<string, string>;
  request: (setting: Setting, scenario: Scenario, sent?: object) => Request;
}

const post = (url: string, body: unknown, headers = {}): Request => ({
  url,
  method: "POST",
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(body),
});

const graphql = (
  port: number,
  { query, variables }: { query: string; variables: object },
  { sent = variables, headers = {} }: { sent?: object | undefined; headers?: object },
): Request => post(`http://127.0.0.1:${port}/graphql`, { query, variables: sent }, headers);

const STARTS: Record<Contender, Start> = {
  // The server as it is run in production, but that it counts no request as too many; its log goes nowhere, but is written.
  // Nobody signs in, so nobody asks the issuer.
  ours: {
    entry: "services/api/src/main.ts",
    environment: ({ database, port }) => ({
      DATABASE_URL: database.url,
      DATA_DIR: database.directory,
      SEAL_KEY: generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
      PORT: String(port),
      BUILD_CLIENT: "false",
      REQUESTS_PER_MINUTE: "1000000000",
      NODE_ENV: "production",
      BASE_URL: "https://bench.example.org",
      OIDC_ISSUER: "https://issuer.example.org",
      OIDC_CLIENT_ID: "bench",
      OIDC_CLIENT_SECRET: "bench",
    }),
    request: ({ database, port }, { ours, asker }, sent) => {
      const token = asker === "lead" ? database.leadToken : database.token;
      return graphql(port, ours, { sent, headers: { authorization: `Bearer ${token}` } });
    },
  },
  bare: {
    entry: "tools/bench/servers/bare-server.ts",
    environment: ({ database, port, scenarios }) => ({
      BENCH_BARE: JSON.stringify({
        url: database.url,
        port,
        statements: Object.fromEntries(scenarios.map(({ name, bare }) => [name, bare])),
      }),
    }),
    request: ({ port }, { name }, sent) => {
      const url = `http://127.0.0.1:${port}/${name}`;
      return sent === undefined ? { url, method: "GET", headers: {} } : post(url, sent);
    },
  },
  postgraphile: {
    entry: "tools/bench/servers/postgraphile-server.ts",
    environment: ({ database, port }) => ({
      BENCH_POSTGRAPHILE: JSON.stringify({ url: database.url, port }),
      GRAPHILE_ENV: "production",
      NODE_ENV: "production",
    }),
    request: ({ port }, { postgraphile }, sent) => graphql(port, postgraphile, { sent }),
  },
};

/** Starts the server on a processor that it shares with no load and no database, where the machine can do that. */
export const startContender = async (
  name: Contender,
  rest: { database: BenchDatabase; scenarios: readonly Scenario[] },
): Promise<RunningContender> => {
  const start = STARTS[name];
  const setting = { ...rest, port: await freePort() };
  const [program, ...args] = pinned("server", [
    process.execPath,
    "--disable-warning=ExperimentalWarning",
    start.entry,
  ]);
  const child = spawn(program ?? "", args, {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...start.environment(setting) },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const errors = collect(child);
  const contender: RunningContender = {
    name,
    pid: child.pid ?? 0,
    request: (scenario, sent) => start.request(setting, scenario, sent),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "close");
    },
  };
  await untilListening(child, setting.port).catch(async (error: Error) => {
    await contender.stop();
    throw new Error(`${name} did not start: ${error.message}\n${errors()}`);
  });
  return contender;
};

const collect = (child: ChildProcess): (() => string) => {
  let text = "";
  child.stderr?.setEncoding("utf8").on("data", (part: string) => {
    text = (text + part).slice(-4_000);
  });
  return () => text;
};

const untilListening = async (child: ChildProcess, port: number): Promise<void> => {
  const startedAt = performance.now();
  while (performance.now() - startedAt < START_LIMIT_MS) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`);
    // Whatever it answers: it listens.
    if (
      await fetch(`http://127.0.0.1:${port}/readyz`).then(
        () => true,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("it did not listen in time");
};
