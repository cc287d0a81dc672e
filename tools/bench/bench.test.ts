import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readOptions } from "./options.ts";
import { runForOutput } from "./run-for-output.ts";

const BENCH = fileURLToPath(new URL("../bench.ts", import.meta.url));

describe("pnpm bench", () => {
  it("finds the same values in the answers of all three servers", { timeout: 120_000 }, async () => {
    const only = "dashboard,metric,ranks,ranking,places,form,save";
    const { code, output } = await runForOutput([BENCH, "--months", "2", "--rounds", "0", "--only", only]);
    expect(output).toContain("3 servers answer 7 questions with the same values.");
    expect(code).toBe(0);
  });

  it("says how it is used when it is asked for what it has not", () => {
    expect(readOptions(["--only", "dashboards"])).toBeNull();
    expect(readOptions(["--rounds", "many"])).toBeNull();
    expect(readOptions(["--seconds", "0"])).toBeNull();
    expect(readOptions(["--quick"])).toMatchObject({ quick: true, months: 14, pace: { rounds: 2 } });
  });
});
