import type { FormDraftRow } from "@due-regard/database/forms/form-drafts";
import type { ApiContext } from "../../context.ts";
import { loadForms, type TemplateRow } from "../../forms/load-forms.ts";
import { builder } from "../../schema/builder.ts";
import { answer, resultUnion } from "../../schema/result-union.ts";
import { discardFormDraft } from "./discard-draft.ts";
import { FormType } from "./form.graphql.ts";
import { FormDraftType } from "./form-draft.graphql.ts";
import { FormTemplateType } from "./form-template.graphql.ts";
import { importFormDraft } from "./import-draft.ts";
import { publishFormDraft } from "./publish-draft.ts";
import { saveFormDraft } from "./save-draft.ts";
import { startFormDraft } from "./start-draft.ts";

const KEY = "The form's key.";
const BASED_ON = "The version of the draft that this is based on.";
const DOCUMENT = "The whole form as JSON, up to 600,000 characters.";

const StartFormDraftInput = builder.inputType("StartFormDraftInput", {
  description: "Which form to work on.",
  fields: (t) => ({
    key: t.string({ required: true, description: KEY }),
    fromVersion: t.int({ description: "The version to begin from. Default: the newest." }),
  }),
});

const ImportFormDraftInput = builder.inputType("ImportFormDraftInput", {
  description: "A form from a file.",
  fields: (t) => ({
    document: t.string({ required: true, description: DOCUMENT }),
    key: t.string({
      description: "Key to import it under: lower-case words joined by hyphens. Default: as the file says.",
    }),
    replacesVersion: t.int({
      description:
        "The version of the form's draft that it takes the place of. Default: the form has no draft.",
    }),
  }),
});

const SaveFormDraftInput = builder.inputType("SaveFormDraftInput", {
  description: "A draft as it should stand now.",
  fields: (t) => ({
    key: t.string({ required: true, description: KEY }),
    document: t.string({ required: true, description: DOCUMENT }),
    basedOnVersion: t.int({ required: true, description: BASED_ON }),
  }),
});

const DiscardFormDraftInput = builder.inputType("DiscardFormDraftInput", {
  description: "Which draft to give up.",
  fields: (t) => ({
    key: t.string({ required: true, description: KEY }),
    basedOnVersion: t.int({ required: true, description: BASED_ON }),
  }),
});

const PublishFormDraftInput = builder.inputType("PublishFormDraftInput", {
  description: "Which draft to publish.",
  fields: (t) => ({
    key: t.string({ required: true, description: KEY }),
    basedOnVersion: t.int({ required: true, description: `${BASED_ON} What you saw is what is published.` }),
    idempotencyKey: t.string({
      description:
        "Any text of up to 100 characters that names this call: a retry with the same key has no second effect.",
    }),
  }),
});

const FormDraftSaved = builder.objectRef<{ draft: FormDraftRow }>("FormDraftSaved").implement({
  description: "The draft is stored.",
  fields: (t) => ({
    draft: t.field({
      type: FormDraftType,
      description: "The draft as it stands: go on from its version.",
      resolve: ({ draft }) => draft,
    }),
  }),
});

const FormDraftDiscarded = builder.objectRef<{ key: string }>("FormDraftDiscarded").implement({
  description: "The draft is gone. What it said stays in the record.",
  fields: (t) => ({
    form: t.field({
      type: FormType,
      nullable: true,
      description: "The form without its draft. Null: nothing of it was ever published.",
      resolve: async ({ key }, _args, { db, viewer }: ApiContext) =>
        (await loadForms(db, viewer)).find((form) => form.key === key) ?? null,
    }),
  }),
});

const FormPublished = builder.objectRef<{ template: TemplateRow }>("FormPublished").implement({
  description: "The draft is the form's newest version now, for good.",
  fields: (t) => ({
    template: t.field({
      type: FormTemplateType,
      description: "The version that was published.",
      resolve: ({ template }) => template,
    }),
  }),
});

const StartFormDraftResult = resultUnion("StartFormDraftResult", FormDraftSaved);
const ImportFormDraftResult = resultUnion("ImportFormDraftResult", FormDraftSaved);
const SaveFormDraftResult = resultUnion("SaveFormDraftResult", FormDraftSaved);
const DiscardFormDraftResult = resultUnion("DiscardFormDraftResult", FormDraftDiscarded);
const PublishFormDraftResult = resultUnion("PublishFormDraftResult", FormPublished);

builder.mutationFields((t) => ({
  startFormDraft: t.field({
    type: StartFormDraftResult,
    description: "Begins the next version of a form. A form has one draft at a time.",
    args: { input: t.arg({ type: StartFormDraftInput, required: true, description: "Which form." }) },
    resolve: async (_root, { input }, context) => {
      const result = await startFormDraft(context, input);
      return answer(result.ok ? { ok: true, value: { draft: result.value } } : result);
    },
  }),
  importFormDraft: t.field({
    type: ImportFormDraftResult,
    description:
      "Keeps the form in a file as a draft. It may have faults; only what can't be told apart is refused.",
    args: { input: t.arg({ type: ImportFormDraftInput, required: true, description: "The form." }) },
    resolve: async (_root, { input }, context) => {
      const result = await importFormDraft(context, input);
      return answer(result.ok ? { ok: true, value: { draft: result.value } } : result);
    },
  }),
  saveFormDraft: t.field({
    type: SaveFormDraftResult,
    description: "Saves a draft, faults and all, on the version that the edit was based on.",
    args: { input: t.arg({ type: SaveFormDraftInput, required: true, description: "The draft." }) },
    resolve: async (_root, { input }, context) => {
      const result = await saveFormDraft(context, input);
      return answer(result.ok ? { ok: true, value: { draft: result.value } } : result);
    },
  }),
  discardFormDraft: t.field({
    type: DiscardFormDraftResult,
    description: "Gives a draft up.",
    args: { input: t.arg({ type: DiscardFormDraftInput, required: true, description: "Which draft." }) },
    resolve: async (_root, { input }, context) => {
      const result = await discardFormDraft(context, input);
      return answer(result.ok ? { ok: true, value: { key: result.value } } : result);
    },
  }),
  publishFormDraft: t.field({
    type: PublishFormDraftResult,
    description:
      "Publishes a draft without faults as the form's next version. It can't be changed after that.",
    args: { input: t.arg({ type: PublishFormDraftInput, required: true, description: "Which draft." }) },
    resolve: async (_root, { input }, context) => {
      const result = await publishFormDraft(context, input);
      return answer(result.ok ? { ok: true, value: { template: result.value } } : result);
    },
  }),
}));
