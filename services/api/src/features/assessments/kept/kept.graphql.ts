import type { DecidingAnswer, KeptBecause, KeptText } from "@due-regard/domain/ehria/form/kept-aside";
import { isPlace, namePlace, placeOfRecord } from "@due-regard/domain/ehria/form/name-place";
import type { FormTemplate } from "@due-regard/domain/ehria/form/template";
import { builder } from "../../../schema/builder.ts";
import { describedEnum } from "../../../schema/described-enum.ts";
import { UserType } from "../../people/user.graphql.ts";
import { AssessmentType } from "../assessment-type.ts";
import { bodyOf } from "../load-body.ts";
import { type GivenUpText, loadGivenUp, loadKept } from "./load-kept.ts";

const KeptBecauseEnum = describedEnum<KeptBecause>(
  "KeptBecause",
  "Why something that is kept does not count.",
  {
    HIDDEN: "Other answers make it unnecessary.",
    WAITS: "Answers that decide whether it is asked are missing.",
    OVERRULED: "Another answer follows, whatever was ticked.",
    NOT_IN_FORM: "This version of the form does not ask for it.",
  },
);

const DecidingAnswerType = builder.objectRef<DecidingAnswer>("DecidingAnswer").implement({
  description: "An answer that decides whether something is asked.",
  fields: (t) => ({
    place: t.exposeString("place", { description: "Its place in the form: question, or question.part." }),
    label: t.exposeString("label", { description: "Its name inside a sentence, such as “question 9”." }),
    says: t.exposeString("says", { description: "What it says now, in words." }),
  }),
});

interface WithForm<Value> {
  value: Value;
  template: FormTemplate;
}

const placeOf = ({ value: { question, part }, template }: WithForm<KeptText>): string | null => {
  const place = part === null ? question : `${question}.${part}`;
  if (isPlace(template, place)) return place;
  return isPlace(template, question) ? question : null;
};

const KeptTextType = builder.objectRef<WithForm<KeptText>>("KeptText").implement({
  description: "Something that people have put in, which is kept and does not count as things stand.",
  fields: (t) => ({
    place: t.string({
      nullable: true,
      description: "Its place in the form. Null: this version has none.",
      resolve: placeOf,
    }),
    label: t.string({ description: "What it is called.", resolve: ({ value }) => value.label }),
    says: t.string({ description: "What it says.", resolve: ({ value }) => value.says }),
    why: t.field({
      type: KeptBecauseEnum,
      description: "Why it does not count.",
      resolve: ({ value }) => value.why,
    }),
    reason: t.string({ description: "The same in one sentence.", resolve: ({ value }) => value.reason }),
    decidedBy: t.field({
      type: [DecidingAnswerType],
      description: "The answers to change to bring it back. Empty: no answer would.",
      resolve: ({ value }) => [...value.decidedBy],
    }),
  }),
});

const GivenUpTextType = builder.objectRef<WithForm<GivenUpText>>("GivenUpText").implement({
  description:
    "A text that its author gave up for another’s, when two people had written the same answer at once. It never counted.",
  fields: (t) => ({
    id: t.id({ description: "Its sequence in the audit trail.", resolve: ({ value }) => value.id }),
    place: t.string({
      nullable: true,
      description: "Where it would have stood. Null: this version of the form has no such place.",
      resolve: ({ value, template }) => placeOfRecord(template, value.place),
    }),
    label: t.string({
      description: "The name of that place inside a sentence.",
      resolve: ({ value, template }) =>
        namePlace(template, placeOfRecord(template, value.place) ?? value.place),
    }),
    text: t.string({ description: "What it said.", resolve: ({ value }) => value.text }),
    by: t.field({
      type: UserType,
      nullable: true,
      description: "Who wrote it and gave it up. Null: not known.",
      resolve: ({ value }) => value.authorId,
    }),
    at: t.field({ type: "DateTime", description: "When.", resolve: ({ value }) => value.at }),
  }),
});

builder.objectFields(AssessmentType, (t) => ({
  keptAside: t.field({
    type: [KeptTextType],
    description:
      "What is kept and does not count as things stand, with what hides it: for those who write and review it. It comes back by itself with the answers that decide it.",
    resolve: async (head, _args, context) => {
      const body = await bodyOf(context, head);
      const kept = await loadKept(context.db, head, body);
      return kept.map((value) => ({ value, template: body.template }));
    },
  }),
  givenUpTexts: t.field({
    type: [GivenUpTextType],
    description:
      "Texts that were given up for another’s, latest first: for those who write and review it. Up to 200.",
    resolve: async (head, _args, context) => {
      const { template } = await bodyOf(context, head);
      return (await loadGivenUp(context.db, head.id)).map((value) => ({ value, template }));
    },
  }),
}));
