import { assessments } from "@due-regard/database/schema/assessments";
import { formTemplates } from "@due-regard/database/schema/forms";
import { compareTemplates } from "@due-regard/domain/ehria/form/compare-templates";
import { fillWording } from "@due-regard/domain/ehria/form/fill-wording";
import { hashTemplate, writeTemplateFile } from "@due-regard/domain/ehria/form/template-file";
import { count, inArray } from "drizzle-orm";
import { loadVersions, type TemplateRow } from "../../forms/load-forms.ts";
import { loadPublishedTemplate } from "../../forms/published-templates.ts";
import { builder } from "../../schema/builder.ts";
import { groupLoader } from "../../schema/group-loader.ts";
import { loadByIds } from "../../schema/load-by-ids.ts";
import { UserType } from "../people/user.graphql.ts";
import { FormChangeType } from "./form-change.graphql.ts";

const countAssessments = groupLoader(
  async ({ db }, ids) =>
    await db
      .select({ templateId: assessments.templateId, count: count() })
      .from(assessments)
      .where(inArray(assessments.templateId, [...ids]))
      .groupBy(assessments.templateId),
  ({ templateId }) => templateId,
);

const wordingOf = ({ attributes }: TemplateRow): Record<string, string> =>
  (attributes.wording ?? {}) as Record<string, string>;

export const FormTemplateType = builder.loadableNode("FormTemplate", {
  description:
    "A published version of a form. It never changes, and an assessment stays on the version it started on until its lead officer moves it.",
  id: { resolve: (template: TemplateRow) => template.id },
  load: (ids: string[], context) => loadByIds(context.db, formTemplates, ids),
  fields: (t) => ({
    key: t.exposeString("key", { description: "The form's key." }),
    version: t.exposeInt("version", { description: "Its version." }),
    title: t.string({
      description: "Its title.",
      resolve: (row) => fillWording(row.title, wordingOf(row)),
    }),
    intro: t.stringList({
      description: "What it is for, in paragraphs.",
      resolve: async ({ id }, _args, { db }) => [...(await loadPublishedTemplate(db, id)).filled.intro],
    }),
    publishedAt: t.expose("publishedAt", {
      type: "DateTime",
      nullable: true,
      description: "When it was published.",
    }),
    publishedBy: t.field({
      type: UserType,
      nullable: true,
      description: "Who published it. Null: it came with the software.",
      resolve: ({ publishedById }) => publishedById,
    }),
    hash: t.string({
      description:
        "SHA-256 of what it says, whatever its version: the same wherever the same form is imported.",
      resolve: async ({ id }, _args, { db }) => hashTemplate((await loadPublishedTemplate(db, id)).stored),
    }),
    document: t.string({
      description: "The whole form as JSON: what `importFormDraft` takes, here or in another installation.",
      resolve: async ({ id }, _args, { db }) =>
        writeTemplateFile((await loadPublishedTemplate(db, id)).stored),
    }),
    assessmentCount: t.int({
      nullable: true,
      description: "How many assessments are on it, in any state. Null: you do not look after forms.",
      resolve: async ({ id }, _args, context) => (await countAssessments(context, id))[0]?.count ?? 0,
    }),
    changesSince: t.field({
      type: [FormChangeType],
      nullable: true,
      description: "What differs from another version of the same form. Null: there is no such version.",
      args: { version: t.arg.int({ required: true, description: "The version to compare with." }) },
      resolve: async ({ id, key }, { version }, { db }) => {
        const other = (await loadVersions(db, key)).find((row) => row.version === version);
        if (other === undefined) return null;
        const [from, to] = await Promise.all([other.id, id].map((each) => loadPublishedTemplate(db, each)));
        return from && to ? compareTemplates(from.stored, to.stored) : null;
      },
    }),
  }),
});
