import type { FormMove, MovedAnswer, MovedSection } from "@due-regard/domain/ehria/form/move-form";
import type { ApiContext } from "../../context.ts";
import { builder } from "../../schema/builder.ts";
import { SectionStatusEnum } from "../../schema/ehria-enums.ts";
import { FormChangeType } from "../templates/form-change.graphql.ts";
import { FormTemplateType } from "../templates/form-template.graphql.ts";
import type { AssessmentHead } from "./load-head.ts";
import { loadNewerVersions, planMove } from "./move-to-form.ts";

interface MoveView extends FormMove {
  fromId: string;
  toId: string;
}

const FormMoveAnswerType = builder.objectRef<MovedAnswer>("FormMoveAnswer").implement({
  description: "Something that was put in, as people would recognise it.",
  fields: (t) => ({
    question: t.exposeString("question", { description: "Key of the question." }),
    part: t.exposeString("part", {
      nullable: true,
      description: "Key of the part, characteristic, right or action. Null: the whole question.",
    }),
    label: t.exposeString("label", { description: "What it is called." }),
    says: t.exposeString("says", { description: "What it says." }),
  }),
});

const FormMoveQuestionType = builder.objectRef<FormMove["added"][number]>("FormMoveQuestion").implement({
  description: "A question that the newer version asks and this one doesn't.",
  fields: (t) => ({
    question: t.exposeString("question", { description: "Its key." }),
    label: t.exposeString("label", { description: "A few words that name it." }),
    text: t.exposeString("text", { description: "The question." }),
    required: t.exposeBoolean("isRequired", { description: "Whether it would have to be answered." }),
  }),
});

const FormMoveSectionType = builder.objectRef<MovedSection>("FormMoveSection").implement({
  description: "How far a section has got, and would have got.",
  fields: (t) => ({
    key: t.exposeString("key", { description: "Its key." }),
    title: t.exposeString("title", { description: "Its title." }),
    before: t.expose("before", {
      type: SectionStatusEnum,
      nullable: true,
      description: "Now. Null: there is no such section.",
    }),
    after: t.expose("after", { type: SectionStatusEnum, description: "After the move." }),
  }),
});

export const FormMoveType = builder.objectRef<MoveView>("FormMove").implement({
  description:
    "What moving an assessment to a newer version of its form would change. Nothing written is lost by it.",
  fields: (t) => ({
    from: t.field({
      type: FormTemplateType,
      description: "The version that it is on.",
      resolve: ({ fromId }) => fromId,
    }),
    to: t.field({
      type: FormTemplateType,
      description: "The version that it would be on.",
      resolve: ({ toId }) => toId,
    }),
    changes: t.field({
      type: [FormChangeType],
      description: "What differs between the two.",
      resolve: ({ changes }) => [...changes],
    }),
    carried: t.field({
      type: [FormMoveAnswerType],
      description: "Answers that count before and after.",
      resolve: ({ carried }) => [...carried],
    }),
    added: t.field({
      type: [FormMoveQuestionType],
      description: "Questions that are new.",
      resolve: ({ added }) => [...added],
    }),
    setAside: t.field({
      type: [FormMoveAnswerType],
      description:
        "Answers that would count no longer: kept, and counting again if their question comes back.",
      resolve: ({ setAside }) => [...setAside],
    }),
    returning: t.field({
      type: [FormMoveAnswerType],
      description: "Answers set aside earlier that would count again.",
      resolve: ({ returning }) => [...returning],
    }),
    sections: t.field({
      type: [FormMoveSectionType],
      description: "Every section of the newer version.",
      resolve: ({ sections }) => [...sections],
    }),
  }),
});

/** What a move to this version (null: the newest) would do. Null: it is no newer version of the same form. */
export const formMoveOf = async (
  head: AssessmentHead,
  version: number | null,
  context: ApiContext,
): Promise<MoveView | null> => {
  if (head.isEarlier) return null;
  const newer = await loadNewerVersions(context.db, head);
  const target = newer.find((row) => version === null || row.version === version);
  if (target === undefined) return null;
  return { ...(await planMove(context.db, head, target.id)), fromId: head.templateId, toId: target.id };
};
