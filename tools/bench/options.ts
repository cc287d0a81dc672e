import { parseArgs } from "node:util";
import { WHOLE_SET } from "../../packages/database/src/sample-data/national/generate-figures.ts";
import type { ServerAddress } from "./bench-server.ts";
import type { IngestPlan } from "./ingest/ingest.ts";
import type { Pace } from "./measure.ts";

export const USAGE = `Usage: pnpm bench [--quick] [--only NAMES] [--months 96] [--rounds 5] [--seconds 8] [--database URL] [--json FILE] [--markdown FILE]

Measures the API beside a bare server and PostGraphile over the same synthetic national data, and the import of figures beside
other ways to store them. What is claimed about speed is a ratio out of one run of this.

  --quick     a small set and short rounds, in under two minutes: shows that all works, and little about speed
  --only      some of: dashboard, metric, ranks, ranking, places, form, save, ingest, memory (commas between)
  --months    how much of the set to load
  --rounds    how often each server has its turn; 0: answers are compared, and nothing is timed
  --database  a Postgres that runs already, by an account that may create databases: the bench makes one there and drops it.
              When not told, Postgres is the application’s own
  --json      writes every number to a file
  --markdown  writes the tables to a file`;

export const QUESTIONS = ["dashboard", "metric", "ranks", "ranking", "places", "form", "save"] as const;
const PARTS = [...QUESTIONS, "ingest", "memory"] as const;
export type Part = (typeof PARTS)[number];

export interface Options {
  quick: boolean;
  parts: readonly Part[];
  /** Months of the national set. */
  months: number;
  ingest: IngestPlan;
  /** Rows of the large file. */
  memoryRows: number;
  pace: Pace;
  database: ServerAddress;
  json: string | null;
  markdown: string | null;
}

const QUICK = {
  months: 14,
  ingest: { rounds: 2, rows: 30_000, chunkedRows: 5_000, singleRows: 300 },
  memoryRows: 100_000,
  pace: { rounds: 2, seconds: 2, warmUpSeconds: 1 },
};
const WHOLE = {
  months: WHOLE_SET.months,
  ingest: { rounds: 3, rows: 200_000, chunkedRows: 20_000, singleRows: 2_000 },
  memoryRows: 1_000_000,
  pace: { rounds: 5, seconds: 8, warmUpSeconds: 3 },
};

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0;

/** What the command line asks for; null: it can't be understood, or asks for help. */
export const readOptions = (args: readonly string[]): Options | null => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: "boolean", default: false },
      only: { type: "string" },
      months: { type: "string" },
      rounds: { type: "string" },
      seconds: { type: "string" },
      database: { type: "string" },
      json: { type: "string" },
      markdown: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  const { quick, only } = values;
  const asked = only?.split(",") ?? [...PARTS];
  const parts = PARTS.filter((part) => asked.includes(part));
  const size = quick ? QUICK : WHOLE;
  const rounds = Number(values.rounds ?? size.pace.rounds);
  const seconds = Number(values.seconds ?? size.pace.seconds);
  const months = Number(values.months ?? size.months);
  const isClear =
    parts.length === asked.length && isCount(rounds) && isCount(months) && months > 0 && seconds >= 1;
  if (values.help || !isClear) return null;
  return {
    ...size,
    quick,
    parts,
    months,
    pace: { ...size.pace, rounds, seconds },
    database: values.database ?? null,
    json: values.json ?? null,
    markdown: values.markdown ?? null,
  };
};
