import type { StandingRow } from "@due-regard/database/read-models/figures";
import { BUILT_IN_GROUPS, readReported, WHOLE_COUNTRY } from "@due-regard/database/read-models/ranking";
import { reportedStandings } from "@due-regard/database/schema/metrics";
import { comparatorGroups, departments, organisations } from "@due-regard/database/schema/organisations";
import type { QuartileThresholds } from "@due-regard/domain/metrics/ranking";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { GraphQLError } from "graphql";
import type { ApiContext } from "../../context.ts";
import { builder } from "../../schema/builder.ts";
import { QuartileEnum } from "../../schema/performance-enums.ts";
import { OrganisationType } from "../organisations/organisation.graphql.ts";
import { MetricType } from "./metric-type.ts";
import { readPeriod } from "./period.graphql.ts";
import { type RankingView, rankPrinted, rankReported, type StandingView } from "./rank-figures.ts";
import { requireOrganisation } from "./require-organisation.ts";

const QuartileThresholdsType = builder.objectRef<QuartileThresholds>("QuartileThresholds").implement({
  description:
    "The values that part the quarters, by linear interpolation. A value on one belongs to the better quarter.",
  fields: (t) => ({
    top: t.expose("top", { type: "Decimal", description: "Parts the best quarter from the second." }),
    middle: t.expose("middle", {
      type: "Decimal",
      description: "Parts the better half from the other: the median.",
    }),
    bottom: t.expose("bottom", { type: "Decimal", description: "Parts the third quarter from the last." }),
  }),
});

const StandingType = builder.objectRef<StandingView>("Standing").implement({
  description: "One authority's place.",
  fields: (t) => ({
    organisation: t.field({
      type: OrganisationType,
      description: "The authority.",
      resolve: (standing) => standing.organisationId,
    }),
    value: t.expose("value", { type: "Decimal", description: "Its figure, in the metric's unit." }),
    rank: t.exposeInt("rank", { description: "1 is best." }),
    tied: t.exposeBoolean("tied", { description: "True when others share the rank." }),
    quartile: t.expose("quartile", { type: QuartileEnum, description: "Its quarter." }),
  }),
});

export const RankingType = builder.objectRef<RankingView>("Ranking").implement({
  description: "Place among the authorities that reported, best first. Ties share a rank.",
  fields: (t) => ({
    group: t.exposeString("group", { description: "Among whom: “England”, or a comparator group." }),
    rank: t.exposeInt("rank", { description: "1 is best." }),
    of: t.exposeInt("of", { description: "How many authorities reported." }),
    tied: t.exposeBoolean("tied", { description: "True when others share the rank." }),
    quartile: t.expose("quartile", { type: QuartileEnum, nullable: true, description: "Null: not printed." }),
    thresholds: t.field({
      type: QuartileThresholdsType,
      nullable: true,
      description: "Where the quarters part. Null: the place is as printed, without the figures behind it.",
      resolve: (ranking) => ranking.thresholds,
    }),
    groupMedian: t.expose("groupMedian", {
      type: "Decimal",
      nullable: true,
      description: "The middle of the group's figures. Null: as `thresholds`.",
    }),
    basis: t.exposeString("basis", { description: "Where it comes from, in words." }),
    standings: t.field({
      type: [StandingType],
      description: "Every authority's place, best first. Empty: the place is as printed.",
      resolve: (ranking) => ranking.standings,
    }),
  }),
});

/** Whose place is asked for when nobody says: the council of the viewer's department, else the one kept here. */
const homeOrganisation = async ({ db, viewer }: ApiContext) => {
  const [home] = await db
    .select({ id: organisations.id })
    .from(organisations)
    .innerJoin(departments, eq(departments.organisationId, organisations.id))
    .orderBy(
      sql`(${departments.id} = ${viewer?.departmentId ?? null}::uuid) desc nulls last`,
      asc(organisations.code),
    )
    .limit(1);
  return home ?? null;
};

const requireGroup = async ({ db }: ApiContext, group: string): Promise<void> => {
  if (BUILT_IN_GROUPS.some((name) => name === group)) return;
  const [known] = await db.select().from(comparatorGroups).where(eq(comparatorGroups.name, group));
  if (known !== undefined) return;
  const names = BUILT_IN_GROUPS.join("”, “");
  throw new GraphQLError(
    `No comparator group is called “${group}”. “${names}” need no list; others are loaded.`,
    { extensions: { code: "BAD_USER_INPUT" } },
  );
};

const loadPrinted = async (
  { db }: ApiContext,
  metricId: string,
  organisationId: string,
  period: string,
): Promise<RankingView | null> => {
  const rows: StandingRow[] = await db
    .select()
    .from(reportedStandings)
    .where(
      and(
        eq(reportedStandings.metricId, metricId),
        eq(reportedStandings.organisationId, organisationId),
        eq(reportedStandings.period, period),
        isNull(reportedStandings.supersededAt),
      ),
    );
  return rows.map(rankPrinted).find((view) => view !== null) ?? null;
};

builder.objectField(MetricType, "ranking", (t) =>
  t.field({
    type: RankingType,
    nullable: true,
    description:
      "An organisation's place, worked out over every authority that reported. Where fewer than two did, the place that a paper prints. Null: neither.",
    args: {
      period: t.arg.string({ required: true, description: "Period code." }),
      group: t.arg.string({
        description:
          "“England”, a region such as “East Midlands”, a sort of council such as “Shire counties”, or a comparator group that was loaded. Default: England.",
      }),
      organisation: t.arg.string({ description: "ONS code. Default: your own council." }),
      asAt: t.arg({ type: "DateTime", description: "As known at this instant. Default: now." }),
    },
    resolve: async (metric, { period, group, organisation, asAt }, context) => {
      const { code } = readPeriod(period);
      const among = group ?? WHOLE_COUNTRY;
      await requireGroup(context, among);
      const own = organisation
        ? await requireOrganisation(context.db, organisation)
        : await homeOrganisation(context);
      if (own === null) return null;
      const instant = asAt ?? new Date().toISOString();
      const reported = await readReported(context.db, {
        metricId: metric.id,
        period: code,
        group: among,
        asAt: instant,
      });
      const question = { organisationId: own.id, aim: metric.aim, group: among, period: code };
      const computed = rankReported(reported, question);
      if (computed !== null || group) return computed;
      return await loadPrinted(context, metric.id, own.id, code);
    },
  }),
);
