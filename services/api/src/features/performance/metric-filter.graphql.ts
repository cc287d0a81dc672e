import { metrics } from "@due-regard/database/schema/metrics";
import { strategies, strategyElementMetrics, strategyElements } from "@due-regard/database/schema/strategies";
import type { EffectiveRating } from "@due-regard/domain/metrics/headline-counts";
import type { Aim } from "@due-regard/domain/metrics/vocabulary";
import { and, eq, exists, ilike, inArray, notExists, or, type SQL, sql } from "drizzle-orm";
import type { ApiContext } from "../../context.ts";
import { ratingOf } from "../../derive/result.ts";
import { builder } from "../../schema/builder.ts";
import { readDashboardOnce } from "../../schema/dashboard-once.ts";
import type { Maybe } from "../../schema/maybe.ts";
import { AimEnum, EffectiveRatingEnum } from "../../schema/performance-enums.ts";
import { readPeriod } from "./period.graphql.ts";

const RatedFilter = builder.inputType("RatedFilter", {
  description: "Metrics by how one dashboard rates them.",
  fields: (t) => ({
    organisation: t.string({ required: true, description: "ONS code of whose dashboard it is." }),
    period: t.string({ required: true, description: "Period code of the dashboard: 2017-04/2017-11." }),
    ratings: t.field({
      type: [EffectiveRatingEnum],
      description: "Rated as one of these. Default: every metric on the dashboard.",
    }),
    withCommentary: t.boolean({
      description: "True: only where commentary was written; false: only where none was. Default: either.",
    }),
    asAt: t.field({ type: "DateTime", description: "As known at this instant. Default: as reported." }),
  }),
});

export const MetricFilter = builder.inputType("MetricFilter", {
  description: "Which metrics. Every condition given must hold.",
  fields: (t) => ({
    framework: t.string({ description: "Framework, such as ASCOF-2014 or LOCAL." }),
    aim: t.field({ type: AimEnum, description: "Which way it should go." }),
    tag: t.string({ description: "A tag, such as better-care-fund." }),
    search: t.string({ description: "Words of its code or title." }),
    strategy: t.string({ description: "Slug of a plan that it hangs under, in whatever year." }),
    withoutStrategy: t.boolean({ description: "True: only metrics that hang under no element of any plan." }),
    rated: t.field({ type: RatedFilter, description: "On one dashboard, and rated so." }),
  }),
});

interface RatedConditions {
  organisation: string;
  period: string;
  ratings?: Maybe<NonNullable<EffectiveRating | "NONE">[]>;
  withCommentary?: Maybe<boolean>;
  asAt?: Maybe<string>;
}

interface MetricConditions {
  framework?: Maybe<string>;
  aim?: Maybe<Aim>;
  tag?: Maybe<string>;
  search?: Maybe<string>;
  strategy?: Maybe<string>;
  withoutStrategy?: Maybe<boolean>;
  rated?: Maybe<RatedConditions>;
}

const literally = (words: string): string => `%${words.replace(/[\\%_]/g, "\\$&")}%`;

/** Links of the metric that a statement stands at, to plans that fulfil a condition. */
const linksWhere = ({ db }: ApiContext, condition?: SQL) =>
  db
    .select({ id: strategyElementMetrics.elementId })
    .from(strategyElementMetrics)
    .innerJoin(strategyElements, eq(strategyElements.id, strategyElementMetrics.elementId))
    .innerJoin(strategies, eq(strategies.id, strategyElements.strategyId))
    .where(and(eq(strategyElementMetrics.metricId, metrics.id), condition));

/** Ids of the metrics that a dashboard rates so. Ratings follow from the domain's rules, so they are worked out, not asked of SQL. */
const findRated = async (
  context: ApiContext,
  { organisation, period, ratings, withCommentary, asAt }: RatedConditions,
  withRanks: boolean,
): Promise<string[]> => {
  const question = { organisation, period: readPeriod(period).code, asAt: asAt ?? null, withRanks };
  const edition = await readDashboardOnce(context, question);
  if (edition === null) return [];
  return edition.rows
    .filter((row) => !ratings || ratings.includes(ratingOf(row, edition.scheme).effective ?? "NONE"))
    .filter((row) => withCommentary == null || row.commentary.length > 0 === withCommentary)
    .map((row) => row.metric.id);
};

/** What a statement over metrics must hold to. `withRanks`: the answer will show ranks of the same dashboard. */
export const conditionsOf = async (
  context: ApiContext,
  filter: MetricConditions,
  withRanks: boolean,
): Promise<SQL | undefined> => {
  const { framework, aim, tag, search, strategy, withoutStrategy, rated } = filter;
  return and(
    framework ? eq(metrics.framework, framework) : undefined,
    aim ? eq(metrics.aim, aim) : undefined,
    tag ? sql`${tag} = any(${metrics.tags})` : undefined,
    search ? or(ilike(metrics.title, literally(search)), ilike(metrics.code, literally(search))) : undefined,
    strategy ? exists(linksWhere(context, eq(strategies.slug, strategy))) : undefined,
    withoutStrategy ? notExists(linksWhere(context)) : undefined,
    rated ? inArray(metrics.id, await findRated(context, rated, withRanks)) : undefined,
  );
};
