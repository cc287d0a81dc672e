import { builder } from "../../../schema/builder.ts";
import { answer, resultUnion } from "../../../schema/result-union.ts";
import { AssessmentType } from "../assessment-type.ts";
import { addComment, type CommentWritten } from "./add-comment.ts";
import { CommentType, commentView } from "./comment.graphql.ts";
import { correctComment } from "./correct-comment.ts";
import { findComment } from "./load-comments.ts";
import { resolveComment } from "./resolve-comment.ts";
import { threadsOf } from "./threads-of.ts";

const REFERENCE = "The assessment's reference.";
const KEY =
  "Any text of up to 100 characters that names this call: a retry with the same key has no second effect.";

const CommentSaved = builder.objectRef<CommentWritten>("CommentSaved").implement({
  description: "It is stored.",
  fields: (t) => ({
    assessment: t.field({
      type: AssessmentType,
      description: "The assessment as it now stands.",
      resolve: ({ head }) => head,
    }),
    comment: t.field({
      type: CommentType,
      description: "The comment as it now stands; of a talk that was settled or opened again, its first.",
      resolve: async ({ head, commentId }, _args, context) => {
        const found = findComment(await threadsOf(context, head), commentId);
        if (found === null) throw new Error("The comment that was written is not there");
        return commentView(head, found.thread, found.remark);
      },
    }),
  }),
});

const AddCommentInput = builder.inputType("AddCommentInput", {
  description: "Something to say about an assessment.",
  fields: (t) => ({
    reference: t.string({ required: true, description: REFERENCE }),
    place: t.string({
      description:
        "“question” or “question.part”; a part may be a characteristic or a right. Default: the assessment as a whole, or where the talk stands that it answers.",
    }),
    text: t.string({ required: true, description: "What to say, up to 4,000 characters." }),
    replyTo: t.globalID({
      for: CommentType,
      description: "A comment of the talk that it answers. Default: it begins one.",
    }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

const CorrectCommentInput = builder.inputType("CorrectCommentInput", {
  description: "Better words for a comment of one's own.",
  fields: (t) => ({
    reference: t.string({ required: true, description: REFERENCE }),
    comment: t.globalID({ for: CommentType, required: true, description: "The comment." }),
    text: t.string({ required: true, description: "What it should say, up to 4,000 characters." }),
    basedOnVersion: t.int({ required: true, description: "The version that the change was based on." }),
  }),
});

const ResolveCommentInput = builder.inputType("ResolveCommentInput", {
  description: "A talk to settle, or to open again.",
  fields: (t) => ({
    reference: t.string({ required: true, description: REFERENCE }),
    comment: t.globalID({ for: CommentType, required: true, description: "Any comment of the talk." }),
    resolved: t.boolean({
      required: true,
      defaultValue: true,
      description: "True: it is settled. False: it is opened again.",
    }),
  }),
});

const AddCommentResult = resultUnion("AddCommentResult", CommentSaved);
const CorrectCommentResult = resultUnion("CorrectCommentResult", CommentSaved);
const ResolveCommentResult = resultUnion("ResolveCommentResult", CommentSaved);

builder.mutationFields((t) => ({
  addComment: t.field({
    type: AddCommentResult,
    description:
      "Begins a talk about a question, a part, a row or the whole, or answers in one: for whoever writes the assessment while it is written, and for its group while it is in review.",
    args: { input: t.arg({ type: AddCommentInput, required: true, description: "What to say, and where." }) },
    resolve: async (_root, { input: { replyTo, ...input } }, context) =>
      answer(await addComment(context, { ...input, replyToId: replyTo?.id ?? null })),
  }),
  correctComment: t.field({
    type: CorrectCommentResult,
    description:
      "Changes the words of a comment of your own: for 15 minutes, while nobody has answered, and never those of a point of the chair's. The earlier words stay in the audit trail.",
    args: { input: t.arg({ type: CorrectCommentInput, required: true, description: "The new words." }) },
    resolve: async (_root, { input: { comment, ...input } }, context) =>
      answer(await correctComment(context, { ...input, commentId: comment.id })),
  }),
  resolveComment: t.field({
    type: ResolveCommentResult,
    description: "Settles a talk or opens it again. Points of the chair's are the chair's to settle.",
    args: { input: t.arg({ type: ResolveCommentInput, required: true, description: "Which talk." }) },
    resolve: async (_root, { input: { comment, ...input } }, context) =>
      answer(await resolveComment(context, { ...input, commentId: comment.id })),
  }),
}));
