import { print } from "graphql";
import { MetricQuery } from "../../../web/src/features/performance/metric/queries.ts";
import type { Scenario, Subject } from "./scenario.ts";

/**
 * What the page of a metric sends first: its definitions, who reports it, one council's figures of eight years with their
 * revisions, targets, what papers say of it, and its row on each dashboard. The others answer with the same, but for what our
 * rules make of it and for the assessments, which the policy filters.
 */

const SOURCE = "sourceBySourceId { key title committee meetingDate }";
const FIGURE = "display status unit noValueReason note doubts period";
const POSTGRAPHILE = `
query Metric($code: String!, $organisationId: UUID!) {
  metricByCode(code: $code) {
    code officialCode title description framework aim unit accumulation numeratorLabel denominatorLabel
    reportingOrganisations { nodes { code name kind } }
    metricDefinitionsByMetricId { nodes { validFrom validTo text breakNote ${SOURCE} } }
    strategyElementMetricsByMetricId { nodes { strategyElementByElementId { kind title strategyByStrategyId { slug title } } } }
    observationsByMetricId(
      condition: { organisationId: $organisationId, breakdownCharacteristic: null, supersededAt: null }
      orderBy: PERIOD_END_ASC
    ) {
      nodes {
        ${FIGURE} value recordedAt ${SOURCE}
        revisions { nodes { display recordedAt supersededAt ${SOURCE} } }
      }
    }
    targetsByMetricId(condition: { organisationId: $organisationId }) {
      nodes { kind operator low high display note period recordedAt supersededAt ${SOURCE} }
    }
    benchmarksByMetricId(condition: { supersededAt: null }) { nodes { group value display period ${SOURCE} } }
    reportedStandingsByMetricId(condition: { organisationId: $organisationId, supersededAt: null }) {
      nodes { group rank of tied quartile display doubts period ${SOURCE} }
    }
    commentariesByMetricId(condition: { organisationId: $organisationId, supersededAt: null }) {
      nodes { data review action recordedAt period userByAuthorId { name jobTitle } }
    }
    dashboardRowsByMetricId {
      nodes {
        position title ratingPeriod
        dashboardEditionByEditionId { title reportedOn period ${SOURCE} }
        currentFigure { display }
        targetInForce { display }
        ratingInForce { scheme judged comparison reason recordedAt }
      }
    }
  }
}`;

const figureJson = (
  alias: string,
): string => `'display', ${alias}.display, 'status', ${alias}.status, 'unit', ${alias}.unit,
  'noValueReason', ${alias}.no_value_reason, 'note', ${alias}.note, 'doubts', ${alias}.doubts, 'period', ${alias}.period`;
const sourceJson = (
  alias: string,
): string => `'source', (select json_build_object('key', s.key, 'title', s.title,
  'committee', s.committee, 'meetingDate', s.meeting_date) from sources s where s.id = ${alias}.source_id)`;
const inForce = (alias: string, period: string): string =>
  `${alias}.metric_id = r.metric_id and ${alias}.organisation_id = e.organisation_id and ${alias}.period = ${period} and ${alias}.superseded_at is null`;
const list = (name: string, json: string, from: string): string =>
  `'${name}', (select coalesce(json_agg(json_build_object(${json})), '[]') from ${from})`;

const BARE = `
select json_build_object('code', m.code, 'officialCode', m.official_code, 'title', m.title, 'description', m.description,
  'framework', m.framework, 'aim', m.aim, 'unit', m.unit, 'accumulation', m.accumulation,
  'numeratorLabel', m.numerator_label, 'denominatorLabel', m.denominator_label,
  'organisations', (select json_agg(json_build_object('code', a.code, 'name', a.name, 'kind', a.kind) order by a.name)
    from organisations a where exists (select from observations o where o.metric_id = m.id and o.organisation_id = a.id)),
  ${list("definitions", `'validFrom', d.valid_from, 'validTo', d.valid_to, 'text', d.text, 'breakNote', d.break_note, ${sourceJson("d")}`, "metric_definitions d where d.metric_id = m.id")},
  ${list("strategyElements", "'kind', x.kind, 'title', x.title, 'strategy', json_build_object('slug', p.slug, 'title', p.title)", "strategy_element_metrics l join strategy_elements x on x.id = l.element_id join strategies p on p.id = x.strategy_id where l.metric_id = m.id")},
  'observations', (select json_agg(json_build_object(${figureJson("o")}, 'value', o.value::text, 'recordedAt', o.recorded_at,
      ${sourceJson("o")},
      'revisions', (select json_agg(json_build_object('display', v.display, 'recordedAt', v.recorded_at,
        'supersededAt', v.superseded_at, ${sourceJson("v")}) order by v.recorded_at)
        from observations v where v.metric_id = o.metric_id and v.organisation_id = o.organisation_id and v.period = o.period
          and v.breakdown_characteristic is null and (v.status = 'FORECAST') = (o.status = 'FORECAST')))
      order by o.period_end, o.period_start)
    from observations o where o.metric_id = m.id and o.organisation_id = c.id and o.breakdown_characteristic is null
      and o.superseded_at is null),
  ${list("targets", `'kind', t.kind, 'operator', t.operator, 'low', t.low::text, 'high', t.high::text, 'display', t.display, 'note', t.note, 'period', t.period, 'recordedAt', t.recorded_at, 'supersededAt', t.superseded_at, ${sourceJson("t")}`, "targets t where t.metric_id = m.id and t.organisation_id = c.id")},
  ${list("benchmarks", `'group', b.group, 'value', b.value::text, 'display', b.display, 'period', b.period, ${sourceJson("b")}`, "benchmarks b where b.metric_id = m.id and b.superseded_at is null")},
  ${list("standings", `'group', g.group, 'rank', g.rank, 'of', g.of, 'tied', g.tied, 'quartile', g.quartile, 'display', g.display, 'doubts', g.doubts, 'period', g.period, ${sourceJson("g")}`, "reported_standings g where g.metric_id = m.id and g.organisation_id = c.id and g.superseded_at is null")},
  ${list("commentary", "'data', w.data, 'review', w.review, 'action', w.action, 'period', w.period, 'writtenAt', w.recorded_at, 'author', (select json_build_object('name', u.name, 'jobTitle', u.job_title) from users u where u.id = w.author_id)", "commentary w where w.metric_id = m.id and w.organisation_id = c.id and w.superseded_at is null")},
  ${list(
    "results",
    `'position', r.position, 'title', r.title, 'ratingPeriod', r.rating_period,
      'edition', json_build_object('title', e.title, 'reportedOn', e.reported_on, 'period', e.period, ${sourceJson("e")}),
      'current', (select json_build_object('display', o.display) from observations o
        where ${inForce("o", "r.current_period")} and o.breakdown_characteristic is null and o.status <> 'FORECAST'),
      'target', (select json_build_object('display', t.display) from targets t where ${inForce("t", "r.target_period")}),
      'rating', (select json_build_object('scheme', g.scheme, 'judged', g.judged, 'comparison', g.comparison, 'reason', g.reason,
        'judgedAt', g.recorded_at) from ratings g where ${inForce("g", "r.rating_period")})`,
    "dashboard_rows r join dashboard_editions e on e.id = r.edition_id where r.metric_id = m.id and e.organisation_id = c.id",
  )})::text as json
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
  unit: one.unit,
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
  ours: {
    query: print(MetricQuery),
    variables: { code: metric, organisation, organisations: [organisation] },
  },
  bare: { text: BARE, parameters: [metric, organisation] },
  postgraphile: { query: POSTGRAPHILE, variables: { code: metric, organisationId } },
  read: {
    ours: ({ data: { metric: one } }) => ({
      ...metricFields(one),
      organisations: codes(one.organisations),
      definitions: one.definitions.map(({ text }: Json) => text),
      observations: one.sideBySide[0].observations.map((each: Json) =>
        observation(each, each.period.code, each.source.key, each.revisions),
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
