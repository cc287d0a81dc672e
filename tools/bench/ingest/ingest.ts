import { execFile } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { NationalSet } from "../../../packages/database/src/sample-data/national/generate-figures.ts";
import {
  addMonths,
  generateFigures,
} from "../../../packages/database/src/sample-data/national/generate-figures.ts";
import {
  loadNationalNames,
  type NationalIds,
  observationOf,
} from "../../../packages/database/src/sample-data/national/load-national.ts";
import { ownLines } from "../../../packages/database/src/sample-data/national/write-lines.ts";
import { observations } from "../../../packages/database/src/schema/metrics.ts";
import type { MeasuredImport } from "../../import/measure-import.ts";
import type { ServerAddress } from "../bench-server.ts";
import { type BenchDatabase, startBenchDatabase } from "../prepare-database.ts";
import { pinned } from "../processors.ts";
import { type BareTurn, importBarely } from "./bare-sql.ts";

/** One way to store figures, and how fast it was: rows a second. */
export interface IngestTurn {
  imported: MeasuredImport;
  rows: number;
  /** The same file by Postgres alone, into a table without indexes and into one with those of observations. */
  bare: BareTurn;
  bareIndexed: BareTurn;
  inChunks: number;
  oneByOne: number;
}

export interface IngestPlan {
  rounds: number;
  /** Rows of the imported file, and of the slower ways. */
  rows: number;
  chunkedRows: number;
  singleRows: number;
}

const CHILD = fileURLToPath(new URL("../../import/import-in-child.ts", import.meta.url));
/** With the program itself and its buffers, what fits into 512 MB. */
const HEAP_MB = 256;
const CHUNK = 500;
/** Months in which England had 152 authorities throughout. */
const FIRST_MONTH = "2009-04";
const ROWS_A_MONTH = 152 * 60;

type Work<Answer> = (setting: {
  database: BenchDatabase;
  ids: NationalIds;
  directory: string;
}) => Promise<Answer>;

/** A database with the metrics of the set and no figures yet. */
const withEmptyDatabase = async <Answer>(server: ServerAddress, work: Work<Answer>): Promise<Answer> => {
  const database = await startBenchDatabase(server, { seed: 1, from: FIRST_MONTH, months: 1 });
  const directory = await mkdtemp(join(tmpdir(), "due-regard-ingest-"));
  try {
    const ids = await loadNationalNames(database.connection, database.set.metrics);
    return await work({ database, ids, directory });
  } finally {
    await database.close();
    await rm(directory, { recursive: true, force: true });
  }
};

/** So many figures from a month on; a turn that follows begins with the month after them. */
const sliceFrom = (set: NationalSet, month: number, rows: number): NationalSet => ({
  ...set,
  from: addMonths(FIRST_MONTH, month),
  months: Math.ceil(rows / ROWS_A_MONTH),
});

function* first<Item>(items: Iterable<Item>, count: number): Generator<Item> {
  let taken = 0;
  for (const item of items) {
    if (taken === count) return;
    yield item;
    taken += 1;
  }
}

/** Imports a file in a process of its own with little memory, by the steps of the application. */
const importFile = async (
  { url }: BenchDatabase,
  set: NationalSet,
  rows: number,
  path: string,
): Promise<MeasuredImport> => {
  await pipeline(Readable.from(first(ownLines(set), rows + 1)), createWriteStream(path));
  const command = [
    process.execPath,
    "--disable-warning=ExperimentalWarning",
    `--max-old-space-size=${HEAP_MB}`,
    CHILD,
    url,
    path,
  ];
  const [program = "", ...args] = pinned("server", command);
  const { stdout } = await promisify(execFile)(program, args, { maxBuffer: 16 * 1024 * 1024 });
  const measured = JSON.parse(stdout) as MeasuredImport;
  if (measured.counts?.new !== rows || measured.counts.faulty > 0)
    throw new Error(
      `The import recorded ${measured.counts?.new} of ${rows} figures, ${measured.counts?.faulty} faulty`,
    );
  return measured;
};

const rate = async (rows: number, work: () => Promise<void>): Promise<number> => {
  const startedAt = performance.now();
  await work();
  return (rows * 1_000) / (performance.now() - startedAt);
};

/** The same figures by the import, by Postgres alone, by Drizzle's `values` in chunks, and one statement each: turn by turn. */
export const measureIngest = (server: ServerAddress, plan: IngestPlan): Promise<IngestTurn[]> =>
  withEmptyDatabase(server, async ({ database, ids, directory }) => {
    const { db } = database.connection;
    const { set } = database;
    const turns: IngestTurn[] = [];
    let month = 0;
    const next = (rows: number): NationalSet => {
      const slice = sliceFrom(set, month, rows);
      month += slice.months;
      return slice;
    };
    const rowsOf = (slice: NationalSet, count: number) =>
      [...first(generateFigures(slice), count)].map((figure) => observationOf(figure, ids));
    for (let round = 0; round < plan.rounds; round += 1) {
      const path = join(directory, "figures.csv");
      const imported = await importFile(database, next(plan.rows), plan.rows, path);
      const bare = await importBarely(database.connection, path, { indexed: false });
      const bareIndexed = await importBarely(database.connection, path, { indexed: true });
      const chunked = rowsOf(next(plan.chunkedRows), plan.chunkedRows);
      const inChunks = await rate(chunked.length, async () => {
        for (let at = 0; at < chunked.length; at += CHUNK)
          await db.insert(observations).values(chunked.slice(at, at + CHUNK));
      });
      const single = rowsOf(next(plan.singleRows), plan.singleRows);
      const oneByOne = await rate(single.length, async () => {
        for (const row of single) await db.insert(observations).values(row);
      });
      turns.push({ imported, rows: plan.rows, bare, bareIndexed, inChunks, oneByOne });
    }
    return turns;
  });

/** A large file into an empty database, and the most memory that the importing process ever held. */
export const measureMemory = (server: ServerAddress, rows: number): Promise<MeasuredImport> =>
  withEmptyDatabase(server, ({ database, directory }) =>
    importFile(database, sliceFrom(database.set, 0, rows), rows, join(directory, "figures.csv")),
  );
