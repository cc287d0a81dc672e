import { equalityActions } from "@due-regard/database/schema/equality-actions";
import { deliveryActions } from "@due-regard/database/schema/strategies";
import { and, inArray } from "drizzle-orm";
import { GraphQLError } from "graphql";
import type { ApiContext } from "../../../context.ts";
import { builder } from "../../../schema/builder.ts";
import { groupLoader } from "../../../schema/group-loader.ts";
import { londonToday } from "../../../schema/london-today.ts";
import { MetricType } from "../../performance/metric-type.ts";
import { DeliveryActionType, StrategyElementType, StrategyType } from "../../strategies/strategy-types.ts";
import { EqualityActionType } from "../equality-action.graphql.ts";
import {
  type ActionInForce,
  type CountedActions,
  countJoined,
  isOfOrganisation,
  type JOINED_TO,
  loadActionsInForce,
} from "./load-actions.ts";

/** What leads to equality actions: the actions themselves, and how many there are. */

/** Actions that something leads to, by its id; the most that one of them shows. */
const MOST = 1_000;

/**
 * Rows by the id of what they belong to, of one organisation's assessments or of all: one statement for all the ids that are
 * asked for together, since a page asks about one organisation.
 */
const byOrganisation = <Row extends object>(
  load: (context: ApiContext, ids: readonly string[], organisation: string | undefined) => Promise<Row[]>,
  idOf: (row: Row) => string,
) => {
  const keyOf = (id: string, organisation: string): string => `${id} ${organisation}`;
  const find = groupLoader<{ row: Row; organisation: string }>(
    async (context, keys) => {
      const asked = Map.groupBy(
        keys.map((key) => key.split(" ", 2)),
        ([, organisation]) => organisation ?? "",
      );
      const found = [...asked].map(async ([organisation, pairs]) => {
        const ids = pairs.map(([id]) => id ?? "");
        const rows = await load(context, ids, organisation || undefined);
        return rows.map((row) => ({ row, organisation }));
      });
      return (await Promise.all(found)).flat();
    },
    ({ row, organisation }) => keyOf(idOf(row), organisation),
    { cache: false },
  );
  return async (context: ApiContext, id: string, organisation?: string | null): Promise<Row[]> =>
    (await find(context, keyOf(id, organisation?.trim() ?? ""))).map(({ row }) => row);
};

const leadingFrom = (column: "metricId" | "deliveryActionId") =>
  byOrganisation<ActionInForce>(
    async ({ db, viewer }, ids, organisation) =>
      await loadActionsInForce(db, viewer, {
        where: and(
          inArray(equalityActions[column], [...ids]),
          organisation ? isOfOrganisation(organisation) : undefined,
        ),
        today: londonToday(),
        limit: MOST,
      }),
    (action) => action[column] ?? "",
  );

const ofMetric = leadingFrom("metricId");
const ofDeliveryAction = leadingFrom("deliveryActionId");

const LED_TO =
  "of signed assessments that you may see, the late ones first. At most 1,000: `equalityActions` pages through all.";

const OF_ORGANISATION =
  "ONS code. Only actions of assessments that this organisation’s departments make. Null: of everybody’s.";

builder.objectField(MetricType, "equalityActions", (t) =>
  t.field({
    type: [EqualityActionType],
    description: `Actions that should move it, ${LED_TO}`,
    args: {
      open: t.arg.boolean({ description: "True: only those neither done nor given up. False: the others." }),
      first: t.arg.int({ description: "At most so many: 0 to 1,000." }),
      organisation: t.arg.string({ description: OF_ORGANISATION }),
    },
    resolve: async ({ id }, { open, first, organisation }, context) => {
      const most = first ?? MOST;
      if (most < 0 || most > MOST)
        throw new GraphQLError("Ask for 0 to 1,000 actions at a time.", {
          extensions: { code: "BAD_USER_INPUT" },
        });
      const actions = await ofMetric(context, id, organisation);
      return actions.filter(({ isOpen }) => open == null || isOpen === open).slice(0, most);
    },
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

type Counts = Omit<CountedActions, "key">;

const EqualityActionCountsType = builder.objectRef<Counts>("EqualityActionCounts").implement({
  description: "How many actions of signed assessments that you may see, as they stand today.",
  fields: (t) => ({
    open: t.exposeInt("open", { description: "Neither done nor given up." }),
    overdue: t.exposeInt("late", { description: "Of those, the late ones." }),
  }),
});

/** One statement for all that are asked about together: every row of a dashboard, every action of a plan. */
const countsOf = (to: keyof typeof JOINED_TO) => {
  const load = byOrganisation<CountedActions>(
    async ({ db, viewer }, ids, organisation) =>
      await countJoined(db, viewer, { to, ids, organisation, today: londonToday() }),
    ({ key }) => key,
  );
  return async (context: ApiContext, id: string, organisation?: string | null): Promise<Counts> =>
    (await load(context, id, organisation))[0] ?? { open: 0, late: 0 };
};

const COUNTED = "as they stand today, whatever day the figures are of. Null: you may not read assessments.";

const [ofMetrics, ofDeliveryActions, ofStrategies] = [
  countsOf("metric"),
  countsOf("deliveryAction"),
  countsOf("strategy"),
];

builder.objectField(MetricType, "equalityActionCounts", (t) =>
  t.field({
    type: EqualityActionCountsType,
    nullable: true,
    description: `How many actions should move it, ${COUNTED}`,
    args: { organisation: t.arg.string({ description: OF_ORGANISATION }) },
    resolve: ({ id }, { organisation }, context) => ofMetrics(context, id, organisation),
  }),
);

builder.objectField(DeliveryActionType, "equalityActionCounts", (t) =>
  t.field({
    type: EqualityActionCountsType,
    nullable: true,
    description: `How many actions are part of it, ${COUNTED}`,
    resolve: ({ id }, _args, context) => ofDeliveryActions(context, id),
  }),
);

builder.objectField(StrategyType, "equalityActionCounts", (t) =>
  t.field({
    type: EqualityActionCountsType,
    nullable: true,
    description: `How many actions are part of its delivery actions, ${COUNTED}`,
    resolve: ({ id }, _args, context) => ofStrategies(context, id),
  }),
);
