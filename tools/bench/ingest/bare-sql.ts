import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { DatabaseConnection } from "../../../packages/database/src/connection.ts";

/** Seconds that Postgres alone needed: for the file as text, and for figures made of it. */
export interface BareTurn {
  stage: { seconds: number };
  merge: { seconds: number };
}

/** Columns of the file that is imported (write-lines.ts), as it has them. */
const COLUMNS =
  "metric, organisation, period, status, value, numerator, denominator, count, count_of, no_value_reason, expected_on, note, characteristic, category, printed";

const texts = COLUMNS.split(", ").map((column) => `${column} text`);

/** Months, as the national set has; ids that need no random bytes row by row. */
const record = (table: string, idStart: string): string => `
  insert into ${table} (id, metric_id, organisation_id, period, period_start, period_end, breakdown_characteristic,
    breakdown_category, status, unit, value, numerator, denominator, count, count_of, display, no_value_reason, expected_on, note)
  select ('${idStart}' || lpad(to_hex(row_number() over ()), 8, '0'))::uuid, m.id, o.id, s.period, to_date(s.period, 'YYYY-MM'),
    to_date(s.period, 'YYYY-MM') + 27, s.characteristic, s.category, s.status::observation_status, m.unit, s.value::numeric,
    s.numerator::numeric, s.denominator::numeric, s.count::numeric, s.count_of, coalesce(s.printed, s.value, ''),
    s.no_value_reason::no_value_reason, s.expected_on, s.note
  from bare_stage s join metrics m on m.code = s.metric join organisations o on o.code = s.organisation`;

/**
 * The same file by hand-written SQL: COPY into a table of texts, and one insert … select that believes every word of it. No
 * rule is asked and no fault told, nothing is locked, superseded or referred to: less can't be done to have the figures.
 * With or without the indexes and conditions of observations.
 */
export const importBarely = async (
  { sql }: DatabaseConnection,
  path: string,
  { indexed }: { indexed: boolean },
): Promise<BareTurn> => {
  const table = indexed ? "bare_indexed" : "bare_figures";
  const like = indexed ? "including constraints including indexes" : "";
  await sql.unsafe(`drop table if exists bare_stage; create unlogged table bare_stage (${texts.join(", ")});
    create table if not exists ${table} (like observations including defaults ${like})`);
  const time = async (work: () => Promise<unknown>): Promise<{ seconds: number }> => {
    const startedAt = performance.now();
    await work();
    return { seconds: (performance.now() - startedAt) / 1000 };
  };
  const stage = await time(async () => {
    const into = await sql.unsafe("copy bare_stage from stdin (format csv, header)").writable();
    await pipeline(createReadStream(path), into);
  });
  const merge = await time(() => sql.unsafe(record(table, randomBytes(12).toString("hex"))));
  return { stage, merge };
};
