import { createReadStream, existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Database } from "@due-regard/database/connection";
import { StartFailure } from "@due-regard/database/start-failure";
import { may } from "@due-regard/domain/access/policy";
import { escapeFormula } from "@due-regard/domain/metrics/import/formula-safety";
import { PROBLEM_KINDS } from "@due-regard/domain/metrics/import/problems";
import {
  IMPORT_FORMATS,
  type ImportCounts,
  type ImportFormat,
} from "@due-regard/domain/metrics/import/vocabulary";
import { type Command, Option } from "commander";
import { createContext } from "../context.ts";
import { listProblems } from "../features/performance/importing/load-findings.ts";
import { findImport, type ImportRecord } from "../features/performance/importing/load-imports.ts";
import { checkStaged, commitChecked, stageImport } from "../features/performance/importing/run-import.ts";
import { createLogger } from "../server/logger.ts";
import { drawTable } from "./draw-table.ts";
import { loadOperator } from "./load-operator.ts";
import { unwrapResult } from "./unwrap-result.ts";
import { watchProgress } from "./watch-progress.ts";
import { withDatabase } from "./with-database.ts";

interface ImportOptions {
  dryRun?: boolean;
  as?: string;
  format?: Lowercase<ImportFormat>;
  year?: string;
  sheet?: string;
  skipFaulty?: boolean;
  problems?: string;
}

const PROBLEMS_SHOWN = 50;
const PAGE = 1_000;
const inWords = new Intl.NumberFormat("en-GB");

/** `import metrics FILE`: figures out of a file, by the same steps as in the application. */
export function addImportCommands(program: Command): void {
  const group = program.command("import").description("figures out of files");
  const formats = IMPORT_FORMATS.map((format) => format.toLowerCase());
  group
    .command("metrics")
    .description("check a file of figures row by row, and record it, all or none")
    .argument("<file>", "CSV or an Excel workbook")
    .option("--dry-run", "check only: record nothing")
    .option("--as <email>", "in whose name; not needed where there is but one analyst")
    .addOption(new Option("--format <format>", "when not told: what the headers suggest").choices(formats))
    .option("--year <year>", "year of a national file that does not say it, such as 2018-19")
    .option("--sheet <name>", "sheet of a workbook; when not told: “Figures”, else the first")
    .option("--skip-faulty", "record what can be recorded, and leave faulty rows out")
    .option("--problems <file>", "write all problems to this file, as CSV")
    .action(importFile);
}

async function importFile(path: string, options: ImportOptions): Promise<void> {
  if (!existsSync(path)) throw new StartFailure(`There is no file ${path}.`);
  const stopped = await withDatabase((db) => run(db, path, options));
  if (stopped) process.exitCode = 1;
}

/** Answers whether something kept the file from being recorded. */
async function run(db: Database, path: string, options: ImportOptions): Promise<boolean> {
  const viewer = await loadOperator(db, options.as);
  if (!may(viewer, "performance.import"))
    throw new StartFailure(`${viewer.user.email} may not import figures: that is for analysts.`);
  const logger = createLogger({
    level: "error",
    destination: { write: (line) => void process.stderr.write(line) },
  });
  const context = createContext({ viewer, db, requestId: "command line", logger });
  const progress = watchProgress((id) => findImport(db, viewer, id));
  try {
    const staged = await stageImport(context, viewer, basename(path), createReadStream(path), progress.start);
    const hints = {
      format: options.format?.toUpperCase() as ImportFormat | undefined,
      sheet: options.sheet,
      year: options.year,
    };
    const checked = unwrapResult(await checkStaged(context, viewer, unwrapResult(staged), hints));
    progress.stop();
    await report(db, checked, options);
    const stops = (checked.counts?.faulty ?? 0) > 0 && options.skipFaulty !== true;
    if (options.dryRun === true || stops) {
      if (stops)
        console.error("Nothing was recorded. Put the rows right, or leave them out with --skip-faulty.");
      return stops;
    }
    progress.start(checked.id);
    const recorded = unwrapResult(await commitChecked(context, viewer, checked, options.skipFaulty));
    progress.stop();
    console.log(`Recorded as import ${recorded.id}. To undo it, use the page Imports or undoImport.`);
    return false;
  } finally {
    progress.stop();
  }
}

async function report(
  db: Database,
  { id, counts, mapping }: ImportRecord,
  options: ImportOptions,
): Promise<void> {
  if (counts === null || mapping === null) return;
  console.log(describeCounts(counts));
  const problems = listProblems(db, id, { weight: null, kind: null });
  const total = await problems.count();
  if (total > 0) {
    const shown = await problems.rows(PROBLEMS_SHOWN, 0);
    console.log(drawTable(["row", "column", "printed", "what is wrong", "what to do"], shown.map(cellsOf)));
    if (total > shown.length) console.log(`… and ${inWords.format(total - shown.length)} more.`);
  }
  if (options.problems !== undefined) {
    const lines = ["row,column,printed,kind,weight,what is wrong,what to do"];
    for (let from = 0; from < total; from += PAGE) {
      for (const problem of await problems.rows(PAGE, from)) {
        const [row = "", header = "", printed = "", wrong = "", remedy = ""] = cellsOf(problem);
        const { weight } = PROBLEM_KINDS[problem.kind];
        lines.push([row, header, printed, problem.kind, weight, wrong, remedy].map(csvCell).join(","));
      }
    }
    await writeFile(options.problems, `${lines.join("\r\n")}\r\n`);
    console.log(`All problems are in ${options.problems}.`);
  }
}

const describeCounts = (counts: ImportCounts): string =>
  [
    `${inWords.format(counts.rows)} rows make ${inWords.format(counts.figures)} figures:`,
    `${inWords.format(counts.new)} new, ${inWords.format(counts.revised)} revised, ${inWords.format(counts.same)} the same already;`,
    `${inWords.format(counts.leftOut)} rows left out, ${inWords.format(counts.faulty)} faulty, ${inWords.format(counts.warned)} to look at.`,
  ].join(" ");

type Problem = Awaited<ReturnType<ReturnType<typeof listProblems>["rows"]>>[number];

const cellsOf = ({ row, header, printed, kind, detail }: Problem): string[] => [
  String(row),
  header ?? "",
  printed ?? "",
  PROBLEM_KINDS[kind].wrong(detail),
  PROBLEM_KINDS[kind].remedy,
];

const csvCell = (text: string): string => {
  const safe = escapeFormula(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
