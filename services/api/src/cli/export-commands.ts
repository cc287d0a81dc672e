import { writeFile } from "node:fs/promises";
import { StartFailure } from "@due-regard/database/start-failure";
import type { Command } from "commander";
import type { DownloadQuestion } from "../downloads/download-format.ts";
import { DOWNLOADS } from "../downloads/downloads.ts";
import { unwrapResult } from "./unwrap-result.ts";
import { withDatabase } from "./with-database.ts";

interface AppendixOptions {
  organisation: string;
  period: string;
  asAt?: string;
  out: string;
}

/** `export appendix`: a dashboard as the appendix of a committee paper, into a file. */
export function addExportCommands(program: Command): void {
  const group = program.command("export").description("figures as files");
  group
    .command("appendix")
    .description("a dashboard as the committee's appendix: a tagged PDF")
    .requiredOption("--organisation <code>", "whose, by ONS code: E10000018")
    .requiredOption("--period <code>", "which dashboard: 2019-04/2019-11")
    .option("--as-at <instant>", "as known then: 2021-01-18T18:00:00Z; without it, as its committee saw it")
    .requiredOption("--out <file>", "the file to write; one that is there already is left alone")
    .action(exportAppendix);
}

async function exportAppendix({ organisation, period, asAt, out }: AppendixOptions): Promise<void> {
  const question: DownloadQuestion = {
    organisation: [organisation],
    period: [period],
    ...(asAt ? { asAt: [asAt] } : {}),
  };
  const made = await withDatabase(async (db) => {
    const context = { db, viewer: null, now: new Date().toISOString() };
    return await DOWNLOADS.dashboard?.make("pdf", context, question);
  });
  if (made === undefined) throw new Error("There is no download of dashboards");
  const { bytes } = unwrapResult(made);
  await writeFile(out, bytes, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EEXIST") throw new StartFailure(`${out} is there already. Choose another name.`);
    throw new StartFailure(`${out} can't be written: ${error.message}.`);
  });
  console.log(`Wrote ${out}: ${Math.ceil(bytes.length / 1024)} KB.`);
}
