import type { FormDraftRow } from "@due-regard/database/forms/form-drafts";
import { compareTemplates } from "@due-regard/domain/ehria/form/compare-templates";
import type { TemplateFault } from "@due-regard/domain/ehria/form/template-fault";
import { hashTemplate, writeTemplateFile } from "@due-regard/domain/ehria/form/template-file";
import type { ApiContext } from "../../context.ts";
import { type DraftView, nextVersion, viewDraft } from "../../forms/load-forms.ts";
import { builder } from "../../schema/builder.ts";
import { UserType } from "../people/user.graphql.ts";
import { FormChangeType } from "./form-change.graphql.ts";
import { FormTemplateType } from "./form-template.graphql.ts";

export const FormFaultType = builder.objectRef<TemplateFault>("FormFault").implement({
  description: "Something that keeps a draft from being published.",
  fields: (t) => ({
    path: t.exposeString("path", { description: "Its place, such as “questions.who.condition”." }),
    section: t.exposeString("section", {
      nullable: true,
      description: "Key of the section. Null: it is not about one.",
    }),
    question: t.exposeString("question", {
      nullable: true,
      description: "Key of the question. Null: it is not about one.",
    }),
    message: t.exposeString("message", { description: "What is wrong." }),
    remedy: t.exposeString("remedy", { description: "What to do." }),
  }),
});

const views = new WeakMap<FormDraftRow, Promise<DraftView>>();

/** The draft as it would be published now, worked out once for a row however many fields ask. */
const viewOf = (row: FormDraftRow, { db }: ApiContext): Promise<DraftView> => {
  const view = views.get(row) ?? viewDraft(db, row);
  views.set(row, view);
  return view;
};

export const FormDraftType = builder.objectRef<FormDraftRow>("FormDraft").implement({
  description:
    "The next version of a form while it is being worked on: one for each form. It may still have faults.",
  fields: (t) => ({
    key: t.exposeString("key", { description: "The form's key." }),
    title: t.string({
      description: "The title that it has now.",
      resolve: async (row, _args, context) => (await viewOf(row, context)).template.title,
    }),
    version: t.exposeInt("version", {
      description: "Of the draft as saved: send it back as `basedOnVersion`.",
    }),
    nextVersion: t.int({
      description: "The version of the form that it would be published as.",
      resolve: async (row, _args, context) => nextVersion((await viewOf(row, context)).versions),
    }),
    document: t.string({
      description: "The whole draft as JSON.",
      resolve: async (row, _args, context) => writeTemplateFile((await viewOf(row, context)).template),
    }),
    hash: t.string({
      description: "SHA-256 of what it says.",
      resolve: async (row, _args, context) => hashTemplate((await viewOf(row, context)).template),
    }),
    basedOn: t.field({
      type: FormTemplateType,
      nullable: true,
      description: "The version that it was begun from. Null: it was imported.",
      resolve: ({ basedOnId }) => basedOnId,
    }),
    sameAs: t.field({
      type: FormTemplateType,
      nullable: true,
      description: "A published version that says just the same. Null: none does.",
      resolve: async (row, _args, context) => {
        const { template, published, versions } = await viewOf(row, context);
        const hash = hashTemplate(template);
        return versions[published.findIndex((each) => hashTemplate(each) === hash)] ?? null;
      },
    }),
    startedAt: t.expose("startedAt", { type: "DateTime", description: "When it was begun." }),
    startedBy: t.field({ type: UserType, description: "Who began it.", resolve: (row) => row.startedById }),
    savedAt: t.expose("savedAt", { type: "DateTime", description: "When it was last saved." }),
    savedBy: t.field({ type: UserType, description: "Who saved it last.", resolve: (row) => row.savedById }),
    faults: t.field({
      type: [FormFaultType],
      description: "Everything that keeps it from being published, each with its place and remedy.",
      resolve: async (row, _args, context) => (await viewOf(row, context)).faults,
    }),
    changes: t.field({
      type: [FormChangeType],
      nullable: true,
      description: "What differs from the newest published version. Null: none was published yet.",
      resolve: async (row, _args, context) => {
        const { template, published } = await viewOf(row, context);
        const [newest] = published;
        return newest === undefined ? null : compareTemplates(newest, template);
      },
    }),
  }),
});
