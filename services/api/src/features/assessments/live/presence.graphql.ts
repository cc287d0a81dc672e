import type { PresenceRow } from "@due-regard/database/assessments/presence";
import { namePlace } from "@due-regard/domain/ehria/form/name-place";
import { loadPublishedTemplate } from "../../../forms/published-templates.ts";
import { builder } from "../../../schema/builder.ts";
import { answer, resultUnion } from "../../../schema/result-union.ts";
import { UserType } from "../../people/user.graphql.ts";
import { AssessmentType } from "../assessment-type.ts";
import type { AssessmentHead } from "../load-head.ts";
import { type PresenceSet, setPresence } from "./show-presence.ts";

/** Somebody who is there, with the assessment that it is about. */
export interface PresenceView {
  row: PresenceRow;
  head: AssessmentHead;
}

export const PresenceType = builder.objectRef<PresenceView>("Presence").implement({
  description:
    "Somebody who has a draft open now, in one tab. It ends when the tab closes, and by itself after 45 seconds without a sign.",
  fields: (t) => ({
    user: t.field({ type: UserType, description: "Who.", resolve: ({ row }) => row.userId }),
    place: t.string({
      nullable: true,
      description: "Where they write: “question” or “question.part” of the form. Null: they only read.",
      resolve: ({ row }) => row.place,
    }),
    label: t.string({
      nullable: true,
      description: "The place in words, such as “question 9”. Null: they only read.",
      resolve: async ({ row, head }, _args, { db }) =>
        row.place === null
          ? null
          : namePlace((await loadPublishedTemplate(db, head.templateId)).filled, row.place),
    }),
    since: t.field({ type: "DateTime", description: "Since when.", resolve: ({ row }) => row.since }),
  }),
});

const SetPresenceInput = builder.inputType("SetPresenceInput", {
  description: "Where you are.",
  fields: (t) => ({
    reference: t.string({ required: true, description: "The assessment's reference." }),
    tab: t.string({
      required: true,
      description:
        "Any text of 1 to 100 characters that names your tab: the one that `assessmentChanged` was given.",
    }),
    place: t.string({
      description: "“question” or “question.part” of the form. Null: nowhere in particular.",
    }),
  }),
});

const PresenceSetPayload = builder.objectRef<PresenceSet>("PresenceSet").implement({
  description: "The others are shown where you are.",
  fields: (t) => ({
    assessment: t.field({
      type: AssessmentType,
      description: "The assessment.",
      resolve: ({ head }) => head,
    }),
    presence: t.field({
      type: [PresenceType],
      description: "Who is there now, you among them.",
      resolve: ({ presence, head }) => presence.map((row) => ({ row, head })),
    }),
  }),
});

const SetPresenceResult = resultUnion("SetPresenceResult", PresenceSetPayload);

builder.mutationField("setPresence", (t) =>
  t.field({
    type: SetPresenceResult,
    description:
      "Shows those who write a draft with you where you are. It changes nothing, and is forgotten 45 seconds after the last sign of your tab.",
    args: { input: t.arg({ type: SetPresenceInput, required: true, description: "Where you are." }) },
    resolve: async (_root, { input }, context) => answer(await setPresence(context, input)),
  }),
);
