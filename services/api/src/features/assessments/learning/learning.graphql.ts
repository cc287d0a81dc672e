import { takesCopies } from "@due-regard/domain/ehria/copying/add-copied";
import { questionByKey } from "@due-regard/domain/ehria/form/template";
import { builder } from "../../../schema/builder.ts";
import { answer, resultUnion } from "../../../schema/result-union.ts";
import { AssessmentType } from "../assessment-type.ts";
import { KEY } from "../inputs.graphql.ts";
import { bodyOf } from "../load-body.ts";
import type { AssessmentHead } from "../load-head.ts";
import { AnswersSaved } from "../payloads.graphql.ts";
import { copyAnswer } from "./copy-answer.ts";
import { type Example, findExamples } from "./find-examples.ts";

const MOST_EXAMPLES = 50;

const EarlierAnswerType = builder.objectRef<Example>("EarlierAnswer").implement({
  description: "What another assessment answered to the same question.",
  fields: (t) => ({
    assessment: t.field({
      type: AssessmentType,
      description: "Whose answer it is, as you may see it.",
      resolve: ({ head }) => head,
    }),
    part: t.exposeString("part", {
      nullable: true,
      description: "Key of the part that it answers. Null: the whole question.",
    }),
    text: t.exposeString("text", { description: "Its words." }),
    revision: t.int({ description: "The revision that says it.", resolve: ({ head }) => head.revision }),
    savedAt: t.field({
      type: "DateTime",
      description: "When it was last saved.",
      resolve: ({ savedAt }) => savedAt,
    }),
  }),
});

builder.objectField(AssessmentType, "earlierAnswers", (t) =>
  t.field({
    type: [EarlierAnswerType],
    description:
      "How others answered a question of this draft, on any version of its form, of assessments that you may see: signed ones first, then those of the same department, of like title, the newest. Only words that count. Empty for questions that take no running text, and for who may not edit it now.",
    args: {
      question: t.arg.string({ required: true, description: "Key of the question." }),
      first: t.arg.int({
        required: true,
        defaultValue: 5,
        description: `Of how many assessments at most, from 1 to ${MOST_EXAMPLES}. A question of several parts has several answers in each.`,
      }),
    },
    resolve: async (head, { question: key, first }, context) => {
      const { template } = await bodyOf(context, head);
      const question = questionByKey(template, key);
      if (question === null || !takesCopies(question) || first < 1) return [];
      const { db, viewer } = context;
      const reader = { db, viewer, readBody: (each: AssessmentHead) => bodyOf(context, each) };
      return await findExamples(reader, head, { question: key, first: Math.min(first, MOST_EXAMPLES) });
    },
  }),
);

const CopyAnswerInput = builder.inputType("CopyAnswerInput", {
  description: "What to copy into an answer of a draft.",
  fields: (t) => ({
    reference: t.string({ required: true, description: "The draft's reference." }),
    question: t.string({ required: true, description: "Key of the question." }),
    part: t.string({ description: "Key of the part, for a question with parts." }),
    from: t.string({ required: true, description: "Reference of the assessment to copy from." }),
    basedOnVersion: t.int({
      required: true,
      description: "The version of the draft's answer that you saw; 0 when nothing was stored.",
    }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

const CopyAnswerResult = resultUnion("CopyAnswerResult", AnswersSaved);

builder.mutationField("copyAnswer", (t) =>
  t.field({
    type: CopyAnswerResult,
    description:
      "Copies what another assessment answered to the same question below what the draft's answer says, and keeps where it comes from.",
    args: { input: t.arg({ type: CopyAnswerInput, required: true, description: "What, and from where." }) },
    resolve: async (_root, { input }, context) => {
      const copied = await copyAnswer(context, input);
      const { question, part = null, basedOnVersion } = input;
      return answer(
        copied.ok
          ? {
              ok: true,
              value: {
                head: copied.value,
                inputs: [{ question, part, basedOnVersion }],
                savedAt: new Date().toISOString(),
              },
            }
          : copied,
      );
    },
  }),
);
