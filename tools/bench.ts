import { writeFile } from "node:fs/promises";
import { WHOLE_SET } from "../packages/database/src/sample-data/national/generate-figures.ts";
import { describeMachine } from "./bench/describe-machine.ts";
import { measureIngest, measureMemory } from "./bench/ingest/ingest.ts";
import { ingestTable, memoryTable } from "./bench/ingest/ingest-tables.ts";
import { type Options, type Part, QUESTIONS, readOptions, USAGE } from "./bench/options.ts";
import { loadBenchData, startBenchDatabase } from "./bench/prepare-database.ts";
import { pinOurselves } from "./bench/processors.ts";
import { runScenarios } from "./bench/run-scenarios.ts";
import { asMarkdown, asText, detailTable, ratioTable, type Table } from "./bench/tables.ts";

// `pnpm bench`: see docs/measurements.md for what it does and what it last found.

const say = (line: string): void => console.log(line);

interface Findings {
  tables: Table[];
  numbers: object;
}

const isAsked = ({ parts }: Options, ...names: readonly Part[]): boolean =>
  names.some((name) => parts.includes(name));

/** The questions, over the national set. */
const runQuestions = async (options: Options): Promise<Findings> => {
  const database = await startBenchDatabase(options.database, { ...WHOLE_SET, months: options.months });
  try {
    const { rows } = await loadBenchData(database);
    say(`${rows.toLocaleString("en-GB")} synthetic figures are loaded.`);
    const measured = await runScenarios(database, options.parts, options.pace, say);
    const tables = measured.length > 0 ? [ratioTable(measured), detailTable(measured)] : [];
    return { tables, numbers: { figures: rows, measured } };
  } finally {
    await database.close();
  }
};

const runIngest = async ({ ingest, database }: Options): Promise<Findings> => {
  say("Measuring: storing figures …");
  const turns = await measureIngest(database, ingest);
  return { tables: [ingestTable(turns)], numbers: { ingest: turns } };
};

const runMemory = async ({ memoryRows, database }: Options): Promise<Findings> => {
  say("Measuring: a large file …");
  const measured = await measureMemory(database, memoryRows);
  return { tables: [memoryTable(memoryRows, measured)], numbers: { memory: measured } };
};

const run = async (options: Options): Promise<void> => {
  pinOurselves();
  const machine = await describeMachine(options.database);
  say(machine);
  const found: Findings[] = [];
  const add = (findings: Findings): void => {
    for (const table of findings.tables) say(`\n${asText(table)}\n`);
    found.push(findings);
  };
  if (isAsked(options, ...QUESTIONS)) add(await runQuestions(options));
  if (isAsked(options, "ingest")) add(await runIngest(options));
  if (isAsked(options, "memory")) add(await runMemory(options));
  const tables = found.flatMap((each) => each.tables.map(asMarkdown));
  if (options.markdown) await writeFile(options.markdown, `${[machine, ...tables].join("\n\n")}\n`);
  const numbers = Object.assign({ machine, options }, ...found.map((each) => each.numbers));
  if (options.json) await writeFile(options.json, `${JSON.stringify(numbers, null, 2)}\n`);
};

const options = readOptions(process.argv.slice(2));
if (options === null) {
  console.log(USAGE);
  process.exitCode = 2;
} else {
  await run(options);
}
