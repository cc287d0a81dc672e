import type { StoredContent } from "@due-regard/database/assessments/load-content";
import type { Executor } from "@due-regard/database/connection";
import { loadFormDraft } from "@due-regard/database/forms/form-drafts";
import { loadReferenceData } from "@due-regard/database/reference/load-reference-data";
import { may } from "@due-regard/domain/access/policy";
import type { Viewer } from "@due-regard/domain/access/roles";
import { fillTemplate } from "@due-regard/domain/ehria/form/fill-wording";
import { listSections } from "@due-regard/domain/ehria/form/sections";
import type { FormTemplate } from "@due-regard/domain/ehria/form/template";
import { type FormReading, readForm } from "@due-regard/domain/ehria/form/visibility";
import { loadVersions, viewDraft } from "../../forms/load-forms.ts";
import { loadPublishedTemplate } from "../../forms/published-templates.ts";
import { builder } from "../../schema/builder.ts";
import { londonToday } from "../../schema/london-today.ts";
import {
  AnswerType,
  answersOf,
  CharacteristicImpactType,
  characteristicViews,
  RightImpactType,
  type RowSource,
  rightViews,
} from "./content.graphql.ts";
import { FormPreviewContent, previewContent } from "./form-preview-inputs.graphql.ts";
import { FormSectionViewType, SectionStateType } from "./form-view.graphql.ts";

interface PreviewView extends RowSource {
  /** As a draft: the version that it would be published as. */
  isDraft: boolean;
  faults: number;
  reading: FormReading;
}

const FormPreviewType = builder.objectRef<PreviewView>("FormPreview").implement({
  description:
    "A form as officers would meet it, with conditions at work on made-up answers. Nothing is stored.",
  fields: (t) => ({
    key: t.string({ description: "The form's key.", resolve: ({ template }) => template.key }),
    title: t.string({ description: "Its title.", resolve: ({ template }) => template.title }),
    version: t.int({
      description: "Its version; of a draft, the one that it would be published as.",
      resolve: ({ template }) => template.version,
    }),
    isDraft: t.exposeBoolean("isDraft", { description: "Whether it is the form's draft." }),
    faults: t.exposeInt("faults", {
      description: "How many faults keep a draft from being published: they may show here as gaps.",
    }),
    sections: t.field({
      type: [SectionStateType],
      description: "The task list.",
      resolve: ({ reading }) => listSections(reading),
    }),
    form: t.field({
      type: [FormSectionViewType],
      description: "The form with what is asked as things stand.",
      resolve: ({ reading }) => listSections(reading).map((state) => ({ state, reading })),
    }),
    answers: t.field({
      type: [AnswerType],
      description: "The made-up answers, with whether each counts.",
      resolve: ({ reading, content }) => answersOf(reading, content, []),
    }),
    characteristicImpacts: t.field({
      type: [CharacteristicImpactType],
      description: "A row for each characteristic that the form asks about.",
      resolve: (source) => characteristicViews(source, null),
    }),
    rightImpacts: t.field({
      type: [RightImpactType],
      description: "A row for each right that the form asks about.",
      resolve: (source) => rightViews(source, null),
    }),
  }),
});

interface Previewed {
  template: FormTemplate;
  isDraft: boolean;
  faults: number;
}

/** A published version, or for those who look after forms the draft. Null: there is none for this viewer. */
const findForm = async (
  db: Executor,
  viewer: Viewer | null,
  key: string,
  version: number | null,
): Promise<Previewed | null> => {
  if (version !== null) {
    const row = (await loadVersions(db, key)).find((each) => each.version === version);
    if (row === undefined) return null;
    const { filled } = await loadPublishedTemplate(db, row.id);
    return { template: filled, isDraft: false, faults: 0 };
  }
  const draft = may(viewer, "forms.write") ? await loadFormDraft(db, key) : null;
  if (draft === null) return null;
  const { template, faults } = await viewDraft(db, draft);
  return { template: fillTemplate(template), isDraft: true, faults: faults.length };
};

const previewOf = async (
  db: Executor,
  { template, ...form }: Previewed,
  content: StoredContent,
): Promise<PreviewView> => {
  const references = await loadReferenceData(db, londonToday());
  return { ...form, template, content, references, reading: readForm(template, content) };
};

builder.queryField("formPreview", (t) =>
  t.field({
    type: FormPreviewType,
    nullable: true,
    description: "A form tried out on made-up answers. Null: there is no such form for you.",
    args: {
      key: t.arg.string({ required: true, description: "The form's key." }),
      version: t.arg.int({ description: "A published version. Default: the form's draft." }),
      content: t.arg({ type: FormPreviewContent, description: "Made-up answers. Default: none." }),
    },
    resolve: async (_root, { key, version, content }, { db, viewer }) => {
      const form = await findForm(db, viewer, key, version ?? null);
      return form === null ? null : await previewOf(db, form, previewContent(content ?? {}));
    },
  }),
);
