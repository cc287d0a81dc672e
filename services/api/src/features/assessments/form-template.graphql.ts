import { formTemplates } from "@due-regard/database/schema/forms";
import { builder } from "../../schema/builder.ts";
import { loadByIds } from "../../schema/load-by-ids.ts";

export const FormTemplateType = builder.loadableNode("FormTemplate", {
  description:
    "A version of a form. A published one never changes, and an assessment stays on the version it started on.",
  id: { resolve: (template: typeof formTemplates.$inferSelect) => template.id },
  load: (ids: string[], context) => loadByIds(context.db, formTemplates, ids),
  fields: (t) => ({
    key: t.exposeString("key", { description: "The form's key." }),
    version: t.exposeInt("version", { description: "Its version." }),
    title: t.exposeString("title", { description: "Its title." }),
    publishedAt: t.expose("publishedAt", {
      type: "DateTime",
      nullable: true,
      description: "When it was published. Null: a draft.",
    }),
  }),
});
