import { execFile } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { connectDatabase } from "../../packages/database/src/connection.ts";
import { startEmbeddedDatabase } from "../../packages/database/src/embedded/start-embedded-database.ts";
import { migrateDatabase } from "../../packages/database/src/migrate.ts";
import { loadSampleData } from "../../packages/database/src/sample-data/load-sample-data.ts";

/** What a step took, and how much of that this process worked: the rest is Postgres' and the machine's. */
export interface Taken {
  seconds: number;
  cpuSeconds: number;
}

/** What a process of its own, with limited memory, needed to import a large file. */
export interface MeasuredImport {
  state: string;
  counts: { rows: number; new: number; faulty: number } | null;
  stage: Taken;
  check: Taken;
  merge: Taken;
  /** Most memory that the process ever held, all told. */
  peakMb: number;
}

const CHILD = fileURLToPath(new URL("import-in-child.ts", import.meta.url));
/** What the heap may grow to: the rest of 512 MB is for the program itself and for buffers. */
const HEAP_MB = 256;
const ORGANISATIONS = 150;
const MONTHS = 12;

/** Imports a made-up file of so many rows into a database of its own, and says what that took. */
export const measureImport = async (rows: number): Promise<MeasuredImport> => {
  const directory = await mkdtemp(join(tmpdir(), "due-regard-measure-"));
  const database = await startEmbeddedDatabase({
    dataDir: join(directory, "data"),
    onLog: () => undefined,
    announce: false,
  });
  try {
    await migrateDatabase(database.url);
    const metrics = await prepare(database.url);
    const file = join(directory, "figures.csv");
    await writeFigures(file, rows, metrics);
    const options = [`--max-old-space-size=${HEAP_MB}`, CHILD, database.url, file];
    const { stdout } = await promisify(execFile)(process.execPath, options, { maxBuffer: 16 * 1024 * 1024 });
    return JSON.parse(stdout) as MeasuredImport;
  } finally {
    await database.stop();
    await rm(directory, { recursive: true, force: true });
  }
};

const prepare = async (url: string): Promise<string[]> => {
  const { db, sql, close } = connectDatabase(url, { max: 2 });
  try {
    await loadSampleData(db);
    await sql`insert into organisations (code, name, kind)
      select 'T' || lpad(n::text, 8, '0'), 'Test council ' || n, 'UNITARY' from generate_series(1, ${ORGANISATIONS}::int) n`;
    const metrics = await sql<
      { code: string }[]
    >`select code from metrics where unit = 'PERCENT' order by code`;
    return metrics.map(({ code }) => code);
  } finally {
    await close();
  }
};

/** Percentages by month with the parts that make them, a note now and then: as long as rows of a national file are. */
const writeFigures = async (path: string, rows: number, metrics: readonly string[]): Promise<void> => {
  const out = createWriteStream(path);
  out.write("metric,organisation,period,status,value,numerator,denominator,note\n");
  let piece = "";
  for (let row = 0; row < rows; row += 1) {
    const organisation = `T${String((row % ORGANISATIONS) + 1).padStart(8, "0")}`;
    const metric = metrics[Math.floor(row / ORGANISATIONS) % metrics.length];
    const month = Math.floor(row / (ORGANISATIONS * metrics.length));
    const code = `${1_990 + Math.floor(month / MONTHS)}-${String((month % MONTHS) + 1).padStart(2, "0")}`;
    const numerator = (row * 7919) % 1001;
    const note = row % 10 === 0 ? '"Counted by hand, ""again"""' : "";
    piece += `${metric},${organisation},${code}/${code},ACTUAL,${(numerator / 10).toFixed(1)},${numerator},1000,${note}\n`;
    if (piece.length > 65_536) {
      if (!out.write(piece)) await once(out, "drain");
      piece = "";
    }
  }
  out.end(piece);
  await once(out, "finish");
};
