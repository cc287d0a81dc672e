import { spawn } from "node:child_process";
import { once } from "node:events";

/** Runs a program of ours to its end. */
export const runForOutput = async (args: readonly string[]): Promise<{ code: number; output: string }> => {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (part: string) => {
      output += part;
    });
  }
  const [code] = await once(child, "close");
  return { code: code ?? 1, output };
};
