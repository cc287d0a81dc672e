import type { RatingScheme } from "@due-regard/domain/metrics/vocabulary";
import type { StrategyElementKind } from "@due-regard/domain/strategies/vocabulary";
import type { Executor } from "../connection.ts";
import type { PrintedCells } from "../schema/dashboards.ts";
import {
  type BenchmarkRow,
  benchmarkJson,
  type CommentaryRow,
  commentaryJson,
  type ForecastRow,
  forecastJson,
  knownAt,
  type MetricRow,
  metricJson,
  type ObservationRow,
  type ObservationTexts,
  observationJson,
  observationTexts,
  type RatingRow,
  ratingJson,
  readObservationTexts,
  type StandingRow,
  standingJson,
  type TargetRow,
  targetJson,
} from "./figures.ts";
import { ENGLAND_CONDITION, type ReportedFigure, reportedFigures } from "./ranking.ts";
import { runPrepared } from "./run-prepared.ts";

export interface ElementRow {
  id: string;
  strategyId: string;
  parentId: string | null;
  key: string;
  kind: StrategyElementKind;
  position: number;
  number: string | null;
  title: string;
  text: string | null;
  found: string[];
  willDo: string[];
  howWeWillKnow: string[];
  doubts: string[];
}

export interface DashboardRow {
  position: number;
  title: string;
  betterCareFund: boolean;
  printed: PrintedCells;
  doubts: string[];
  /** Codes of the periods under which the row's figures are kept, whether there are any yet or not. */
  currentPeriod: string;
  currentIsForecast: boolean;
  previousPeriod: string | null;
  targetPeriod: string | null;
  ratingPeriod: string;
  metric: MetricRow;
  layer: ElementRow | null;
  outcome: ElementRow | null;
  supportingOutcome: ElementRow | null;
  current: ObservationRow | null;
  previous: ObservationRow | null;
  /** What is known now, whatever instant was asked for. */
  latest: ObservationRow | null;
  target: TargetRow | null;
  /** The one for the stretch after the target's own, where it is set already. */
  nextTarget: TargetRow | null;
  rating: RatingRow | null;
  standing: StandingRow | null;
  /** Where it stood in the last period before that one. */
  earlierStanding: StandingRow | null;
  /** Every authority's figure for the current period; null when it was not asked for. */
  reported: ReportedFigure[] | null;
  benchmark: BenchmarkRow | null;
  commentary: CommentaryRow[];
  /** Every forecast of this organisation for the metric, as stored: of whichever year. */
  forecasts: ForecastRow[];
  /** First days of the metric's definitions, but for one that holds from the beginning. */
  definitionStarts: string[];
  /**
   * This organisation's figures for the metric that the current one is compared with: over the same days of other years, of
   * the same year before it, and of whole years. Newest period first, at most a hundred.
   */
  series: ObservationRow[];
}

export interface DashboardReadModel {
  id: string;
  organisationId: string;
  period: string;
  scheme: RatingScheme;
  title: string;
  reportedOn: string | null;
  sourceId: string | null;
  /** The instant as at which the rows are shown. */
  asAt: string;
  rows: DashboardRow[];
}

/** As the statements hand it out. */
interface StoredDashboard extends Omit<DashboardReadModel, "rows"> {
  rows: (Omit<DashboardRow, "series"> & { series: ObservationTexts[] | null })[];
}

export const fromStored = (stored: StoredDashboard): DashboardReadModel => ({
  ...stored,
  rows: stored.rows.map((row) => ({
    ...row,
    series: (row.series ?? []).map((texts) => readObservationTexts(texts).row),
  })),
});

/** Later than any instant: every figure as it stands, whatever a committee saw. */
export const LATEST = "infinity";

const figure = (alias: string, period: string): string =>
  `${alias}.metric_id = r.metric_id and ${alias}.organisation_id = e.organisation_id and ${alias}.period = ${period}`;

const total = (alias: string): string => `${alias}.breakdown_characteristic is null`;

const one = (name: string, json: string, from: string, where: string, order = ""): string =>
  `'${name}', (select ${json} from ${from} where ${where} ${order} limit 1)`;

const element = (name: string, column: string): string =>
  one(
    name,
    "to_json(x)",
    '(select id, strategy_id as "strategyId", parent_id as "parentId", key, kind, position, number, title, text, found, will_do as "willDo", how_we_will_know as "howWeWillKnow", doubts from strategy_elements) x',
    `x.id = r.${column}`,
  );

const isForecast = (alias: string): string => `(${alias}.status = 'FORECAST')`;
const current = `${figure("o", "r.current_period")} and ${total("o")} and ${isForecast("o")} = r.current_is_forecast`;

/** Begins within the year after the row's own target ends. */
const targetEnd = `(select max(x.period_end) from targets x where ${figure("x", "r.target_period")})`;
const follows = `t.period_start > ${targetEnd} and t.period_start <= ${targetEnd} + interval '1 year'`;
const standingEnd = `(select max(x.period_end) from reported_standings x where ${figure("x", "r.standing_period")})`;

/** The nation's figure for the dashboard's own year or one before it: a later one is no measure of it. */
const notLater = "left(b.period, 4) <= left(e.period, 4)";

const ofRow = "metric_id = r.metric_id and organisation_id = e.organisation_id";
const outermost = (order: string): string =>
  `(select date_part('year', period_start)::int from observations where ${ofRow} order by period_start ${order} limit 1)`;
const inYear = (day: string): string =>
  `(${day} + (year - date_part('year', ${day})) * interval '1 year')::date`;
/** The first day of the financial year in which the period `c` begins. */
const yearStart = `(date_trunc('year', c.period_start - interval '3 months') + interval '3 months')::date`;

/**
 * Figures `o` that the period `c` is compared with: over the same days of another year, of the same financial year before it
 * ends, and of whole years. What begins on one of a few days the index finds, without a look at the months between.
 */
const COMPARED = `o.period_start = any(array(
    select unnest(array[${inYear("c.period_start")}, ${inYear(yearStart)}])
      from generate_series(${outermost("asc")} - 1, ${outermost("desc")}) year
    union all select month::date from generate_series(${yearStart}, c.period_start, interval '1 month') month))
  and ((date_part('month', o.period_end + 1), date_part('day', o.period_end + 1))
      = (date_part('month', c.period_end + 1), date_part('day', c.period_end + 1))
    or o.period_end - o.period_start > 350 or (o.period_start >= ${yearStart} and o.period_end < c.period_end))`;

/** A row `r` of the edition `e`. What other authorities reported, which not everybody asks for, comes under a condition. */
const rowJson = ({ withRanks }: { withRanks: string }): string => `json_build_object(
  'currentPeriod', r.current_period, 'currentIsForecast', r.current_is_forecast, 'previousPeriod', r.previous_period,
  'targetPeriod', r.target_period, 'ratingPeriod', r.rating_period,
  'position', r.position, 'title', r.title, 'betterCareFund', r.better_care_fund, 'printed', r.printed, 'doubts', r.doubts,
  ${one("metric", metricJson("m"), "metrics m", "m.id = r.metric_id")},
  ${element("layer", "layer_id")},
  ${element("outcome", "outcome_id")},
  ${element("supportingOutcome", "supporting_outcome_id")},
  ${one("current", observationJson("o"), "observations o", `${current} and ${knownAt("o", "e.as_at")}`)},
  ${one("latest", observationJson("o"), "observations o", `${current} and o.superseded_at is null`)},
  ${one("previous", observationJson("o"), "observations o", `${figure("o", "r.previous_period")} and ${total("o")} and ${knownAt("o", "e.as_at")}`, `order by ${isForecast("o")}`)},
  ${one("target", targetJson("t"), "targets t", `${figure("t", "r.target_period")} and ${knownAt("t", "e.as_at")}`)},
  ${one("nextTarget", targetJson("t"), "targets t", `${figure("t", "t.period")} and ${follows} and ${knownAt("t", "e.as_at")}`, "order by t.period_start, t.period_end desc")},
  ${one("rating", ratingJson("g"), "ratings g", `${figure("g", "r.rating_period")} and ${knownAt("g", "e.as_at")}`)},
  ${one("standing", standingJson("s"), "reported_standings s", `${figure("s", "r.standing_period")} and ${knownAt("s", "e.as_at")}`)},
  ${one("earlierStanding", standingJson("s"), "reported_standings s", `${figure("s", "s.period")} and s.period_end < ${standingEnd} and ${knownAt("s", "e.as_at")}`, "order by s.period_end desc")},
  ${one("benchmark", benchmarkJson("b"), "benchmarks b", `b.metric_id = r.metric_id and ${notLater} and ${knownAt("b", "e.as_at")}`, "order by b.period desc")},
  'reported', case when ${withRanks} then (select coalesce(json_agg(json_build_object('organisationId', o.organisation_id, 'value', o.value::text) order by o.value), '[]')
    from ${reportedFigures({ metric: "r.metric_id", period: "r.current_period", asAt: "e.as_at" })} o
      join organisations a on a.id = o.organisation_id where ${ENGLAND_CONDITION}) end,
  'commentary', (select coalesce(json_agg(${commentaryJson("c")} order by c.recorded_at desc), '[]') from commentary c
    where ${figure("c", "e.period")} and ${knownAt("c", "e.as_at")}),
  'forecasts', (select coalesce(json_agg(${forecastJson("o")}), '[]') from observations o
    where o.metric_id = r.metric_id and o.organisation_id = e.organisation_id and ${total("o")} and ${isForecast("o")}
      and ${knownAt("o", "e.as_at")}),
  'definitionStarts', (select coalesce(json_agg(d.valid_from), '[]') from metric_definitions d
    where d.metric_id = r.metric_id and d.valid_from is not null),
  'series', (select json_agg(${observationTexts("o")}) from (
    select o.* from (select o.period_start, o.period_end from observations o where ${current} limit 1) c
    join observations o on o.metric_id = r.metric_id and o.organisation_id = e.organisation_id
    where ${total("o")} and not ${isForecast("o")} and ${knownAt("o", "e.as_at")} and ${COMPARED}
    order by o.period_end desc, o.period_start limit 100) o)
)`;

/** The instant as at which an edition `d` is shown: the one asked for, else when its committee saw it, else now. */
const shownAsAt = (asked: string): string =>
  `coalesce(${asked}, (d.reported_on + 1)::timestamp at time zone 'Europe/London' - interval '1 millisecond', now())`;

/**
 * Editions that match, with their rows that match, each as it was known at `$3` or when its committee saw it. Two texts, for
 * those who ask for ranks and for those who don't: of one with a parameter for that Postgres would keep no plan.
 */
const statements = (editions: string, rows: string): Statements => ({
  plain: statement(editions, rows, "false"),
  withRanks: statement(editions, rows, "true"),
});

interface Statements {
  plain: string;
  withRanks: string;
}

const statement = (editions: string, rows: string, withRanks: string): string => `
with e as materialized (
  select d.*, ${shownAsAt("$3::timestamptz")} as as_at
  from dashboard_editions d join organisations o on o.id = d.organisation_id
  where o.code = $1 and ${editions}
)
select e.id, e.organisation_id as "organisationId", e.period, e.scheme, e.title, e.reported_on::text as "reportedOn",
  e.source_id as "sourceId", to_json(e.as_at)#>>'{}' as "asAt",
  (select coalesce(json_agg(${rowJson({ withRanks })} order by r.position), '[]') from dashboard_rows r where r.edition_id = e.id and ${rows}) as rows
from e order by e.period`;

const DASHBOARD = statements("d.period = $2", "true");
const METRIC_RESULTS = statements(
  "exists (select from dashboard_rows x where x.edition_id = d.id and x.metric_id = $2::uuid)",
  "r.metric_id = $2::uuid",
);

const DASHBOARDS_SHOWING = statements(
  "exists (select from dashboard_rows x where x.edition_id = d.id and x.metric_id = any(string_to_array($2, ',')::uuid[]))",
  "true",
);

/** The same for other statements: editions as JSON, each with its rows for one metric, where `asked` says whose and as at when. */
export const metricResults = (asked: {
  metric: string;
  organisation: string;
  asAt: string;
  withRanks: string;
}): string => `
  select e.period, e.source_id, json_build_object('id', e.id, 'organisationId', e.organisation_id, 'period', e.period,
    'scheme', e.scheme, 'title', e.title, 'reportedOn', e.reported_on, 'sourceId', e.source_id, 'asAt', e.as_at,
    'rows', (select coalesce(json_agg(${rowJson(asked)} order by r.position), '[]')
      from dashboard_rows r where r.edition_id = e.id and r.metric_id = ${asked.metric})) as json
  from (select d.*, ${shownAsAt(asked.asAt)} as as_at from dashboard_editions d
    where d.organisation_id = ${asked.organisation}
      and exists (select from dashboard_rows x where x.edition_id = d.id and x.metric_id = ${asked.metric})) e`;

/**
 * A dashboard in one prepared statement, every figure as it was known at an instant: `asAt`, or when that is null the
 * end of the day on which the committee saw it. `withRanks` adds what other authorities reported. Null: no such edition.
 */
export const readDashboard = async (
  db: Executor,
  question: { organisation: string; period: string; asAt: string | null; withRanks?: boolean },
): Promise<DashboardReadModel | null> => {
  const { organisation, period, asAt, withRanks = false } = question;
  const rows = await run(db, DASHBOARD, withRanks, [organisation, period, asAt]);
  return rows[0] ?? null;
};

/**
 * One metric's row on each of an organisation's dashboards, oldest first, as known at an instant or, when that is null,
 * each as its committee saw it: one statement.
 */
export const readMetricResults = async (
  db: Executor,
  question: { organisation: string; metricId: string; asAt: string | null; withRanks?: boolean },
): Promise<DashboardReadModel[]> => {
  const { organisation, metricId, asAt, withRanks = false } = question;
  return await run(db, METRIC_RESULTS, withRanks, [organisation, metricId, asAt]);
};

/**
 * Every dashboard of an organisation that shows one of these metrics, whole, as known at an instant: one statement. In a
 * transaction it sees what that transaction has written.
 */
export const readDashboardsShowing = async (
  db: Executor,
  question: { organisation: string; metricIds: readonly string[]; asAt: string; withRanks: boolean },
): Promise<DashboardReadModel[]> => {
  const { organisation, metricIds, asAt, withRanks } = question;
  return await run(db, DASHBOARDS_SHOWING, withRanks, [organisation, metricIds.join(), asAt]);
};

/** One prepared statement, on the pool or in the transaction that it is given. */
const run = async (
  db: Executor,
  texts: Statements,
  withRanks: boolean,
  parameters: readonly (string | null)[],
): Promise<DashboardReadModel[]> => {
  const text = withRanks ? texts.withRanks : texts.plain;
  return (await runPrepared<StoredDashboard & Record<string, unknown>>(db, text, parameters)).map(fromStored);
};
