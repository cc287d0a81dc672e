import { writeFile } from "node:fs/promises";
import { WHOLE_SET } from "../packages/database/src/sample-data/national/generate-figures.ts";
import { describeMachine } from "./bench/describe-machine.ts";
import { type Options, readOptions, USAGE } from "./bench/options.ts";
import { loadBenchData, startBenchDatabase } from "./bench/prepare-database.ts";
import { pinOurselves } from "./bench/processors.ts";
import { runScenarios } from "./bench/run-scenarios.ts";
import { asMarkdown, asText, detailTable, ratioTable } from "./bench/tables.ts";

// `pnpm bench`: see docs/measurements.md for what it does and what it last found.

const say = (line: string): void => console.log(line);

const run = async (options: Options): Promise<void> => {
  pinOurselves();
  const machine = describeMachine();
  say(machine);
  const database = await startBenchDatabase({ ...WHOLE_SET, months: options.months });
  try {
    const { rows } = await loadBenchData(database);
    say(`${rows.toLocaleString("en-GB")} synthetic figures are loaded.`);
    const measured = await runScenarios(database, options.parts, options.pace, say);
    const tables = measured.length > 0 ? [ratioTable(measured), detailTable(measured)] : [];
    for (const table of tables) say(`\n${asText(table)}`);
    if (options.markdown)
      await writeFile(options.markdown, `${[machine, ...tables.map(asMarkdown)].join("\n\n")}\n`);
    if (options.json)
      await writeFile(options.json, `${JSON.stringify({ machine, options, rows, measured }, null, 2)}\n`);
  } finally {
    await database.close();
  }
};

const options = readOptions(process.argv.slice(2));
if (options === null) {
  console.log(USAGE);
  process.exitCode = 2;
} else {
  await run(options);
}
