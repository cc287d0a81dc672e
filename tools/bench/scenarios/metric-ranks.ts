import { print } from "graphql";
import { MetricRanksQuery } from "../../../web/src/features/performance/metric/queries.ts";
import { standings } from "./postgraphile-functions.ts";
import type { Scenario, Subject } from "./scenario.ts";

/** What the page of a metric sends next: one council's place in each month that the chart shows, and everybody's in the newest. */

const POSTGRAPHILE = `
query MetricRanks($code: String!, $periods: [String!]!, $period: String!, $organisation: String!) {
  metricByCode(code: $code) {
    places(forPeriods: $periods, ofOrganisation: $organisation) {
      nodes { period value rank of tied quartile top middle bottom organisationByOrganisationId { code name } }
    }
    standings(forPeriod: $period) { nodes { value rank of tied quartile organisationByOrganisationId { code name } } }
  }
}`;

const STANDING = `'organisation', json_build_object('code', a.code, 'name', a.name), 'value', x.value::text, 'rank', x.rank,
  'of', x.of, 'tied', x.tied, 'quartile', x.quartile`;

const BARE = `
select json_build_object(
  'series', (select json_agg(json_build_object('period', x.period, 'top', x.top, 'middle', x.middle, 'bottom', x.bottom, ${STANDING})
      order by x.period)
    from (${standings("m.code = $1", "o.period = any($2::text[])")}) x join organisations a on a.id = x.organisation_id
    where a.code = $3),
  'everybody', (select json_agg(json_build_object(${STANDING}) order by x.rank)
    from (${standings("m.code = $1", "o.period = $4")}) x join organisations a on a.id = x.organisation_id))::text as json`;

// biome-ignore lint/suspicious/noExplicitAny: rows as JSON holds them
type Json = any;

const standing = (row: Json, organisation: Json) => ({
  code: organisation.code,
  value: row.value,
  rank: row.rank,
  tied: row.tied,
  quartile: row.quartile,
});

/** Thresholds are compared as numbers: “9.5” and 9.50 are one. */
const place = (period: string, thresholds: Json, of: number, row: Json, organisation: Json) => ({
  period,
  thresholds: [thresholds.top, thresholds.middle, thresholds.bottom].map(Number),
  of,
  ...standing(row, organisation),
});

const inOrder = (rows: Json[]): Json[] =>
  [...rows].sort((a, b) => a.rank - b.rank || (a.code < b.code ? -1 : 1));
const byPeriod = (rows: Json[]): Json[] => [...rows].sort((a, b) => (a.period < b.period ? -1 : 1));

export const metricRanksScenario = ({ organisation, metric, period, periods }: Subject): Scenario => ({
  name: "ranks",
  title: `Metric page, places in ${periods.length} months`,
  ours: {
    query: print(MetricRanksQuery),
    variables: { code: metric, group: "England", periods, organisations: [organisation], period: [period] },
  },
  bare: { text: BARE, parameters: [metric, periods, organisation, period] },
  postgraphile: { query: POSTGRAPHILE, variables: { code: metric, periods, period, organisation } },
  read: {
    ours: ({ data: { metric: one } }) => ({
      series: byPeriod(
        one.series.flatMap((each: Json) =>
          each.standings.map((row: Json) =>
            place(each.period.code, each.thresholds, each.of, row, row.organisation),
          ),
        ),
      ),
      everybody: inOrder(one.everybody[0].standings.map((row: Json) => standing(row, row.organisation))),
    }),
    bare: ({ series, everybody }) => ({
      series: byPeriod(series.map((row: Json) => place(row.period, row, row.of, row, row.organisation))),
      everybody: inOrder(everybody.map((row: Json) => standing(row, row.organisation))),
    }),
    postgraphile: ({ data: { metricByCode: one } }) => ({
      series: byPeriod(
        one.places.nodes.map((row: Json) =>
          place(row.period, row, row.of, row, row.organisationByOrganisationId),
        ),
      ),
      everybody: inOrder(
        one.standings.nodes.map((row: Json) => standing(row, row.organisationByOrganisationId)),
      ),
    }),
  },
});
