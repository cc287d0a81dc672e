import { print } from "graphql";
import { MetricQuery } from "../../../web/src/features/performance/metric/queries.ts";
import type { Scenario, Subject } from "./scenario.ts";

/**
 * What the page of a metric sends: its definitions, who reports it, one council's figures of eight years with their
 * revisions, targets, and its row on each dashboard. The others answer with the same, but for what our rules make of it.
 */

const SOURCE = "key title committee meetingDate";
const FIGURE = "display status noValueReason expectedOn note doubts period";
const POSTGRAPHILE = `
query Metric($code: String!, $organisationId: UUID!) {
  metricByCode(code: $code) {
    code officialCode title description framework aim unit accumulation numeratorLabel denominatorLabel
    reportingOrganisations { nodes { code name } }
    metricDefinitionsByMetricId { nodes { validFrom validTo text breakNote sourceBySourceId { key title } } }
    strategyElementMetricsByMetricId { nodes { strategyElementByElementId { kind title strategyByStrategyId { slug title } } } }
    observationsByMetricId(
      condition: { organisationId: $organisationId, breakdownCharacteristic: null, supersededAt: null }
      orderBy: PERIOD_END_ASC, first: 200
    ) {
      totalCount
      nodes {
        ${FIGURE} value numerator denominator recordedAt sourceBySourceId { ${SOURCE} }
        revisions { nodes { display recordedAt supersededAt sourceBySourceId { key title } } }
      }
    }
    targetsByMetricId(condition: { organisationId: $organisationId }) { nodes { kind low high display note period } }
    dashboardRowsByMetricId {
      nodes {
        position title
        dashboardEditionByEditionId { title reportedOn period organisationId }
        currentFigure { ${FIGURE} }
        targetInForce { display }
        ratingInForce { scheme judged comparison reason }
      }
    }
  }
}`;

const figureJson = (alias: string): string => `'display', ${alias}.display, 'status', ${alias}.status,
  'noValueReason', ${alias}.no_value_reason, 'expectedOn', ${alias}.expected_on, 'note', ${alias}.note, 'doubts', ${alias}.doubts,
  'period', ${alias}.period`;
const sourceJson = (
  alias: string,
): string => `(select json_build_object('key', s.key, 'title', s.title, 'committee', s.committee,
  'meetingDate', s.meeting_date) from sources s where s.id = ${alias}.source_id)`;
const inForce = (alias: string, period: string): string =>
  `${alias}.metric_id = r.metric_id and ${alias}.organisation_id = e.organisation_id and ${alias}.period = ${period} and ${alias}.superseded_at is null`;

const BARE = `
select json_build_object('code', m.code, 'officialCode', m.official_code, 'title', m.title, 'description', m.description,
  'framework', m.framework, 'aim', m.aim, 'unit', m.unit, 'accumulation', m.accumulation,
  'numeratorLabel', m.numerator_label, 'denominatorLabel', m.denominator_label,
  'organisations', (select json_agg(json_build_object('code', a.code, 'name', a.name) order by a.name) from organisations a
    where exists (select from observations o where o.metric_id = m.id and o.organisation_id = a.id)),
  'definitions', (select json_agg(json_build_object('validFrom', d.valid_from, 'validTo', d.valid_to, 'text', d.text,
    'breakNote', d.break_note, 'source', ${sourceJson("d")}) order by d.valid_from nulls first)
    from metric_definitions d where d.metric_id = m.id),
  'strategyElements', (select coalesce(json_agg(json_build_object('kind', x.kind, 'title', x.title,
    'strategy', json_build_object('slug', p.slug, 'title', p.title))), '[]')
    from strategy_element_metrics l join strategy_elements x on x.id = l.element_id join strategies p on p.id = x.strategy_id
    where l.metric_id = m.id),
  'observations', (select json_agg(json_build_object(${figureJson("o")},
      'value', o.value::text, 'numerator', o.numerator::text, 'denominator', o.denominator::text, 'recordedAt', o.recorded_at,
      'source', ${sourceJson("o")},
      'revisions', (select json_agg(json_build_object('display', v.display, 'recordedAt', v.recorded_at,
        'supersededAt', v.superseded_at, 'source', ${sourceJson("v")}) order by v.recorded_at)
        from observations v where v.metric_id = o.metric_id and v.organisation_id = o.organisation_id and v.period = o.period
          and v.breakdown_characteristic is null and (v.status = 'FORECAST') = (o.status = 'FORECAST')))
      order by o.period_end, o.period_start)
    from observations o where o.metric_id = m.id and o.organisation_id = c.id and o.breakdown_characteristic is null
      and o.superseded_at is null),
  'targets', (select coalesce(json_agg(json_build_object('kind', t.kind, 'low', t.low::text, 'high', t.high::text,
    'display', t.display, 'note', t.note, 'period', t.period)), '[]')
    from targets t where t.metric_id = m.id and t.organisation_id = c.id),
  'results', (select coalesce(json_agg(json_build_object('position', r.position, 'title', r.title,
      'edition', json_build_object('title', e.title, 'reportedOn', e.reported_on, 'period', e.period),
      'current', (select json_build_object(${figureJson("o")}) from observations o
        where ${inForce("o", "r.current_period")} and o.breakdown_characteristic is null and o.status <> 'FORECAST'),
      'target', (select json_build_object('display', t.display) from targets t where ${inForce("t", "r.target_period")}),
      'rating', (select json_build_object('scheme', g.scheme, 'judged', g.judged, 'comparison', g.comparison, 'reason', g.reason)
        from ratings g where ${inForce("g", "r.rating_period")}))), '[]')
    from dashboard_rows r join dashboard_editions e on e.id = r.edition_id
    where r.metric_id = m.id and e.organisation_id = c.id))::text as json
from metrics m, organisations c where m.code = $1 and c.code = $2`;

// biome-ignore lint/suspicious/noExplicitAny: rows as JSON holds them
type Json = any;

/** One figure of each, under the same names. */
const observation = (one: Json, period: string, source: string, revisions: Json[]) => ({
  period,
  display: one.display,
  status: one.status,
  reason: one.noValueReason,
  value: one.value,
  numerator: one.numerator,
  denominator: one.denominator,
  note: one.note,
  source,
  revisions: revisions.map((each) => each.display),
});

const metricFields = (one: Json) => ({
  code: one.code,
  officialCode: one.officialCode,
  title: one.title,
  unit: one.unit,
  aim: one.aim,
  accumulation: one.accumulation,
});

const codes = (list: Json[]): string[] => list.map(({ code }) => code).sort();

export const metricPageScenario = ({ organisation, organisationId, metric }: Subject): Scenario => ({
  name: "metric",
  title: "Metric page, as the page asks for it",
  ours: { query: print(MetricQuery), variables: { code: metric, organisation } },
  bare: { text: BARE, parameters: [metric, organisation] },
  postgraphile: { query: POSTGRAPHILE, variables: { code: metric, organisationId } },
  read: {
    ours: ({ data: { metric: one } }) => ({
      ...metricFields(one),
      organisations: codes(one.organisations),
      definitions: one.definitions.map(({ text }: Json) => text),
      observations: one.observations.edges.map(({ node }: Json) =>
        observation(node, node.period.code, node.source.key, node.revisions),
      ),
      targets: one.targets.map((each: Json) => [each.period.code, each.low, each.high, each.display]),
      results: one.results.map((each: Json) => [
        each.title,
        each.edition.period.code,
        each.current.display,
        each.target.display,
        each.rating.judged,
      ]),
    }),
    bare: (one) => ({
      ...metricFields(one),
      organisations: codes(one.organisations),
      definitions: one.definitions.map(({ text }: Json) => text),
      observations: one.observations.map((each: Json) =>
        observation(each, each.period, each.source.key, each.revisions),
      ),
      targets: one.targets.map((each: Json) => [each.period, each.low, each.high, each.display]),
      results: one.results.map((each: Json) => [
        each.title,
        each.edition.period,
        each.current.display,
        each.target.display,
        each.rating?.judged ?? null,
      ]),
    }),
    postgraphile: ({ data: { metricByCode: one } }) => ({
      ...metricFields(one),
      organisations: codes(one.reportingOrganisations.nodes),
      definitions: one.metricDefinitionsByMetricId.nodes.map(({ text }: Json) => text),
      observations: one.observationsByMetricId.nodes.map((each: Json) =>
        observation(each, each.period, each.sourceBySourceId.key, each.revisions.nodes),
      ),
      targets: one.targetsByMetricId.nodes.map((each: Json) => [
        each.period,
        each.low,
        each.high,
        each.display,
      ]),
      results: one.dashboardRowsByMetricId.nodes.map((each: Json) => [
        each.title,
        each.dashboardEditionByEditionId.period,
        each.currentFigure.display,
        each.targetInForce.display,
        each.ratingInForce?.judged ?? null,
      ]),
    }),
  },
});
