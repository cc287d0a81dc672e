import { standings } from "./postgraphile-functions.ts";
import type { Scenario, Subject } from "./scenario.ts";

// biome-ignore lint/suspicious/noExplicitAny: rows as JSON holds them
type Json = any;

const RANKING = `
query Ranking($metric: String!, $period: String!, $organisation: String!) {
  metric(code: $metric) {
    code
    ranking(period: $period, organisation: $organisation) {
      rank of tied quartile
      standings { organisation { code name } value rank tied quartile }
    }
  }
}`;

const RANKING_POSTGRAPHILE = `
query Ranking($metric: String!, $period: String!) {
  metricByCode(code: $metric) {
    code
    standings(forPeriod: $period) {
      nodes { organisationByOrganisationId { code name } value rank of tied quartile }
    }
  }
}`;

const RANKING_BARE = `
select json_build_object('code', $1::text, 'standings', json_agg(json_build_object(
  'organisation', json_build_object('code', a.code, 'name', a.name), 'value', x.value::text, 'rank', x.rank, 'of', x.of,
  'tied', x.tied, 'quartile', x.quartile) order by x.rank))::text as json
from (${standings("m.code = $1", "o.period = $2")}) x join organisations a on a.id = x.organisation_id`;

/** Ties come in any order: compared by place, then by code. */
const inOrder = (rows: Json[]): Json[] =>
  [...rows].sort((a, b) => a.rank - b.rank || a.organisation.code.localeCompare(b.organisation.code));

const standing = (row: Json, organisation: Json) => ({
  organisation,
  value: row.value,
  rank: row.rank,
  tied: row.tied,
  quartile: row.quartile,
});

/** One metric among all authorities, each with its place. */
export const rankingScenario = ({ organisation, period, metric }: Subject): Scenario => ({
  name: "ranking",
  title: "Ranking, one metric among all authorities",
  ours: { query: RANKING, variables: { metric, period, organisation } },
  bare: { text: RANKING_BARE, parameters: [metric, period] },
  postgraphile: { query: RANKING_POSTGRAPHILE, variables: { metric, period } },
  read: {
    ours: ({ data }) => {
      const { ranking } = data.metric;
      const rows = inOrder(ranking.standings.map((row: Json) => standing(row, row.organisation)));
      return { rows, of: ranking.of };
    },
    bare: ({ standings: rows }) => ({
      rows: inOrder(rows.map((row: Json) => standing(row, row.organisation))),
      of: rows[0].of,
    }),
    postgraphile: ({ data }) => {
      const { nodes } = data.metricByCode.standings;
      const rows = nodes.map((row: Json) => standing(row, row.organisationByOrganisationId));
      return { rows: inOrder(rows), of: nodes[0].of };
    },
  },
});

const PLACES = `
query Places($period: String!, $organisation: String!) {
  metrics(first: 60) {
    edges { node { code ranking(period: $period, organisation: $organisation) { rank of tied quartile } } }
  }
}`;

const PLACES_POSTGRAPHILE = `
query Places($period: String!, $organisation: String!) {
  allMetrics(orderBy: CODE_ASC, first: 60) {
    nodes { code place(forPeriod: $period, ofOrganisation: $organisation) { rank of tied quartile } }
  }
}`;

const PLACES_BARE = `
select json_agg(json_build_object('code', m.code, 'place', (select json_build_object('rank', x.rank, 'of', x.of, 'tied', x.tied,
  'quartile', x.quartile) from places x where x.metric_id = m.id)) order by m.code)::text as json
from metrics m`;

const placesStatement = `
with places as materialized (
  select x.* from (${standings("true", "o.period = $1")}) x where x.organisation_id = (select id from organisations where code = $2)
) ${PLACES_BARE}`;

const place = (code: string, found: Json) => ({ code, place: found?.rank == null ? null : found });
const inCodeOrder = (rows: Json[]): Json[] => [...rows].sort((a, b) => (a.code < b.code ? -1 : 1));

/** One council's place for each of the sixty metrics: 60 × 152 figures are ranked. */
export const placesScenario = ({ organisation, period }: Subject): Scenario => ({
  name: "places",
  title: "Ranking, one council’s place in 60 metrics",
  ours: { query: PLACES, variables: { period, organisation } },
  bare: { text: placesStatement, parameters: [period, organisation] },
  postgraphile: { query: PLACES_POSTGRAPHILE, variables: { period, organisation } },
  read: {
    ours: ({ data }) =>
      inCodeOrder(data.metrics.edges.map(({ node }: Json) => place(node.code, node.ranking))),
    bare: (rows) => inCodeOrder(rows.map((row: Json) => place(row.code, row.place))),
    postgraphile: ({ data }) =>
      inCodeOrder(data.allMetrics.nodes.map((row: Json) => place(row.code, row.place))),
  },
});
