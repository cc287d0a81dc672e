import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { parseArgs } from "node:util";
import { readAuthorities } from "../packages/database/src/reference/authorities.ts";
import { WHOLE_SET } from "../packages/database/src/sample-data/national/generate-figures.ts";
import { readNationalMetrics } from "../packages/database/src/sample-data/national/national-metrics.ts";
import { ascofLines, ownLines } from "../packages/database/src/sample-data/national/write-lines.ts";

// `pnpm national FILE`: writes the synthetic national data set as a file that `import metrics` reads.

const USAGE = `Usage: pnpm national FILE [--months 96] [--from 2011-04] [--seed 1]
       pnpm national FILE --ascof 2018-19 [--framework ASCOF-2014] [--seed 1]

Invented figures for England’s real authorities and sixty metrics, month by month, in the format of our own import; with
--ascof a year of them in the long format of the national files. The same options write the same bytes.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    months: { type: "string", default: String(WHOLE_SET.months) },
    from: { type: "string", default: WHOLE_SET.from },
    seed: { type: "string", default: String(WHOLE_SET.seed) },
    ascof: { type: "string" },
    framework: { type: "string", default: "ASCOF-2014" },
    help: { type: "boolean", default: false },
  },
});

const [path] = positionals;
const set = {
  ...(await readAuthorities()),
  metrics: await readNationalMetrics(),
  seed: Number(values.seed),
  from: values.from,
  months: Number(values.months),
};
const isReadable =
  Number.isInteger(set.seed) &&
  Number.isInteger(set.months) &&
  set.months > 0 &&
  /^\d{4}-(0[1-9]|1[0-2])$/.test(set.from) &&
  /^\d{4}-\d{2}$/.test(values.ascof ?? "2018-19");

if (values.help || path === undefined || positionals.length > 1 || !isReadable) {
  console.log(USAGE);
  process.exitCode = values.help ? 0 : 2;
} else {
  const lines = values.ascof === undefined ? ownLines(set) : ascofLines(set, values.ascof, values.framework);
  console.log(`Wrote ${await writeLines(path, lines)} lines to ${path}.`);
}

async function writeLines(file: string, lines: Iterable<string>): Promise<number> {
  const out = createWriteStream(file);
  let written = 0;
  for (const line of lines) {
    if (!out.write(line)) await once(out, "drain");
    written += 1;
  }
  out.end();
  await once(out, "finish");
  return written;
}
