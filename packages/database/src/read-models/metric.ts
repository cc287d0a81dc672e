import type { Executor } from "../connection.ts";
import type { commentary, metricDefinitions, ratings, reportedStandings } from "../schema/metrics.ts";
import { organisations } from "../schema/organisations.ts";
import { users } from "../schema/people.ts";
import { sources } from "../schema/sources.ts";
import { strategies, type strategyElements } from "../schema/strategies.ts";
import { type DashboardReadModel, fromStored } from "./dashboard.ts";
import {
  type BenchmarkRow,
  type MetricRow,
  metricJson,
  type ObservationRow,
  type ObservationTexts,
  readObservationTexts,
  type TargetRow,
} from "./figures.ts";
import { METRIC_PARTS, type MetricPart, partNamed } from "./metric-parts.ts";
import type { ReportedFigure } from "./ranking.ts";
import { rowJson } from "./row-json.ts";
import { runPrepared } from "./run-prepared.ts";

/** Whether the row was known at the instant asked for: revisions come with what stood then. */
interface Known {
  known: boolean;
}

interface OfOne {
  /** ONS code. */
  organisation: string;
  /** Null: as known now; for results, as each committee saw them. */
  asAt: string | null;
}

/** What each part is asked, besides the metric. */
export interface MetricQuestions {
  definitions: object;
  organisations: object;
  groups: object;
  elements: object;
  observations: OfOne & {
    /** First and last day that the periods may reach. */
    from: string | null;
    to: string | null;
    /** Null: totals. */
    characteristic: string | null;
    revisions: boolean;
  };
  breakdowns: OfOne & { period: string | null };
  targets: OfOne;
  benchmarks: { asAt: string | null };
  standings: OfOne;
  judgements: OfOne;
  commentary: OfOne & { period: string | null };
  results: OfOne & { withRanks: boolean };
  reported: {
    group: string;
    periods: readonly string[];
    asAt: string | null;
    /** ONS codes of those whose figures are wanted by name; null: everybody's. */
    organisations: readonly string[] | null;
  };
}

/** One characteristic's groups in one period. */
export interface BreakdownRow {
  characteristic: string;
  period: string;
  /** Codes of every period for which the characteristic has figures. */
  periods: string[];
  /** Null: none in this period. */
  rows: ObservationRow[] | null;
}

export interface ReportedPeriod {
  period: string;
  /** Everybody's, lowest first. */
  values: string[];
  /** Whose figures were wanted, with their ONS codes. */
  named: (ReportedFigure & { code: string })[];
}

export interface MetricAnswers {
  definitions: (typeof metricDefinitions.$inferSelect)[];
  organisations: (typeof organisations.$inferSelect)[];
  groups: string[];
  elements: (typeof strategyElements.$inferSelect)[];
  observations: (ObservationRow & Known)[];
  breakdowns: BreakdownRow[];
  targets: (TargetRow & Known)[];
  benchmarks: BenchmarkRow[];
  standings: (typeof reportedStandings.$inferSelect)[];
  judgements: (typeof ratings.$inferSelect)[];
  commentary: (typeof commentary.$inferSelect)[];
  results: DashboardReadModel[];
  reported: ReportedPeriod[];
}

/** A question about one metric; without `metricId`, about the one that the statement finds by its code. */
export type MetricQuestion = {
  [Part in MetricPart]: { part: Part; metricId?: string | undefined; asks: MetricQuestions[Part] };
}[MetricPart];

/** Rows that the answers lead to, for the loaders of their nouns. */
export interface MetricNeighbours {
  sources: (typeof sources.$inferSelect)[];
  /** Also those that were asked about: a code that is not among them belongs to nobody. */
  organisations: (typeof organisations.$inferSelect)[];
  users: (typeof users.$inferSelect)[];
  strategies: (typeof strategies.$inferSelect)[];
}

export interface MetricAnswered extends MetricNeighbours {
  /** The one with the code; null when there is none, or none was given. */
  metric: MetricRow | null;
  /** Those of the groups asked about that are lists somebody loaded. */
  loadedGroups: string[];
  /** In the order of the questions. */
  answers: MetricAnswers[MetricPart][];
}

const NEIGHBOURS = { sources, organisations, users, strategies } as const;
type Neighbour = keyof typeof NEIGHBOURS;

const asksOfOne = (name: MetricPart): boolean => partNamed(name).asks.includes("organisation text");

/** Everything that a part was asked, and what it finds for that. */
const tables = (name: MetricPart): string => {
  const { asks, found } = partNamed(name);
  const columns = ["question int", '"metricId" uuid', ...(asks ? [asks] : [])].join(", ");
  return `asked_${name} as materialized (
    select q.*, coalesce(q."metricId", root.id) as metric_id
      ${asks.includes("asAt") ? `, coalesce(q."asAt", 'infinity') as as_at` : ""}
      ${asksOfOne(name) ? ", a.id as organisation_id" : ""}
    from jsonb_to_recordset($2::jsonb -> '${name}') as q(${columns}) left join root on true
    ${asksOfOne(name) ? "join organisations a on a.code = q.organisation" : ""}),
  found_${name} as materialized (with q as (select * from asked_${name}) ${found})`;
};

const answers = (name: MetricPart): string => {
  const { row, order } = partNamed(name);
  return `'${name}', (select json_object_agg(x.question, x.rows) from (
    select f.question, json_agg(${row} order by ${order}) as rows from found_${name} f group by f.question) x)`;
};

const neighbours = (noun: Neighbour, parts: readonly MetricPart[]): string => {
  const ids = parts.flatMap((name) => {
    const found = partNamed(name).leadsTo?.[noun];
    return [
      ...(found ? [`select ${found} from found_${name} f`] : []),
      ...(noun === "organisations" && asksOfOne(name) ? [`select organisation_id from asked_${name}`] : []),
    ];
  });
  if (ids.length === 0) return `'[]'::json as ${noun}`;
  return `(select coalesce(json_agg(${rowJson(NEIGHBOURS[noun], "n")}), '[]') from ${noun} n
    where n.id in (${ids.join(" union ")})) as ${noun}`;
};

const loadedGroups = (parts: readonly MetricPart[]): string =>
  parts.includes("reported")
    ? `(select coalesce(json_agg(c.name), '[]') from comparator_groups c
        where c.name in (select q."group" from asked_reported q)) as "loadedGroups"`
    : `'[]'::json as "loadedGroups"`;

const statement = (parts: readonly MetricPart[]): string => `
with ${["root as (select * from metrics where code = $1)", ...parts.map(tables)].join(", ")}
select (select ${metricJson("root")} from root) as metric,
  json_build_object(${parts.map(answers).join(", ")}) as answers, ${loadedGroups(parts)},
  ${(Object.keys(NEIGHBOURS) as Neighbour[]).map((noun) => neighbours(noun, parts)).join(", ")}
where $2::jsonb is not null`;

const PARTS = Object.keys(METRIC_PARTS) as MetricPart[];
const WHOLE = statement(PARTS);
const NONE = statement([]);
const ALONE = new Map(PARTS.map((part) => [part, statement([part])]));

/** What one field asks together: a place as it is worked out, and as papers print it. */
const PLACE: readonly MetricPart[] = ["reported", "standings"];
const OF_PLACE = statement(PLACE);

const statementFor = (parts: ReadonlySet<MetricPart>): string => {
  const [only] = parts;
  if (only === undefined) return NONE;
  if (parts.size === 1) return ALONE.get(only) ?? WHOLE;
  return parts.size === PLACE.length && PLACE.every((part) => parts.has(part)) ? OF_PLACE : WHOLE;
};

interface AnsweredRow extends Omit<MetricAnswered, "answers"> {
  answers: Record<MetricPart, Record<string, never[]> | null>;
}

const readObservation = (texts: ObservationTexts): ObservationRow & Known => {
  const { row, more } = readObservationTexts(texts);
  const [known, breakdownCharacteristic = null, breakdownCategory = null] = more;
  return { ...row, breakdownCharacteristic, breakdownCategory, known: known === "true" };
};

/** Values come as one text: Postgres writes it, and we read it, in half the time of a list. */
const readReported = ({
  values,
  ...rest
}: Omit<ReportedPeriod, "values"> & { values: string }): ReportedPeriod => ({
  ...rest,
  values: values.split(" "),
});

/** Parts whose rows don't come as they are handed out. */
const READERS: Partial<Record<MetricPart, (row: never) => unknown>> = {
  results: fromStored,
  observations: readObservation,
  reported: readReported,
};

const readAnswer = (part: MetricPart, rows: never[]): MetricAnswers[MetricPart] => {
  const read = READERS[part];
  return read ? (rows.map((row) => read(row)) as MetricAnswers[MetricPart]) : rows;
};

/**
 * Answers questions about metrics in one prepared statement: about the one with a code, which it finds as well, or about
 * those that the questions name. Parts that nobody asks about cost a millisecond together; one part alone, and a place, have a
 * statement of their own. Texts are fixed, whatever is asked, so that no client can fill Postgres with prepared statements.
 */
export const readMetrics = async (
  db: Executor,
  code: string | null,
  questions: readonly MetricQuestion[],
): Promise<MetricAnswered> => {
  const text = statementFor(new Set(questions.map(({ part }) => part)));
  const asked: Partial<Record<MetricPart, object[]>> = {};
  questions.forEach(({ part, metricId, asks }, question) => {
    asked[part] = [...(asked[part] ?? []), { ...asks, question, metricId }];
  });
  const parameters = [code, JSON.stringify(asked)];
  const [row] = await runPrepared<AnsweredRow & Record<string, unknown>>(db, text, parameters);
  if (row === undefined) throw new Error("The statement about metrics gave no row");
  return {
    ...row,
    answers: questions.map(({ part }, question) => readAnswer(part, row.answers[part]?.[question] ?? [])),
  };
};
