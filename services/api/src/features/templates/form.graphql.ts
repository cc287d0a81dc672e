import { formTemplates } from "@due-regard/database/schema/forms";
import { desc, isNotNull } from "drizzle-orm";
import { type FormView, loadForms } from "../../forms/load-forms.ts";
import { builder } from "../../schema/builder.ts";
import { FormDraftType } from "./form-draft.graphql.ts";
import { FormTemplateType } from "./form-template.graphql.ts";

export const FormType = builder.objectRef<FormView>("Form").implement({
  description: "A form with everything that was published of it.",
  fields: (t) => ({
    key: t.exposeString("key", { description: "What names it." }),
    title: t.string({
      description: "The title of its newest version, or of its draft where none was published.",
      resolve: ({ versions, draft }) => versions[0]?.title ?? String(draft?.document.title ?? ""),
    }),
    versions: t.field({
      type: [FormTemplateType],
      description: "Published versions, newest first.",
      resolve: ({ versions }) => versions,
    }),
    newest: t.field({
      type: FormTemplateType,
      nullable: true,
      description: "The version that new assessments begin on. Null: none was published yet.",
      resolve: ({ versions }) => versions[0] ?? null,
    }),
    draft: t.field({
      type: FormDraftType,
      nullable: true,
      description: "What is being worked on. Null: nothing, or you do not look after forms.",
      resolve: ({ draft }) => draft,
    }),
  }),
});

builder.queryFields((t) => ({
  forms: t.field({
    type: [FormType],
    description: "Every form, by its key.",
    resolve: (_root, _args, { db, viewer }) => loadForms(db, viewer),
  }),
  form: t.field({
    type: FormType,
    nullable: true,
    description: "The form with this key. Null when there is none.",
    args: { key: t.arg.string({ required: true, description: "Such as leicestershire-ehria." }) },
    resolve: async (_root, { key }, { db, viewer }) =>
      (await loadForms(db, viewer)).find((form) => form.key === key) ?? null,
  }),
  formTemplates: t.field({
    type: [FormTemplateType],
    description: "Published forms, every version, newest first.",
    resolve: async (_root, _args, { db }) =>
      await db
        .select()
        .from(formTemplates)
        .where(isNotNull(formTemplates.publishedAt))
        .orderBy(desc(formTemplates.publishedAt), desc(formTemplates.version)),
  }),
}));
