import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

// `pnpm dev`: the client from Vite with hot reload, on the address that people open, and behind it the API, restarted when
// its sources change. The database runs on beside them: it belongs to the process that starts first here.

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PORT = Number(process.env.PORT || 4000);
const API_PORT = PORT + 1;

interface Part {
  name: string;
  args: string[];
  cwd: string;
  environment: Record<string, string>;
}

const PARTS: Part[] = [
  {
    name: "api",
    args: ["--watch", "--watch-preserve-output", join(ROOT, "services/api/src/main.ts")],
    cwd: ROOT,
    environment: {
      PORT: String(API_PORT),
      BASE_URL: process.env.BASE_URL || `http://localhost:${PORT}`,
      BUILD_CLIENT: "false",
    },
  },
  {
    name: "web",
    args: [
      join(ROOT, "web/node_modules/vite/bin/vite.js"),
      "--port",
      String(PORT),
      "--strictPort",
      "--clearScreen",
      "false",
    ],
    cwd: join(ROOT, "web"),
    environment: { API_URL: `http://127.0.0.1:${API_PORT}` },
  },
];

let ending = false;

function run(part: Part): ChildProcess {
  const child = spawn(process.execPath, part.args, {
    cwd: part.cwd,
    env: { ...process.env, ...part.environment },
    stdio: "inherit",
  });
  child.once("exit", (code) => {
    if (!ending) console.error(`${part.name} ended with ${code}: stopping.`);
    end(code ?? 1);
  });
  return child;
}

const children = PARTS.map(run);

/** One part is no use without the other. A terminal's Ctrl-C has reached them already; a second one does no harm. */
function end(exitCode: number): void {
  if (ending) return;
  ending = true;
  process.exitCode = exitCode;
  for (const child of children) child.kill("SIGTERM");
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => end(0));
