import {
  departments,
  organisationSuccessors,
  organisations,
} from "@due-regard/database/schema/organisations";
import { sources } from "@due-regard/database/schema/sources";
import { and, asc, count, eq, getTableColumns, gte, inArray, isNull, lte, or } from "drizzle-orm";
import { builder } from "../../schema/builder.ts";
import { connectionOf } from "../../schema/connection.ts";
import { describedEnum } from "../../schema/described-enum.ts";
import { loadByIds } from "../../schema/load-by-ids.ts";
import { pageOf } from "../../schema/page.ts";
import { rowsAtHand } from "../../schema/rows-at-hand.ts";

export type OrganisationRow = typeof organisations.$inferSelect;
type DepartmentRow = typeof departments.$inferSelect;
export type SourceRow = typeof sources.$inferSelect;

const OrganisationKindEnum = describedEnum<OrganisationRow["kind"]>(
  "OrganisationKind",
  "What sort of body it is.",
  {
    COUNTY: "County council.",
    UNITARY: "Unitary council, and the Isles of Scilly.",
    LONDON_BOROUGH: "London borough, and the City of London.",
    METROPOLITAN_DISTRICT: "Metropolitan district.",
    REGION: "A region of England, as a yardstick.",
    NATION: "The nation, as a yardstick.",
    PARTNER: "Another body that works with councils.",
  },
);

export const OrganisationType = builder.loadableNode("Organisation", {
  description: "A council, a region or the nation as a yardstick, or a partner.",
  id: { resolve: (organisation: OrganisationRow) => organisation.id },
  load: (ids: string[], context) => loadByIds(context.db, organisations, ids),
  fields: (t) => ({
    code: t.exposeString("code", { description: "ONS code, such as E10000018." }),
    name: t.exposeString("name", { description: "Its name." }),
    kind: t.expose("kind", { type: OrganisationKindEnum, description: "What sort of body it is." }),
    validFrom: t.expose("validFrom", {
      type: "Date",
      nullable: true,
      description: "Its first day. Null: before April 2009, or not known.",
    }),
    validTo: t.expose("validTo", {
      type: "Date",
      nullable: true,
      description: "Its last day, where others took over. Null: it is still there.",
    }),
  }),
});

// Beside the type, because they lead to itself.
builder.objectFields(OrganisationType, (t) => ({
  region: t.field({
    type: OrganisationType,
    nullable: true,
    description: "The region of England that it lies in. Null: none, or not known.",
    resolve: (organisation) => organisation.regionId,
  }),
  successors: t.loadableList({
    type: OrganisationType,
    description: "Who took over from it, by name. Empty: it is still there.",
    load: async (ids: string[], { db }) => {
      const rows = await db
        .select({ from: organisationSuccessors.organisationId, ...getTableColumns(organisations) })
        .from(organisationSuccessors)
        .innerJoin(organisations, eq(organisations.id, organisationSuccessors.successorId))
        .where(inArray(organisationSuccessors.organisationId, ids))
        .orderBy(asc(organisations.name));
      return ids.map((id) => rows.filter((row) => row.from === id));
    },
    resolve: (organisation) => organisation.id,
  }),
}));

export const organisationsAtHand = rowsAtHand<OrganisationRow>(OrganisationType);

const OrganisationPage = connectionOf(OrganisationType);

export const DepartmentType = builder.loadableNode("Department", {
  description: "A department of a council: assessments belong to one.",
  id: { resolve: (department: DepartmentRow) => department.id },
  load: (ids: string[], context) => loadByIds(context.db, departments, ids),
  fields: (t) => ({
    name: t.exposeString("name", { description: "Its name." }),
    slug: t.exposeString("slug", { description: "Its name in addresses." }),
    organisation: t.field({
      type: OrganisationType,
      description: "The council that it is part of.",
      resolve: (department) => department.organisationId,
    }),
  }),
});

export const SourceType = builder.loadableObjectRef<SourceRow, string>("Source", {
  load: (ids, context) => loadByIds(context.db, sources, ids),
});

SourceType.implement({
  description: "The paper that a figure comes from.",
  fields: (t) => ({
    key: t.exposeString("key", { description: "Short stable name of the paper." }),
    title: t.exposeString("title", { description: "Title of the report." }),
    authority: t.exposeString("authority", { description: "Whose paper it is." }),
    committee: t.exposeString("committee", { nullable: true, description: "Committee that it went to." }),
    meetingDate: t.expose("meetingDate", {
      type: "Date",
      nullable: true,
      description: "Day of the meeting that it went to.",
    }),
    doubts: t.exposeStringList("doubts", {
      description: "What a careful reader noticed about the paper as a whole.",
    }),
  }),
});

export const sourcesAtHand = rowsAtHand<SourceRow>(SourceType);

builder.queryFields((t) => ({
  organisations: t.connection(
    {
      type: OrganisationType,
      description: "Councils, regions, nations and partners, by name.",
      args: {
        kind: t.arg({ type: OrganisationKindEnum, description: "Only this sort." }),
        region: t.arg.string({ description: "ONS code of a region, such as E12000004: only those in it." }),
        on: t.arg({ type: "Date", description: "Only those that were there on this day. Default: all." }),
      },
      resolve: (_root, { kind, region, on, ...page }, { db }) => {
        const regions = db
          .select({ id: organisations.id })
          .from(organisations)
          .where(eq(organisations.code, region ?? ""));
        const { validFrom, validTo } = organisations;
        const where = and(
          kind ? eq(organisations.kind, kind) : undefined,
          region ? inArray(organisations.regionId, regions) : undefined,
          on ? or(isNull(validFrom), lte(validFrom, on)) : undefined,
          on ? or(isNull(validTo), gte(validTo, on)) : undefined,
        );
        return pageOf(page, {
          rows: async (limit, offset) =>
            await db
              .select()
              .from(organisations)
              .where(where)
              .orderBy(asc(organisations.name))
              .limit(limit)
              .offset(offset),
          count: async () => (await db.select({ n: count() }).from(organisations).where(where))[0]?.n ?? 0,
        });
      },
    },
    ...OrganisationPage,
  ),
  organisation: t.field({
    type: OrganisationType,
    nullable: true,
    description: "The organisation with this ONS code. Null when there is none.",
    args: { code: t.arg.string({ required: true, description: "ONS code, such as E10000018." }) },
    resolve: async (_root, { code }, { db }) =>
      (await db.select().from(organisations).where(eq(organisations.code, code)))[0] ?? null,
  }),
  departments: t.field({
    type: [DepartmentType],
    description: "Departments in which an assessment can be started, by name.",
    resolve: async (_root, _args, { db }) =>
      await db.select().from(departments).orderBy(asc(departments.name)),
  }),
}));
