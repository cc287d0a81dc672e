import type { Executor } from "@due-regard/database/connection";
import { formTemplates } from "@due-regard/database/schema/forms";
import { desc, isNotNull } from "drizzle-orm";
import { type FormView, loadForms } from "../../forms/load-forms.ts";
import { loadPublishedTemplate } from "../../forms/published-templates.ts";
import { builder } from "../../schema/builder.ts";
import { FormDraftType } from "./form-draft.graphql.ts";
import { FormTemplateType } from "./form-template.graphql.ts";

interface AskedQuestion {
  key: string;
  label: string;
  kind: string;
  version: number;
}

const FormAskedQuestionType = builder.objectRef<AskedQuestion>("FormAskedQuestion").implement({
  description: "A question that some published version of a form asks.",
  fields: (t) => ({
    key: t.exposeString("key", {
      description: "Its key: answers belong to it for good, so no other question may have it.",
    }),
    label: t.exposeString("label", { description: "A few words that name it." }),
    kind: t.exposeString("kind", { description: "Its kind, which a later version may not change." }),
    version: t.exposeInt("version", { description: "The newest version that asks it." }),
  }),
});

/** Every question that was ever asked, as the newest version that asks it has it; those of the newest version first. */
const askedQuestions = async (db: Executor, { versions }: FormView): Promise<AskedQuestion[]> => {
  const published = await Promise.all(
    versions.map(async ({ id }) => (await loadPublishedTemplate(db, id)).filled),
  );
  const asked = published.flatMap(({ version, questions }) =>
    questions.map(({ key, label, kind }) => ({ key, label, kind, version })),
  );
  return [...new Map(asked.toReversed().map((each) => [each.key, each])).values()].reverse();
};

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
    version: t.field({
      type: FormTemplateType,
      nullable: true,
      description: "One published version. Null: there is none of this number.",
      args: { number: t.arg.int({ required: true, description: "Its number." }) },
      resolve: ({ versions }, { number }) => versions.find((row) => row.version === number) ?? null,
    }),
    askedQuestions: t.field({
      type: [FormAskedQuestionType],
      description: "Every question that a published version asks or asked, newest version first.",
      resolve: (form, _args, { db }) => askedQuestions(db, form),
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
