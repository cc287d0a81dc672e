import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSampleDatabase } from "@due-regard/database/test-support/sample-database";
import type { TestDatabase } from "@due-regard/database/test-support/test-database";
import { readPdf } from "@due-regard/pdf/testing/read-pdf";
import { Command } from "commander";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { addExportCommands } from "./export-commands.ts";

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await createSampleDatabase();
  folder = await mkdtemp(join(tmpdir(), "due-regard-export-"));
  vi.stubEnv("DATABASE_URL", database.url);
  // Vitest sets it to "/", which is none of ours.
  vi.stubEnv("BASE_URL", "");
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
  await database.drop();
});

const run = async (...words: string[]): Promise<void> => {
  const program = new Command();
  addExportCommands(program);
  await program.parseAsync(["export", "appendix", ...words], { from: "user" });
};

const COUNTY = ["--organisation", "E10000018", "--period", "2019-04/2019-11"];

describe("export appendix", () => {
  it("writes the file and says so, and never over another", async () => {
    const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
    const out = join(folder, "appendix.pdf");
    await run(...COUNTY, "--as-at", "2021-01-20T09:00:00Z", "--out", out);
    expect(log.mock.calls).toEqual([[expect.stringMatching(/appendix\.pdf: \d+ KB\.$/)]]);
    log.mockRestore();
    const { info, root } = await readPdf(await readFile(out));
    expect(info.Title).toMatch(/^Adults and Communities Performance 2019-20/);
    expect(root.text).toContain("Figures as known on 20 January 2021 at 09:00.");
    await expect(run(...COUNTY, "--out", out)).rejects.toThrow(/is there already/);
  });

  it.each([
    [["--organisation", "X", "--period", "2019-20"], /No organisation has the ONS code “X”/],
    [["--organisation", "E10000018", "--period", "2019-20"], /has no dashboard for 2019-20/],
    [[...COUNTY, "--as-at", "yesterday"], /“yesterday” is not an instant/],
  ])("says in words what is wrong: %j", async (words, message) => {
    await expect(run(...words, "--out", join(folder, "never.pdf"))).rejects.toThrow(message);
  });
});
