import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dataNote } from "./applications.ts";

// Starts the whole application as anybody would, with an empty data directory that goes away with it.
const root = fileURLToPath(new URL("../..", import.meta.url));
const dataDirectory = await mkdtemp(join(tmpdir(), "due-regard-journeys-"));

await writeFile(dataNote(Number(process.env.PORT)), dataDirectory);

const application = spawn(process.execPath, [join(root, "services", "api", "src", "main.ts")], {
  cwd: root,
  env: { ...process.env, DATA_DIR: dataDirectory },
  stdio: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => application.kill(signal));

application.once("exit", async (code) => {
  await rm(dataDirectory, { recursive: true, force: true });
  await rm(dataNote(Number(process.env.PORT)), { force: true });
  process.exit(code ?? 1);
});
