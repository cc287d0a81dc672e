import { defineRelations } from "drizzle-orm";
import * as dashboards from "./schema/dashboards.ts";
import * as forms from "./schema/forms.ts";
import * as metrics from "./schema/metrics.ts";
import * as organisations from "./schema/organisations.ts";
import * as people from "./schema/people.ts";
import * as sources from "./schema/sources.ts";
import * as strategies from "./schema/strategies.ts";

/**
 * What may be read by following relations: only what anyone who may read performance and strategies may see whole.
 * Assessments are left out on purpose: they are read through one policy-filtered loader (services/api/src/features/assessments).
 */
export const relations = defineRelations(
  { ...dashboards, ...forms, ...metrics, ...organisations, ...people, ...sources, ...strategies },
  (r) => ({
    departments: {
      organisation: r.one.organisations({
        from: r.departments.organisationId,
        to: r.organisations.id,
        optional: false,
      }),
    },
    metrics: {
      definitions: r.many.metricDefinitions(),
      strategyElements: r.many.strategyElements({
        from: r.metrics.id.through(r.strategyElementMetrics.metricId),
        to: r.strategyElements.id.through(r.strategyElementMetrics.elementId),
      }),
    },
    metricDefinitions: {
      metric: r.one.metrics({ from: r.metricDefinitions.metricId, to: r.metrics.id, optional: false }),
      source: r.one.sources({ from: r.metricDefinitions.sourceId, to: r.sources.id }),
    },
    strategies: {
      supersedes: r.one.strategies({
        from: r.strategies.supersedesId,
        to: r.strategies.id,
        alias: "succession",
      }),
      supersededBy: r.one.strategies({
        from: r.strategies.id,
        to: r.strategies.supersedesId,
        alias: "successor",
      }),
      source: r.one.sources({ from: r.strategies.sourceId, to: r.sources.id }),
      organisations: r.many.organisations({
        from: r.strategies.id.through(r.strategyOrganisations.strategyId),
        to: r.organisations.id.through(r.strategyOrganisations.organisationId),
      }),
      elements: r.many.strategyElements(),
      actions: r.many.deliveryActions(),
    },
    strategyElements: {
      strategy: r.one.strategies({
        from: r.strategyElements.strategyId,
        to: r.strategies.id,
        optional: false,
      }),
      parent: r.one.strategyElements({
        from: r.strategyElements.parentId,
        to: r.strategyElements.id,
        alias: "elementParent",
      }),
      children: r.many.strategyElements({
        from: r.strategyElements.id,
        to: r.strategyElements.parentId,
        alias: "elementChildren",
      }),
      metrics: r.many.metrics({
        from: r.strategyElements.id.through(r.strategyElementMetrics.elementId),
        to: r.metrics.id.through(r.strategyElementMetrics.metricId),
      }),
    },
    deliveryActions: {
      strategy: r.one.strategies({ from: r.deliveryActions.strategyId, to: r.strategies.id, optional: false }),
      element: r.one.strategyElements({ from: r.deliveryActions.elementId, to: r.strategyElements.id }),
      metric: r.one.metrics({ from: r.deliveryActions.metricId, to: r.metrics.id }),
    },
  }),
);

export type Relations = typeof relations;
