import type { ObservationRow } from "@due-regard/database/read-models/figures";
import { observations } from "@due-regard/database/schema/metrics";
import type { ProtectedCharacteristic } from "@due-regard/domain/ehria/vocabulary";
import { periodOf } from "@due-regard/domain/metrics/period";
import { protectObservations } from "../../access/protect-observations.ts";
import { builder } from "../../schema/builder.ts";
import { ProtectedCharacteristicEnum } from "../../schema/ehria-enums.ts";
import { loadByIds } from "../../schema/load-by-ids.ts";
import { NoValueReasonEnum, ObservationStatusEnum, UnitEnum } from "../../schema/performance-enums.ts";
import {
  OrganisationType,
  organisationsAtHand,
  SourceType,
  sourcesAtHand,
} from "../organisations/organisation.graphql.ts";
import { loadRevisions } from "./load-revisions.ts";
import { MetricType } from "./metric-type.ts";
import { PeriodType } from "./period.graphql.ts";

export const ObservationType = builder.loadableNodeRef("Observation", {
  id: { resolve: (observation: ObservationRow) => observation.id },
  load: async (ids: string[], { db, viewer }) => {
    const rows: (ObservationRow | null)[] = await loadByIds(db, observations, ids);
    return (await protectObservations(db, viewer, rows)) as ObservationRow[];
  },
});

const BreakdownType = builder
  .objectRef<{ characteristic: ProtectedCharacteristic; category: string }>("Breakdown")
  .implement({
    description: "The group of people that a figure is about.",
    fields: (t) => ({
      characteristic: t.expose("characteristic", {
        type: ProtectedCharacteristicEnum,
        description: "The protected characteristic.",
      }),
      category: t.exposeString("category", { description: "The group within it." }),
    }),
  });

ObservationType.implement({
  description:
    "A value of a metric for an organisation and period, or the reason why there is none. Never overwritten.",
  fields: (t) => ({
    metric: t.field({
      type: MetricType,
      description: "The metric.",
      resolve: (observation) => observation.metricId,
    }),
    organisation: t.field({
      type: OrganisationType,
      description: "Whose figure it is.",
      resolve: ({ organisationId }, _args, context) => organisationsAtHand.find(context, organisationId),
    }),
    period: t.field({
      type: PeriodType,
      description: "What stretch of time it is about.",
      resolve: (observation) => periodOf(observation.period),
    }),
    breakdown: t.field({
      type: BreakdownType,
      nullable: true,
      description:
        "Which group it is about. Null: everybody. Only analysts see groups as recorded: for others small counts are suppressed and the rest rounded.",
      resolve: ({ breakdownCharacteristic, breakdownCategory }) =>
        breakdownCharacteristic == null
          ? null
          : {
              characteristic: breakdownCharacteristic as ProtectedCharacteristic,
              category: breakdownCategory ?? "",
            },
    }),
    status: t.expose("status", { type: ObservationStatusEnum, description: "What sort of figure it is." }),
    unit: t.expose("unit", { type: UnitEnum, description: "This figure's own unit." }),
    value: t.expose("value", {
      type: "Decimal",
      nullable: true,
      description: "The value in its unit, exact, with its printed precision. Null: see `noValueReason`.",
    }),
    numerator: t.expose("numerator", {
      type: "Decimal",
      nullable: true,
      description: "As printed, perhaps rounded: never recompute a percentage from it. Null: not printed.",
    }),
    denominator: t.expose("denominator", {
      type: "Decimal",
      nullable: true,
      description: "As printed, perhaps rounded. It belongs to its year. Null: not printed.",
    }),
    count: t.expose("count", {
      type: "Decimal",
      nullable: true,
      description: "A count printed beside a rate, such as 33 admissions. Null: none printed.",
    }),
    countOf: t.exposeString("countOf", {
      nullable: true,
      description: "What `count` counts. Null: no count.",
    }),
    display: t.exposeString("display", {
      description: "As printed in its paper, or formatted when entered by hand.",
    }),
    noValueReason: t.expose("noValueReason", {
      type: NoValueReasonEnum,
      nullable: true,
      description: "Why there is no value. Null: there is one.",
    }),
    expectedOn: t.exposeString("expectedOn", {
      nullable: true,
      description: "When results are due, as precisely as the source says: “2018-05”. Null: not said.",
    }),
    note: t.exposeString("note", { nullable: true, description: "What the source adds. Null: nothing." }),
    doubts: t.exposeStringList("doubts", {
      description: "What a careful reader noticed about the printed source. Shown, never resolved silently.",
    }),
    source: t.field({
      type: SourceType,
      nullable: true,
      description: "The paper that it comes from. Null: entered by hand.",
      resolve: ({ sourceId }, _args, context) => sourcesAtHand.find(context, sourceId),
    }),
    recordedAt: t.expose("recordedAt", { type: "DateTime", description: "When it became known here." }),
    supersededAt: t.expose("supersededAt", {
      type: "DateTime",
      nullable: true,
      description: "When a later revision replaced it. Null: it is current.",
    }),
    revisions: t.field({
      type: [ObservationType],
      description: "Every revision of this figure, oldest first, this one included.",
      resolve: (observation, _args, { db, viewer }) =>
        observation.revisions ?? loadRevisions(db, viewer, observation),
    }),
  }),
});
