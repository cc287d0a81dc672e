import { builder } from "../../../schema/builder.ts";
import { connectionOf } from "../../../schema/connection.ts";
import { ProtectedCharacteristicEnum } from "../../../schema/ehria-enums.ts";
import { isRowId } from "../../../schema/load-by-ids.ts";
import { londonToday } from "../../../schema/london-today.ts";
import { pageOf } from "../../../schema/page.ts";
import { ActionStatusEnum } from "../../../schema/strategy-enums.ts";
import { DepartmentType } from "../../organisations/organisation.graphql.ts";
import { MetricType } from "../../performance/metric-type.ts";
import { EqualityActionType } from "../equality-action.graphql.ts";
import { actionConditions } from "./filter-actions.ts";
import {
  type CountedActions,
  countActionsInForce,
  countJoined,
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
    organisation: t.string({
      description: "Of assessments that the departments of the organisation with this ONS code make.",
    }),
    metric: t.string({ description: "Joined to the metric with this code." }),
    strategy: t.string({ description: "Part of a delivery action of the plan with this slug." }),
    deliveryAction: t.string({
      description: "Part of the delivery action with this reference; `strategy` says of which plan.",
    }),
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
    resolve: (_root, _args, { db, viewer }) =>
      countJoined(db, viewer, { to: "metric", today: londonToday() }),
  }),
}));
