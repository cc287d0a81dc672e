import type { Database } from "@due-regard/database/connection";
import { organisations } from "@due-regard/database/schema/organisations";
import { strategies, strategyOrganisations } from "@due-regard/database/schema/strategies";
import { may, mayForOrganisation } from "@due-regard/domain/access/policy";
import { monthRange, periodBetween } from "@due-regard/domain/metrics/period";
import { and, asc, count, desc, eq, exists, gte, ilike, lte, type SQL } from "drizzle-orm";
import { builder } from "../../schema/builder.ts";
import { connectionOf } from "../../schema/connection.ts";
import { pageOf, pageOfList } from "../../schema/page.ts";
import { OrganisationType, SourceType } from "../organisations/organisation.graphql.ts";
import { PeriodType } from "../performance/period.graphql.ts";
import { actionsOf, departmentsOf, elementsOf, ownersOf } from "./load-plans.ts";
import { DeliveryActionType, StrategyElementType, StrategyType } from "./strategy-types.ts";

const StrategyPage = connectionOf(StrategyType);
const DeliveryActionPage = connectionOf(DeliveryActionType);

StrategyType.implement({
  description: "A plan. Plans run in succession, and a joint one belongs to several organisations.",
  fields: (t) => ({
    slug: t.exposeString("slug", { description: "Its name in addresses." }),
    title: t.exposeString("title", { description: "Its short title." }),
    fullTitle: t.exposeString("fullTitle", {
      nullable: true,
      description: "Its whole title. Null: the same.",
    }),
    summary: t.exposeString("summary", { nullable: true, description: "What it is for, in our words." }),
    isDraft: t.exposeBoolean("isDraft", { description: "True when the paper has it as a draft." }),
    startsOn: t.expose("startsOn", { type: "Date", description: "First day." }),
    endsOn: t.expose("endsOn", { type: "Date", description: "Last day." }),
    doubts: t.exposeStringList("doubts", { description: "What a careful reader noticed about the source." }),
    organisations: t.field({
      type: [OrganisationType],
      description: "Whose plan it is.",
      resolve: async (strategy, _args, context) =>
        (await ownersOf(context, strategy.id)).map(({ organisation }) => organisation),
    }),
    period: t.field({
      type: PeriodType,
      description: "The months that it runs through: one financial year where it is just that.",
      resolve: ({ startsOn, endsOn }) =>
        periodBetween(startsOn, endsOn) ?? monthRange(startsOn.slice(0, 7), endsOn.slice(0, 7)),
    }),
    canRecordProgress: t.boolean({
      description: "Whether you may say how its delivery actions get on.",
      resolve: async (strategy, _args, context) =>
        may(context.viewer, "strategies.progress") &&
        mayForOrganisation(
          context.viewer,
          "strategies.progress",
          (await departmentsOf(context, strategy.id)).map(({ id }) => id),
        ),
    }),
    supersedes: t.field({
      type: StrategyType,
      nullable: true,
      description: "The plan that it followed. Null: none is known.",
      resolve: (strategy) => strategy.supersedesId,
    }),
    source: t.field({
      type: SourceType,
      nullable: true,
      description: "The paper that it was read from.",
      resolve: (strategy) => strategy.sourceId,
    }),
    elements: t.field({
      type: [StrategyElementType],
      description: "All its elements, in order; `parent` gives the tree.",
      resolve: (strategy, _args, context) => elementsOf(context, strategy.id),
    }),
    actions: t.connection(
      {
        type: DeliveryActionType,
        description: "Its delivery actions, by reference.",
        resolve: async (strategy, page, context) =>
          pageOfList(page, (await actionsOf(context, strategy.id)).toSorted(byReference)),
      },
      ...DeliveryActionPage,
    ),
  }),
});

const byReference = (a: { reference: string }, b: { reference: string }): number =>
  a.reference.localeCompare(b.reference, "en", { numeric: true });

const StrategyFilter = builder.inputType("StrategyFilter", {
  description: "Which plans. Every condition given must hold.",
  fields: (t) => ({
    organisation: t.string({ description: "ONS code of an organisation whose plan it is." }),
    search: t.string({ description: "Words of its title." }),
    inForceOn: t.field({ type: "Date", description: "A day within its years, its first and last included." }),
  }),
});

builder.queryFields((t) => ({
  strategies: t.connection(
    {
      type: StrategyType,
      description: "Plans, newest first.",
      args: { filter: t.arg({ type: StrategyFilter, description: "Which ones. Default: all." }) },
      resolve: (_root, { filter, ...page }, { db }) => {
        const where = conditionsOf(db, filter ?? {});
        return pageOf(page, {
          rows: async (limit, offset) =>
            await db
              .select()
              .from(strategies)
              .where(where)
              .orderBy(desc(strategies.startsOn), asc(strategies.title))
              .limit(limit)
              .offset(offset),
          count: async () => (await db.select({ n: count() }).from(strategies).where(where))[0]?.n ?? 0,
        });
      },
    },
    ...StrategyPage,
  ),
  strategy: t.field({
    type: StrategyType,
    nullable: true,
    description: "The plan with this slug. Null when there is none.",
    args: { slug: t.arg.string({ required: true, description: "Such as strategic-plan-2018-22." }) },
    resolve: async (_root, { slug }, { db }) =>
      (await db.select().from(strategies).where(eq(strategies.slug, slug)))[0] ?? null,
  }),
}));

interface StrategyConditions {
  organisation?: string | null | undefined;
  search?: string | null | undefined;
  inForceOn?: string | null | undefined;
}

const conditionsOf = (
  db: Database,
  { organisation, search, inForceOn }: StrategyConditions,
): SQL | undefined => {
  const owners = db
    .select({ id: organisations.id })
    .from(strategyOrganisations)
    .innerJoin(organisations, eq(organisations.id, strategyOrganisations.organisationId))
    .where(
      and(eq(strategyOrganisations.strategyId, strategies.id), eq(organisations.code, organisation ?? "")),
    );
  return and(
    organisation ? exists(owners) : undefined,
    search ? ilike(strategies.title, `%${search.replace(/[\\%_]/g, "\\$&")}%`) : undefined,
    inForceOn ? and(lte(strategies.startsOn, inForceOn), gte(strategies.endsOn, inForceOn)) : undefined,
  );
};
