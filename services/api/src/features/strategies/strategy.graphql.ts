import { organisations } from "@due-regard/database/schema/organisations";
import {
  deliveryActions,
  strategies,
  strategyElements,
  strategyOrganisations,
} from "@due-regard/database/schema/strategies";
import { and, asc, count, desc, eq, exists, getTableColumns, ilike } from "drizzle-orm";
import { builder } from "../../schema/builder.ts";
import { connectionOf } from "../../schema/connection.ts";
import { pageOf } from "../../schema/page.ts";
import { OrganisationType, SourceType } from "../organisations/organisation.graphql.ts";
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
      resolve: async (strategy, _args, { db }) =>
        await db
          .select(getTableColumns(organisations))
          .from(organisations)
          .innerJoin(strategyOrganisations, eq(strategyOrganisations.organisationId, organisations.id))
          .where(eq(strategyOrganisations.strategyId, strategy.id))
          .orderBy(asc(organisations.name)),
    }),
    supersedes: t.field({
      type: StrategyType,
      nullable: true,
      description: "The plan that it followed. Null: none is known.",
      resolve: (strategy) => strategy.supersedesId,
    }),
    supersededBy: t.field({
      type: StrategyType,
      nullable: true,
      description: "The plan that followed it. Null: none is known.",
      resolve: async (strategy, _args, { db }) =>
        (await db.select().from(strategies).where(eq(strategies.supersedesId, strategy.id)))[0] ?? null,
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
      resolve: async (strategy, _args, { db }) =>
        await db
          .select()
          .from(strategyElements)
          .where(eq(strategyElements.strategyId, strategy.id))
          .orderBy(asc(strategyElements.position)),
    }),
    actions: t.connection(
      {
        type: DeliveryActionType,
        description: "Its delivery actions, by reference.",
        resolve: (strategy, page, { db }) => {
          const where = eq(deliveryActions.strategyId, strategy.id);
          return pageOf(page, {
            rows: async (limit, offset) =>
              await db
                .select()
                .from(deliveryActions)
                .where(where)
                .orderBy(asc(deliveryActions.reference))
                .limit(limit)
                .offset(offset),
            count: async () =>
              (await db.select({ n: count() }).from(deliveryActions).where(where))[0]?.n ?? 0,
          });
        },
      },
      ...DeliveryActionPage,
    ),
  }),
});

const StrategyFilter = builder.inputType("StrategyFilter", {
  description: "Which plans. Every condition given must hold.",
  fields: (t) => ({
    organisation: t.string({ description: "ONS code of an organisation whose plan it is." }),
    search: t.string({ description: "Words of its title." }),
  }),
});

builder.queryFields((t) => ({
  strategies: t.connection(
    {
      type: StrategyType,
      description: "Plans, newest first.",
      args: { filter: t.arg({ type: StrategyFilter, description: "Which ones. Default: all." }) },
      resolve: (_root, { filter, ...page }, { db }) => {
        const owners = db
          .select({ id: organisations.id })
          .from(strategyOrganisations)
          .innerJoin(organisations, eq(organisations.id, strategyOrganisations.organisationId))
          .where(
            and(
              eq(strategyOrganisations.strategyId, strategies.id),
              eq(organisations.code, filter?.organisation ?? ""),
            ),
          );
        const where = and(
          filter?.organisation ? exists(owners) : undefined,
          filter?.search
            ? ilike(strategies.title, `%${filter.search.replace(/[\\%_]/g, "\\$&")}%`)
            : undefined,
        );
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
