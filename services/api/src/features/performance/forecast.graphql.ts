import { observations } from "@due-regard/database/schema/metrics";
import { and, asc, eq, isNull } from "drizzle-orm";
import { type ForecastView, storedView } from "../../derive/outlook.ts";
import { builder } from "../../schema/builder.ts";
import { ForecastMethodEnum } from "../../schema/performance-enums.ts";
import { SourceType } from "../organisations/organisation.graphql.ts";
import { UserType } from "../people/user.graphql.ts";
import { PeriodType } from "./period.graphql.ts";

export const ForecastType = builder.objectRef<ForecastView>("Forecast");
ForecastType.implement({
  description: "What a year is expected to end at. Never an actual.",
  fields: (t) => ({
    value: t.expose("value", { type: "Decimal", description: "In the metric's unit." }),
    method: t.expose("method", { type: ForecastMethodEnum, description: "How it was made." }),
    basis: t.exposeString("basis", { description: "What it rests on, in words." }),
    period: t.field({
      type: PeriodType,
      description: "The year that it is for.",
      resolve: ({ period }) => period,
    }),
    author: t.field({
      type: UserType,
      nullable: true,
      description: "Who recorded it. Null: it was worked out when you asked, or read from a paper.",
      resolve: ({ stored }) => stored?.recordedById ?? null,
    }),
    recordedAt: t.field({
      type: "DateTime",
      nullable: true,
      description: "When it became known here. Null: it was worked out when you asked.",
      resolve: ({ stored }) => stored?.recordedAt ?? null,
    }),
    supersededAt: t.field({
      type: "DateTime",
      nullable: true,
      description: "When another was recorded in its place. Null: it stands.",
      resolve: ({ stored }) => stored?.supersededAt ?? null,
    }),
    source: t.field({
      type: SourceType,
      nullable: true,
      description: "The paper that it comes from. Null: none.",
      resolve: ({ stored }) => stored?.sourceId ?? null,
    }),
    revisions: t.field({
      type: [ForecastType],
      description:
        "Every forecast ever stored for the same year, oldest first. Empty: it was worked out when you asked.",
      resolve: async ({ stored }, _args, { db }) => {
        if (stored === null) return [];
        const rows = await db
          .select()
          .from(observations)
          .where(
            and(
              eq(observations.metricId, stored.metricId),
              eq(observations.organisationId, stored.organisationId),
              eq(observations.period, stored.period),
              eq(observations.status, "FORECAST"),
              isNull(observations.breakdownCharacteristic),
            ),
          )
          .orderBy(asc(observations.recordedAt));
        return rows.flatMap((row) => storedView(row) ?? []);
      },
    }),
  }),
});
