import {
  comparatorGroupMembers,
  comparatorGroups,
  organisations,
} from "@due-regard/database/schema/organisations";
import { asc, eq, getTableColumns } from "drizzle-orm";
import { builder } from "../../schema/builder.ts";
import { loadByIds } from "../../schema/load-by-ids.ts";
import { answer, resultUnion } from "../../schema/result-union.ts";
import { OrganisationType } from "../organisations/organisation.graphql.ts";
import { defineComparatorGroup } from "./define-comparator-group.ts";
import { RedefineMetricResult } from "./payloads.graphql.ts";
import { redefineMetric } from "./redefine-metric.ts";

/** What figures mean from a day on, and among whom they are ranked. */

const KEY =
  "Any text of up to 100 characters that names this call: a retry with the same key has no second effect.";

const RedefineMetricInput = builder.inputType("RedefineMetricInput", {
  description: "A new definition of a metric: a break in its series.",
  fields: (t) => ({
    metric: t.string({ required: true, description: "Stable code of the metric." }),
    validFrom: t.field({
      type: "Date",
      required: true,
      description: "First day; the one before ends the day before.",
    }),
    definition: t.string({
      required: true,
      description: "What is counted now, and how. Up to 4,000 characters.",
    }),
    breakNote: t.string({
      required: true,
      description: "Why it changed, for readers of charts. Up to 1,000 characters.",
    }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

builder.mutationField("redefineMetric", (t) =>
  t.field({
    type: RedefineMetricResult,
    description:
      "Gives a metric a new dated definition, which charts and tables mark as a break. Analysts only.",
    args: { input: t.arg({ type: RedefineMetricInput, required: true, description: "The definition." }) },
    resolve: async (_root, { input }, context) => {
      const result = await redefineMetric(context, input);
      return answer(result.ok ? { ok: true, value: { metricId: result.value } } : result);
    },
  }),
);

const ComparatorGroupType = builder
  .objectRef<typeof comparatorGroups.$inferSelect>("ComparatorGroup")
  .implement({
    description: "Authorities to be ranked among, on a list that the council loaded.",
    fields: (t) => ({
      name: t.exposeString("name", { description: "Its name: what `ranking(group:)` takes." }),
      note: t.exposeString("note", {
        nullable: true,
        description: "Whose list it is, and of which year. Null: not said.",
      }),
      organisations: t.field({
        type: [OrganisationType],
        description: "Its members, by name.",
        resolve: async (group, _args, { db }) =>
          await db
            .select(getTableColumns(organisations))
            .from(organisations)
            .innerJoin(comparatorGroupMembers, eq(comparatorGroupMembers.organisationId, organisations.id))
            .where(eq(comparatorGroupMembers.groupId, group.id))
            .orderBy(asc(organisations.name)),
      }),
    }),
  });

builder.queryField("comparatorGroups", (t) =>
  t.field({
    type: [ComparatorGroupType],
    description: "Comparator groups that were loaded, by name. “England” and “Shire counties” need no list.",
    resolve: async (_root, _args, { db }) =>
      await db.select().from(comparatorGroups).orderBy(asc(comparatorGroups.name)),
  }),
);

const DefineComparatorGroupInput = builder.inputType("DefineComparatorGroupInput", {
  description: "A list of authorities to be ranked among.",
  fields: (t) => ({
    name: t.string({ required: true, description: "Its name, new. Up to 100 characters." }),
    note: t.string({ description: "Whose list it is, and of which year. Up to 1,000 characters." }),
    organisations: t.stringList({ required: true, description: "ONS codes of its members, from 2 to 500." }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

const ComparatorGroupDefined = builder.objectRef<{ groupId: string }>("ComparatorGroupDefined").implement({
  description: "The group is there.",
  fields: (t) => ({
    group: t.field({
      type: ComparatorGroupType,
      nullable: true,
      description: "The group. Null: it has gone since.",
      resolve: async ({ groupId }, _args, { db }) =>
        (await loadByIds(db, comparatorGroups, [groupId]))[0] ?? null,
    }),
  }),
});

const DefineComparatorGroupResult = resultUnion("DefineComparatorGroupResult", ComparatorGroupDefined);

builder.mutationField("defineComparatorGroup", (t) =>
  t.field({
    type: DefineComparatorGroupResult,
    description:
      "Loads a list of authorities to be ranked among, such as a year's neighbours. Analysts only.",
    args: { input: t.arg({ type: DefineComparatorGroupInput, required: true, description: "The list." }) },
    resolve: async (_root, { input }, context) => {
      const result = await defineComparatorGroup(context, input);
      return answer(result.ok ? { ok: true, value: { groupId: result.value } } : result);
    },
  }),
);
