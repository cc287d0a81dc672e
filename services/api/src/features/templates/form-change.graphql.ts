import type {
  FormChange,
  FormChangeDetail,
  FormChangeKind,
} from "@due-regard/domain/ehria/form/compare-templates";
import { builder } from "../../schema/builder.ts";
import { describedEnum } from "../../schema/described-enum.ts";

const FormChangeKindEnum = describedEnum<FormChangeKind>("FormChangeKind", "What changed in a form.", {
  QUESTION_ADDED: "A question that was not there.",
  QUESTION_REMOVED: "A question that is there no longer. Answers to it are kept, and do not count.",
  QUESTION_REWORDED: "A question in other words.",
  QUESTION_MOVED: "A question in another place.",
  ANSWERS_CHANGED: "What can be answered: parts, choices, limits.",
  CONDITIONS_CHANGED: "When it is asked, must be answered, or makes something else necessary.",
  GUIDANCE_CHANGED: "The help beside a question.",
  QUESTION_SETTINGS_CHANGED: "A question's number, its meaning to rules, or what is published of it.",
  SECTION_ADDED: "A section that was not there.",
  SECTION_REMOVED: "A section that is there no longer.",
  SECTION_MOVED: "A section in another place.",
  SECTION_CHANGED: "A section's title, number, introduction or subsections.",
  SIGN_OFF_CHANGED: "Who signs what, in which words.",
  FORM_CHANGED: "The form as a whole: its title, introduction or own words.",
});

const FormChangeDetailType = builder.objectRef<FormChangeDetail>("FormChangeDetail").implement({
  description: "One difference, told in words.",
  fields: (t) => ({
    what: t.exposeString("what", { description: "What differs: “Question”, “Hint”, “Asked” …" }),
    before: t.exposeString("before", { nullable: true, description: "As it was. Null: there was nothing." }),
    after: t.exposeString("after", { nullable: true, description: "As it is. Null: there is nothing now." }),
  }),
});

export const FormChangeType = builder.objectRef<FormChange>("FormChange").implement({
  description: "Something that differs between two versions of a form.",
  fields: (t) => ({
    kind: t.expose("kind", { type: FormChangeKindEnum, description: "What changed." }),
    section: t.exposeString("section", {
      nullable: true,
      description: "Key of the section. Null: the form as a whole.",
    }),
    question: t.exposeString("question", {
      nullable: true,
      description: "Key of the question. Null: it is not about one.",
    }),
    name: t.exposeString("name", {
      description: "What it is called: the question's label, the section's title.",
    }),
    details: t.field({
      type: [FormChangeDetailType],
      description: "Each difference. Empty: the kind says it all.",
      resolve: (change) => [...change.details],
    }),
  }),
});
