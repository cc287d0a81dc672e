import { commentary, metricDefinitions, ratings, reportedStandings } from "../schema/metrics.ts";
import { organisations } from "../schema/organisations.ts";
import { strategyElements } from "../schema/strategies.ts";
import { metricResults } from "./dashboard.ts";
import { benchmarkJson, knownAt, observationJson, observationTexts, targetJson } from "./figures.ts";
import { inGroup, reportedFigures } from "./ranking.ts";
import { rowJson } from "./row-json.ts";

/**
 * What can be asked about a metric, part by part, as SQL. Questions come as JSON, many at once: `q` is one of them with its
 * number (`question`), `metric_id`, `organisation_id` where it names one, and `as_at` (infinity: what is known now, since what stands has
 * no end). Each part finds rows `f` for its questions; `offset 0` keeps the look-up of a question's rows by index apart.
 */
interface Part {
  /** Members of a question besides its key and metric, as columns. `organisation` is joined by its code. */
  asks: string;
  found: string;
  /** One row of the answer, and the order of the rows. */
  row: string;
  order: string;
  /** Ids in `f` of nouns with loaders of their own: their rows come along, so that no loader need ask. */
  leadsTo?: { sources?: string; organisations?: string; users?: string; strategies?: string };
}

const ASKED_OF_ONE = `organisation text, "asAt" timestamptz`;

/** Rows of a table about the question's metric and organisation. */
const ofFigure = (table: string, condition: string): string => `
  cross join lateral (select * from ${table} o
    where o.metric_id = q.metric_id and o.organisation_id = q.organisation_id and ${condition} offset 0) o`;

const KNOWN = knownAt("o", "q.as_at");

const BREAKDOWN = `'breakdownCharacteristic', f.breakdown_characteristic, 'breakdownCategory', f.breakdown_category`;

/** Whether an authority is one of those whose figures are wanted by name. */
const NAMED = "(q.organisations is null or s.code = any(q.organisations))";

export const METRIC_PARTS = {
  definitions: {
    asks: "",
    found: "select q.question, d.* from q join metric_definitions d on d.metric_id = q.metric_id",
    row: rowJson(metricDefinitions, "f"),
    order: "f.valid_from nulls first",
    leadsTo: { sources: "f.source_id" },
  },
  /** Who has a figure for it, by name. */
  organisations: {
    asks: "",
    found: `select q.question, a.* from q cross join organisations a cross join lateral (
      select from observations o where o.metric_id = q.metric_id and o.organisation_id = a.id limit 1) o`,
    row: rowJson(organisations, "f"),
    order: "f.name",
  },
  /** Names of the lists of authorities that were loaded. */
  groups: {
    asks: "",
    found: "select q.question, c.name from q cross join comparator_groups c",
    row: "to_json(f.name)",
    order: "f.name",
  },
  elements: {
    asks: "",
    found: `select q.question, e.*, s.starts_on, s.slug from q
      cross join lateral (select distinct element_id from strategy_element_metrics l where l.metric_id = q.metric_id) l
      join strategy_elements e on e.id = l.element_id join strategies s on s.id = e.strategy_id`,
    row: rowJson(strategyElements, "f"),
    order: "f.starts_on, f.slug, f.position",
    leadsTo: { strategies: "f.strategy_id" },
  },
  /** Totals, or one characteristic's groups; with `revisions` also what is no longer, or not yet, known. */
  observations: {
    asks: `${ASKED_OF_ONE}, "from" date, "to" date, characteristic text, revisions boolean`,
    found: `select q.question, o.*, ${KNOWN} as known from q ${ofFigure(
      "observations",
      `o.breakdown_characteristic is not distinct from q.characteristic and (q.revisions or ${KNOWN})
      and (q."from" is null or o.period_start >= q."from") and (q."to" is null or o.period_end <= q."to")`,
    )}`,
    row: observationTexts("f", "f.known", "f.breakdown_characteristic", "f.breakdown_category"),
    order: "f.period_end, f.period_start, f.status, f.breakdown_category, f.recorded_at",
    leadsTo: { sources: "f.source_id", organisations: "f.organisation_id" },
  },
  /** Each characteristic with its groups in one period: the one asked for, else its newest; and the periods that it has. */
  breakdowns: {
    asks: `${ASKED_OF_ONE}, period text`,
    found: `select f.question, f.breakdown_characteristic as characteristic, f.shown as period,
        json_agg(distinct f.period) as periods,
        json_agg(${observationJson("f", BREAKDOWN)} order by f.breakdown_category)
          filter (where f.period = f.shown) as rows
      from (select q.question, o.*, coalesce(q.period, first_value(o.period) over (
          partition by q.question, o.breakdown_characteristic order by o.period_end desc, o.period_start)) as shown
        from q ${ofFigure("observations", `o.breakdown_characteristic is not null and o.status <> 'FORECAST' and ${KNOWN}`)}) f
      group by f.question, f.breakdown_characteristic, f.shown`,
    row: `json_build_object('characteristic', f.characteristic, 'period', f.period, 'periods', f.periods, 'rows', f.rows)`,
    order: "f.characteristic",
  },
  /** Every version of every target. */
  targets: {
    asks: ASKED_OF_ONE,
    found: `select q.question, o.*, ${KNOWN} as known from q ${ofFigure("targets", "true")}`,
    row: targetJson("f", "'known', f.known"),
    order: "f.period_end desc, f.recorded_at desc",
    leadsTo: { sources: "f.source_id" },
  },
  benchmarks: {
    asks: `"asAt" timestamptz`,
    found: `select q.question, o.* from q cross join lateral (select * from benchmarks o
      where o.metric_id = q.metric_id and ${KNOWN} offset 0) o`,
    row: benchmarkJson("f"),
    order: "f.period, f.group",
    leadsTo: { sources: "f.source_id" },
  },
  standings: {
    asks: ASKED_OF_ONE,
    found: `select q.question, o.* from q ${ofFigure("reported_standings", KNOWN)}`,
    row: rowJson(reportedStandings, "f"),
    order: "f.period_end, f.period_start, f.group",
    leadsTo: { sources: "f.source_id" },
  },
  /** What was judged and stands. */
  judgements: {
    asks: ASKED_OF_ONE,
    found: `select q.question, o.* from q ${ofFigure("ratings", KNOWN)}`,
    row: rowJson(ratings, "f"),
    order: "f.period_end, f.period_start",
    leadsTo: { users: "f.judged_by_id", sources: "f.source_id" },
  },
  commentary: {
    asks: `${ASKED_OF_ONE}, period text`,
    found: `select q.question, o.* from q ${ofFigure("commentary", `(q.period is null or o.period = q.period) and ${KNOWN}`)}`,
    row: rowJson(commentary, "f"),
    order: "f.period_end desc, f.recorded_at desc",
    leadsTo: { users: "f.author_id" },
  },
  /** Its row on each dashboard, as each committee saw it where no instant is asked for. */
  results: {
    asks: `${ASKED_OF_ONE}, "withRanks" boolean`,
    found: `select q.question, e.*, e.json #>> '{rows,0,rating,judgedById}' as judged_by from q cross join lateral (${metricResults(
      {
        metric: "q.metric_id",
        organisation: "q.organisation_id",
        asAt: `q."asAt"`,
        withRanks: `q."withRanks"`,
      },
    )} offset 0) e`,
    row: "f.json",
    order: "f.period",
    leadsTo: { sources: "f.source_id", users: "f.judged_by::uuid" },
  },
  /** What the authorities of a group reported, period by period: all values, lowest first, and those of some or all by name. */
  reported: {
    asks: `"asAt" timestamptz, "group" text, periods text[], organisations text[]`,
    // Who belongs to a group is found once, however many metrics are ranked within it, and each ranking is sorted by itself.
    // From the outside, by what each figure says of its group: within, Postgres would look at every member for every figure.
    found: `, members as materialized (
        select w.name, a.id, a.code from (select distinct q."group" as name from q) w cross join organisations a
        where ${inGroup("w.name")})
      select q.question, p.period, r.* from q cross join lateral unnest(q.periods) as p(period)
      cross join lateral (
        select string_agg(o.value::text, ' ' order by o.value) filter (where s.id is not null) as values,
          array_agg(s.id) filter (where s.id is not null and ${NAMED}) as organisation_ids,
          coalesce(json_agg(json_build_object('organisationId', s.id, 'code', s.code, 'value', o.value::text) order by s.code)
            filter (where s.id is not null and ${NAMED}), '[]') as named
        from ${reportedFigures({ metric: "q.metric_id", period: "p.period", asAt: "q.as_at", group: 'q."group"' })} o
        left join members s on s.name = o.in_group and s.id = o.organisation_id) r
      where r.values is not null`,
    row: `json_build_object('period', f.period, 'values', f.values, 'named', f.named)`,
    order: "f.period",
    leadsTo: { organisations: "unnest(f.organisation_ids)" },
  },
} as const satisfies Record<string, Part>;

export type MetricPart = keyof typeof METRIC_PARTS;

export const partNamed = (name: MetricPart): Part => METRIC_PARTS[name];
