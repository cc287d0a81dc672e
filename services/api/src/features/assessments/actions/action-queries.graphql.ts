import { equalityActions } from "@due-regard/database/schema/equality-actions";
import { deliveryActions } from "@due-regard/database/schema/strategies";
import { inArray } from "drizzle-orm";
import type { ApiContext } from "../../../context.ts";
import { builder } from "../../../schema/builder.ts";
import { connectionOf } from "../../../schema/connection.ts";
import { ProtectedCharacteristicEnum } from "../../../schema/ehria-enums.ts";
import { groupLoader } from "../../../schema/group-loader.ts";
import { isRowId } from "../../../schema/load-by-ids.ts";
import { londonToday } from "../../../schema/london-today.ts";
import { pageOf } from "../../../schema/page.ts";
import { ActionStatusEnum } from "../../../schema/strategy-enums.ts";
import { DepartmentType } from "../../organisations/organisation.graphql.ts";
import { MetricType } from "../../performance/metric-type.ts";
import { DeliveryActionType, StrategyElementType } from "../../strategies/strategy-types.ts";
import { EqualityActionType } from "../equality-action.graphql.ts";
import { actionConditions } from "./filter-actions.ts";
import {
  type ActionInForce,
  type CountedActions,
  countActionsInForce,
  countByMetric,
  loadActionInForce,
  loadActionsInForce,
} from "./load-actions.ts";

const EqualityActionFilter = builder.inputType("EqualityActionFilter", {
  description: "Which actions. Every condition given must hold.",
  fields: (t) => ({
    mine: t.boolean({
      description: "True: only those that you own, and those without an owner of assessments that you lead.",
    }),
    dueBy: t.field({ type: "Date", description: "Still open, and due on this day or earlier." }),
    overdue: t.boolean({
      description: "True: only those that are late today, in London. False: the others.",
    }),
    open: t.boolean({ description: "True: only those neither done nor given up. False: the others." }),
    status: t.field({ type: [ActionStatusEnum], description: "Any of these." }),
    department: t.globalID({ for: DepartmentType, description: "Of this department’s assessments." }),
    metric: t.string({ description: "Joined to the metric with this code." }),
    assessment: t.string({ description: "Of the assessment with this reference." }),
    characteristic: t.field({
      type: ProtectedCharacteristicEnum,
      description: "Of assessments that find this characteristic affected.",
    }),
    text: t.string({ description: "Whose words, or whose assessment’s title or reference, contain this." }),
  }),
});

const EqualityActionPage = connectionOf(EqualityActionType);

const MetricActionsType = builder.objectRef<CountedActions>("MetricActions").implement({
  description: "How many actions of signed assessments that you may see are joined to a metric.",
  fields: (t) => ({
    metric: t.field({ type: MetricType, description: "The metric.", resolve: ({ key }) => key }),
    code: t.string({
      description: "Its code.",
      resolve: async ({ key }, _args, context) => (await MetricType.getDataloader(context).load(key)).code,
    }),
    open: t.exposeInt("open", { description: "Neither done nor given up." }),
    overdue: t.exposeInt("late", { description: "Of those, the late ones." }),
  }),
});

builder.queryFields((t) => ({
  equalityActions: t.connection(
    {
      type: EqualityActionType,
      description:
        "Actions of improvement plans that are signed and in force, of assessments that you may see: the late ones first, then by date, what is done or given up last.",
      args: {
        filter: t.arg({
          type: EqualityActionFilter,
          description: "Which ones. Default: all that you may see.",
        }),
      },
      resolve: (_root, { filter, ...page }, context) => {
        const { db, viewer } = context;
        const today = londonToday();
        const where = actionConditions(context, filter ?? {}, today);
        return pageOf(page, {
          rows: (limit, offset) => loadActionsInForce(db, viewer, { where, today, limit, offset }),
          count: () => countActionsInForce(db, viewer, where),
        });
      },
    },
    ...EqualityActionPage,
  ),
  equalityAction: t.field({
    type: EqualityActionType,
    nullable: true,
    description:
      "The action in force of the line that this one belongs to, whichever revision’s it is. Null: there is none, or you may not see it.",
    args: {
      id: t.arg.globalID({ for: EqualityActionType, required: true, description: "Of any revision." }),
    },
    resolve: async (_root, { id }, { db, viewer }) =>
      isRowId(id.id) ? await loadActionInForce(db, viewer, id.id, londonToday()) : null,
  }),
  metricActions: t.field({
    type: [MetricActionsType],
    description: "For each metric that actions you may see are joined to, how many there are.",
    resolve: (_root, _args, { db, viewer }) => countByMetric(db, viewer, londonToday()),
  }),
}));

/** Actions that something leads to, by its id; the most that one of them shows. */
const MOST = 1_000;

interface LedTo extends ActionInForce {
  from: string;
}

type Column = typeof equalityActions.metricId | typeof equalityActions.deliveryActionId;

const leadingFrom = (column: Column) =>
  groupLoader<LedTo>(
    async ({ db, viewer }: ApiContext, ids) => {
      const today = londonToday();
      const rows = await loadActionsInForce(db, viewer, {
        where: inArray(column, [...ids]),
        today,
        limit: MOST,
      });
      const lines = rows.map(({ id, originId }) => originId ?? id);
      if (lines.length === 0) return [];
      const joined = await db
        .select({ id: equalityActions.id, from: column })
        .from(equalityActions)
        .where(inArray(equalityActions.id, lines));
      const fromOf = new Map(joined.map(({ id, from }) => [id, from ?? ""]));
      return rows.map((row) => ({ ...row, from: fromOf.get(row.originId ?? row.id) ?? "" }));
    },
    ({ from }) => from,
    { cache: false },
  );

const ofMetric = leadingFrom(equalityActions.metricId);
const ofDeliveryAction = leadingFrom(equalityActions.deliveryActionId);

const LED_TO =
  "of signed assessments that you may see, the late ones first. At most 1,000: `equalityActions` pages through all.";

builder.objectField(MetricType, "equalityActions", (t) =>
  t.field({
    type: [EqualityActionType],
    description: `Actions that should move it, ${LED_TO}`,
    resolve: ({ id }, _args, context) => ofMetric(context, id),
  }),
);

builder.objectField(DeliveryActionType, "equalityActions", (t) =>
  t.field({
    type: [EqualityActionType],
    description: `Actions that are part of it, ${LED_TO}`,
    resolve: ({ id }, _args, context) => ofDeliveryAction(context, id),
  }),
);

/** Delivery actions by the element that they serve. */
const deliveryOf = groupLoader<{ id: string; elementId: string | null }>(
  async ({ db }, elementIds) =>
    await db
      .select({ id: deliveryActions.id, elementId: deliveryActions.elementId })
      .from(deliveryActions)
      .where(inArray(deliveryActions.elementId, [...elementIds])),
  ({ elementId }) => elementId ?? "",
);

builder.objectField(StrategyElementType, "equalityActions", (t) =>
  t.field({
    type: [EqualityActionType],
    description: `Actions that are part of what is done for it, ${LED_TO}`,
    resolve: async ({ id }, _args, context) => {
      const delivery = await deliveryOf(context, id);
      return (await Promise.all(delivery.map((each) => ofDeliveryAction(context, each.id)))).flat();
    },
  }),
);
