import { BUILT_IN_GROUPS } from "@due-regard/database/read-models/ranking";
import type { reportedStandings } from "@due-regard/database/schema/metrics";
import { departments, organisations } from "@due-regard/database/schema/organisations";
import { periodOf } from "@due-regard/domain/metrics/period";
import { FEWEST_FOR_QUARTERS, type QuartileThresholds } from "@due-regard/domain/metrics/ranking";
import { asc, eq, sql } from "drizzle-orm";
import type { ApiContext } from "../../context.ts";
import { builder } from "../../schema/builder.ts";
import { QuartileEnum } from "../../schema/performance-enums.ts";
import { selects } from "../../schema/selects.ts";
import {
  OrganisationType,
  organisationsAtHand,
  SourceType,
  sourcesAtHand,
} from "../organisations/organisation.graphql.ts";
import { ask, badInput, organisationAsked } from "./ask-metric.ts";
import { QUESTIONS, rankedAmong } from "./metric-questions.ts";
import { MetricType } from "./metric-type.ts";
import { PeriodType, readPeriod } from "./period.graphql.ts";
import {
  type GroupRankingView,
  type RankingView,
  rankAmong,
  rankGroup,
  rankPrinted,
  type StandingView,
} from "./rank-figures.ts";

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
      resolve: ({ organisationId }, _args, context) => organisationsAtHand.find(context, organisationId),
    }),
    value: t.expose("value", { type: "Decimal", description: "Its figure, in the metric's unit." }),
    rank: t.exposeInt("rank", { description: "1 is best." }),
    tied: t.exposeBoolean("tied", { description: "True when others share the rank." }),
    quartile: t.expose("quartile", {
      type: QuartileEnum,
      nullable: true,
      description: "Its quarter. Null: too few reported to make quarters.",
    }),
  }),
});

export const RankingType = builder.objectRef<RankingView>("Ranking").implement({
  description: "Place among the authorities that reported, best first. Ties share a rank.",
  fields: (t) => ({
    group: t.exposeString("group", { description: "Among whom: “England”, or a comparator group." }),
    rank: t.exposeInt("rank", { description: "1 is best." }),
    of: t.exposeInt("of", { description: "How many authorities reported." }),
    tied: t.exposeBoolean("tied", { description: "True when others share the rank." }),
    quartile: t.expose("quartile", {
      type: QuartileEnum,
      nullable: true,
      description: "Its quarter. Null: not printed, or too few reported to make quarters.",
    }),
    thresholds: t.field({
      type: QuartileThresholdsType,
      nullable: true,
      description:
        "Where the quarters part. Null: too few reported, or the place is as printed, without the figures behind it.",
      resolve: (ranking) => ranking.thresholds,
    }),
    groupMedian: t.expose("groupMedian", {
      type: "Decimal",
      nullable: true,
      description: "The middle of the group's figures. Null: the place is as printed.",
    }),
    basis: t.exposeString("basis", { description: "Where it comes from, in words." }),
    standings: t.field({
      type: [StandingType],
      description: "Every authority's place, best first. Empty: the place is as printed.",
      resolve: (ranking) => ranking.standings,
    }),
  }),
});

const ReportedStandingType = builder
  .objectRef<typeof reportedStandings.$inferSelect>("ReportedStanding")
  .implement({
    description: "A place as a paper prints it.",
    fields: (t) => ({
      group: t.exposeString("group", { description: "Among whom: “England”." }),
      period: t.field({
        type: PeriodType,
        description: "The period that it is about.",
        resolve: ({ period }) => periodOf(period),
      }),
      rank: t.exposeInt("rank", { nullable: true, description: "1 is best. Null: not printed." }),
      of: t.exposeInt("of", { nullable: true, description: "Among how many. Null: not printed." }),
      tied: t.exposeBoolean("tied", {
        nullable: true,
        description: "True when others share the rank. Null: no rank is printed.",
      }),
      quartile: t.expose("quartile", {
        type: QuartileEnum,
        nullable: true,
        description: "Its quarter. Null: not printed.",
      }),
      display: t.exposeString("display", { description: "As printed." }),
      doubts: t.exposeStringList("doubts", {
        description: "What a careful reader noticed about the source.",
      }),
      source: t.field({
        type: SourceType,
        nullable: true,
        description: "The paper. Null: entered by hand.",
        resolve: ({ sourceId }, _args, context) => sourcesAtHand.find(context, sourceId),
      }),
    }),
  });

/** Whose place is asked for when nobody says: the council of the viewer's department, else the one kept here. */
const homeOrganisation = async ({ db, viewer }: ApiContext) => {
  const [home] = await db
    .select({ id: organisations.id, code: organisations.code })
    .from(organisations)
    .innerJoin(departments, eq(departments.organisationId, organisations.id))
    .orderBy(
      sql`(${departments.id} = ${viewer?.departmentId ?? null}::uuid) desc nulls last`,
      asc(organisations.code),
    )
    .limit(1);
  return home ?? null;
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
    resolve: async (metric, { organisation, ...args }, context, info) => {
      const code = organisation ?? (await homeOrganisation(context))?.code;
      if (code === undefined) return null;
      const question = rankedAmong({ ...args, organisation }, selects(info, "standings"));
      const [standings, [reported]] = await Promise.all([
        ask(context, metric, QUESTIONS.reportedStandings({ organisation: code, asAt: args.asAt })),
        ask(context, metric, question),
      ]);
      const period = readPeriod(args.period).code;
      const computed = rankAmong(reported ?? { values: [], named: [] }, {
        organisationId: organisationAsked(context, code)?.id ?? "",
        aim: metric.aim,
        group: question.asks.group,
        period,
      });
      if (computed !== null || args.group) return computed;
      const printed = standings.filter((standing) => standing.period === period).map(rankPrinted);
      return printed.find((view) => view !== null) ?? null;
    },
  }),
);

const GroupRankingType = builder.objectRef<GroupRankingView>("GroupRanking").implement({
  description: "How the authorities of a group stand to each other in one period.",
  fields: (t) => ({
    group: t.exposeString("group", { description: "Among whom: “England”, or a comparator group." }),
    period: t.field({
      type: PeriodType,
      description: "The period.",
      resolve: ({ period }) => periodOf(period),
    }),
    of: t.exposeInt("of", { description: "How many authorities reported." }),
    thresholds: t.field({
      type: QuartileThresholdsType,
      nullable: true,
      description: `Where the quarters part. Null: fewer than ${FEWEST_FOR_QUARTERS} reported.`,
      resolve: ({ thresholds }) => thresholds,
    }),
    groupMedian: t.expose("groupMedian", {
      type: "Decimal",
      description: "The middle of the group's figures.",
    }),
    standings: t.field({
      type: [StandingType],
      description: "The places of the authorities that were named, or of all of them; best first.",
      resolve: ({ standings }) => standings,
    }),
  }),
});

/** Periods that one question may name: as many months as eight years have, with some room. */
const MOST_PERIODS = 200;

builder.objectFields(MetricType, (t) => ({
  groupRankings: t.field({
    type: [GroupRankingType],
    description:
      "Quarters and places within a group, period by period, over every authority of it that reported. Periods for which nobody did are left out, and all of them where no end of the measure is better.",
    args: {
      group: t.arg.string({
        description: "One of `rankingGroups`. Default: England.",
      }),
      periods: t.arg.stringList({ required: true, description: `Period codes, at most ${MOST_PERIODS}.` }),
      organisations: t.arg.stringList({
        description: "ONS codes of those whose places are wanted. Default: everybody's.",
      }),
      asAt: t.arg({ type: "DateTime", description: "As known at this instant. Default: now." }),
    },
    resolve: async (metric, args, context) => {
      if (args.periods.length > MOST_PERIODS)
        throw badInput(`At most ${MOST_PERIODS} periods can be asked for at once.`);
      const question = QUESTIONS.groupRankings(args);
      const reported = await ask(context, metric, question);
      return reported
        .map((period) => rankGroup(period, { group: question.asks.group, aim: metric.aim }))
        .filter((ranking) => ranking !== null);
    },
  }),
  rankingGroups: t.field({
    type: ["String"],
    description:
      "Groups among which it can be ranked: those that need no list, then those that were loaded, by name.",
    resolve: async (metric, _args, context) => [
      ...BUILT_IN_GROUPS,
      ...(await ask(context, metric, QUESTIONS.rankingGroups())),
    ],
  }),
  reportedStandings: t.field({
    type: [ReportedStandingType],
    description:
      "Places of one organisation as papers print them, oldest period first. Those that are worked out never overwrite them.",
    args: {
      organisation: t.arg.string({ required: true, description: "ONS code." }),
      asAt: t.arg({ type: "DateTime", description: "As known at this instant. Default: now." }),
    },
    resolve: (metric, args, context) => ask(context, metric, QUESTIONS.reportedStandings(args)),
  }),
}));
