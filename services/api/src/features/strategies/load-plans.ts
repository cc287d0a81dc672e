import { dashboardEditions } from "@due-regard/database/schema/dashboards";
import { metrics } from "@due-regard/database/schema/metrics";
import { departments, organisations } from "@due-regard/database/schema/organisations";
import {
  deliveryActions,
  progressNotes,
  strategies,
  strategyElementMetrics,
  strategyElements,
  strategyOrganisations,
} from "@due-regard/database/schema/strategies";
import { periodOf } from "@due-regard/domain/metrics/period";
import { asc, eq, getTableColumns, inArray } from "drizzle-orm";
import type { ApiContext } from "../../context.ts";
import { groupLoader } from "../../schema/group-loader.ts";
import { oncePerRequest } from "../../schema/once-per-request.ts";

/** What hangs under plans, each part read in one statement for all the plans that a request is about. */

const ids = (given: readonly string[]): string[] => [...given];

/** A plan's elements in order. */
export const elementsOf = groupLoader(
  async ({ db }, plans) =>
    await db
      .select()
      .from(strategyElements)
      .where(inArray(strategyElements.strategyId, ids(plans)))
      .orderBy(asc(strategyElements.position)),
  (element) => element.strategyId,
);

/** Which metric hangs under which element of a plan in which year, by the metrics' codes. */
export const linksOf = groupLoader(
  async ({ db }, plans) =>
    await db
      .select({ ...getTableColumns(strategyElementMetrics), strategyId: strategyElements.strategyId })
      .from(strategyElementMetrics)
      .innerJoin(strategyElements, eq(strategyElements.id, strategyElementMetrics.elementId))
      .innerJoin(metrics, eq(metrics.id, strategyElementMetrics.metricId))
      .where(inArray(strategyElements.strategyId, ids(plans)))
      .orderBy(asc(metrics.code)),
  (link) => link.strategyId,
);

/** Whose plan it is, by name. */
export const ownersOf = groupLoader(
  async ({ db }, plans) =>
    await db
      .select({ strategyId: strategyOrganisations.strategyId, organisation: getTableColumns(organisations) })
      .from(strategyOrganisations)
      .innerJoin(organisations, eq(organisations.id, strategyOrganisations.organisationId))
      .where(inArray(strategyOrganisations.strategyId, ids(plans)))
      .orderBy(asc(organisations.name)),
  (owner) => owner.strategyId,
);

/** Departments of the organisations whose plan it is: a role held in one of them reaches the plan. */
export const departmentsOf = groupLoader(
  async ({ db }, plans) =>
    await db
      .select({ strategyId: strategyOrganisations.strategyId, id: departments.id })
      .from(departments)
      .innerJoin(strategyOrganisations, eq(strategyOrganisations.organisationId, departments.organisationId))
      .where(inArray(strategyOrganisations.strategyId, ids(plans))),
  (department) => department.strategyId,
);

/** A plan's delivery actions: what is due first comes first, what has no readable date last. */
export const actionsOf = groupLoader(
  async ({ db }, plans) =>
    await db
      .select()
      .from(deliveryActions)
      .where(inArray(deliveryActions.strategyId, ids(plans)))
      .orderBy(asc(deliveryActions.dueEnd), asc(deliveryActions.reference)),
  (action) => action.strategyId,
);

/** What was said about an action, oldest note first. */
export const notesOf = groupLoader(
  async ({ db }, actions) =>
    await db
      .select()
      .from(progressNotes)
      .where(inArray(progressNotes.actionId, ids(actions)))
      .orderBy(asc(progressNotes.number)),
  (note) => note.actionId,
  // A request that records progress shows the notes as they then stand.
  { cache: false },
);

/**
 * Dashboards of the organisations whose plan it is, newest period first. A plan's ratings come from those that were
 * reported and lie within its years, unless somebody names another.
 */
export const editionsOf = groupLoader(
  async ({ db }, plans) => {
    const rows = await db
      .select({
        strategyId: strategies.id,
        startsOn: strategies.startsOn,
        endsOn: strategies.endsOn,
        code: organisations.code,
        edition: getTableColumns(dashboardEditions),
      })
      .from(dashboardEditions)
      .innerJoin(organisations, eq(organisations.id, dashboardEditions.organisationId))
      .innerJoin(strategyOrganisations, eq(strategyOrganisations.organisationId, organisations.id))
      .innerJoin(strategies, eq(strategies.id, strategyOrganisations.strategyId))
      .where(inArray(strategies.id, ids(plans)));
    return rows
      .map(({ strategyId, startsOn, endsOn, code, edition }) => {
        const { start, end } = periodOf(edition.period);
        const isWithin = edition.reportedOn !== null && start >= startsOn && end <= endsOn;
        return { strategyId, code, edition, end, isWithin };
      })
      .sort((a, b) => b.end.localeCompare(a.end) || a.code.localeCompare(b.code));
  },
  (row) => row.strategyId,
);

/** Every plan, as far as its line needs to know it. */
export const allPlans = oncePerRequest(
  async ({ db }: ApiContext, _all: null) => await db.select().from(strategies),
);
