import { sameMonth } from "./postgraphile-functions.ts";
import type { Scenario, Subject } from "./scenario.ts";

/** A dashboard of 35 metrics: figures, targets, judgements, and eight years of the same month behind each. */

const OURS = `
query Dashboard($organisation: String!, $period: String!) {
  dashboard(organisation: $organisation, period: $period) {
    title scheme reportedOn
    groups {
      outcome { title }
      rows {
        position title
        metric { code officialCode aim unit }
        current { value display status period { code } }
        previous { value display status period { code } }
        target { display low high }
        rating { judged }
        series(last: 100) { value display period { code } }
      }
    }
  }
}`;

const FIGURE = "value display status period";
const POSTGRAPHILE = `
query Dashboard($organisationId: UUID!, $period: String!) {
  dashboardEditionByOrganisationIdAndPeriod(organisationId: $organisationId, period: $period) {
    title scheme reportedOn
    dashboardRowsByEditionId(orderBy: POSITION_ASC) {
      nodes {
        position title
        strategyElementByOutcomeId { title }
        metricByMetricId { code officialCode aim unit }
        currentFigure { ${FIGURE} }
        previousFigure { ${FIGURE} }
        targetInForce { display low high }
        ratingInForce { judged }
        series { nodes { value display period } }
      }
    }
  }
}`;

const figureJson = (name: string, period: string): string => `
  '${name}', (select json_build_object('value', o.value::text, 'display', o.display, 'status', o.status, 'period', o.period)
    from observations o where o.metric_id = r.metric_id and o.organisation_id = e.organisation_id and o.period = ${period}
      and o.breakdown_characteristic is null and o.status <> 'FORECAST' and o.superseded_at is null)`;

const BARE = `
select json_build_object('title', e.title, 'scheme', e.scheme, 'reportedOn', e.reported_on, 'rows', (
  select json_agg(json_build_object(
    'position', r.position, 'title', r.title, 'outcome', (select x.title from strategy_elements x where x.id = r.outcome_id),
    'metric', json_build_object('code', m.code, 'officialCode', m.official_code, 'aim', m.aim, 'unit', m.unit),
    ${figureJson("current", "r.current_period")},
    ${figureJson("previous", "r.previous_period")},
    'target', (select json_build_object('display', t.display, 'low', t.low::text, 'high', t.high::text) from targets t
      where t.metric_id = r.metric_id and t.organisation_id = e.organisation_id and t.period = r.target_period and t.superseded_at is null),
    'judged', (select g.judged from ratings g
      where g.metric_id = r.metric_id and g.organisation_id = e.organisation_id and g.period = r.rating_period and g.superseded_at is null),
    'series', (select json_agg(json_build_object('value', o.value::text, 'display', o.display, 'period', o.period) order by o.period_end)
      from observations o where o.metric_id = r.metric_id and o.organisation_id = e.organisation_id and o.superseded_at is null
        and o.breakdown_characteristic is null and o.status <> 'FORECAST' and ${sameMonth("o", "r.current_period")})
  ) order by r.position)
  from dashboard_rows r join metrics m on m.id = r.metric_id where r.edition_id = e.id))::text as json
from dashboard_editions e join organisations a on a.id = e.organisation_id
where a.code = $1 and e.period = $2`;

// biome-ignore lint/suspicious/noExplicitAny: rows as JSON holds them
type Json = any;

/** A figure without a value is no figure to compare: the three name it differently. */
const figure = (one: Json, period: (one: Json) => string) =>
  one && { value: one.value, display: one.display, status: one.status, period: period(one) };

const byCode = (one: Json): string => one.period.code;
const plain = (one: Json): string => one.period;

export const dashboardScenario = ({ organisation, organisationId, period }: Subject): Scenario => ({
  name: "dashboard",
  title: "Dashboard, 35 metrics with series",
  ours: { query: OURS, variables: { organisation, period } },
  bare: { text: BARE, parameters: [organisation, period] },
  postgraphile: { query: POSTGRAPHILE, variables: { organisationId, period } },
  read: {
    ours: ({ data }) =>
      data.dashboard.groups.flatMap((group: Json) =>
        group.rows.map((row: Json) => ({
          position: row.position,
          title: row.title,
          outcome: group.outcome?.title,
          metric: row.metric,
          current: figure(row.current, byCode),
          previous: figure(row.previous, byCode),
          target: row.target,
          judged: row.rating.judged,
          series: row.series.map((one: Json) => figure(one, byCode)),
        })),
      ),
    bare: ({ rows }) =>
      rows.map((row: Json) => ({
        ...row,
        current: figure(row.current, plain),
        previous: figure(row.previous, plain),
        series: row.series.map((one: Json) => figure(one, plain)),
      })),
    postgraphile: ({ data }) =>
      data.dashboardEditionByOrganisationIdAndPeriod.dashboardRowsByEditionId.nodes.map((row: Json) => ({
        position: row.position,
        title: row.title,
        outcome: row.strategyElementByOutcomeId?.title,
        metric: row.metricByMetricId,
        current: figure(row.currentFigure, plain),
        previous: figure(row.previousFigure, plain),
        target: row.targetInForce,
        judged: row.ratingInForce?.judged ?? null,
        series: row.series.nodes.map((one: Json) => figure(one, plain)),
      })),
  },
});
