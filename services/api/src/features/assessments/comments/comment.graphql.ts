import { assessments } from "@due-regard/database/schema/assessments";
import { comments } from "@due-regard/database/schema/reviews";
import { capacitiesFor, mayOnAssessment } from "@due-regard/domain/access/policy";
import type { Commenter, CommentKind } from "@due-regard/domain/ehria/review/comment";
import {
  correctableUntil,
  decideCorrection,
  isAnswered,
  maySettle,
} from "@due-regard/domain/ehria/review/comment-rules";
import { inArray } from "drizzle-orm";
import type { ApiContext } from "../../../context.ts";
import { builder } from "../../../schema/builder.ts";
import { connectionOf } from "../../../schema/connection.ts";
import { describedEnum } from "../../../schema/described-enum.ts";
import { isRowId } from "../../../schema/load-by-ids.ts";
import { UserType } from "../../people/user.graphql.ts";
import { AssessmentType } from "../assessment-type.ts";
import { type AssessmentHead, loadHeads } from "../load-head.ts";
import { type CommentRow, type CommentThread, commentPlace, findComment } from "./load-comments.ts";
import { threadsOf } from "./threads-of.ts";

/** A comment with the talk and the assessment that it stands in: what may be done with it depends on both. */
export interface CommentView {
  /** Row id, for the loader. */
  id: string;
  remark: CommentRow;
  thread: CommentThread;
  head: AssessmentHead;
}

export const commentView = (
  head: AssessmentHead,
  thread: CommentThread,
  remark: CommentRow,
): CommentView => ({
  id: remark.id,
  remark,
  thread,
  head,
});

/** By global id, as through its assessment: for those who may see the workings of that, and for nobody else. */
const loadComments = async (context: ApiContext, ids: readonly string[]): Promise<CommentView[]> => {
  const { db, viewer } = context;
  const rows = await db
    .select({ id: comments.id, assessmentId: comments.assessmentId })
    .from(comments)
    .where(inArray(comments.id, ids.filter(isRowId)));
  if (rows.length === 0) return [];
  const where = inArray(assessments.id, [...new Set(rows.map(({ assessmentId }) => assessmentId))]);
  const heads = (await loadHeads(db, viewer, { where })).filter(({ policySubject }) =>
    mayOnAssessment(viewer, "assessment.workings", policySubject),
  );
  const views = await Promise.all(
    heads.map(async (head) => {
      const threads = await threadsOf(context, head);
      return rows.flatMap(({ id }) => {
        const found = findComment(threads, id);
        return found === null ? [] : [commentView(head, found.thread, found.remark)];
      });
    }),
  );
  return views.flat();
};

export const CommentType = builder.loadableNodeRef("Comment", {
  id: { resolve: (view: CommentView) => view.id },
  load: async (ids: string[], context) => {
    const views = new Map((await loadComments(context, ids)).map((view) => [view.id, view]));
    // The loader's types know no null; Pothos takes one as "no such object".
    return ids.map((id) => views.get(id) ?? null) as CommentView[];
  },
});

const CommentKindEnum = describedEnum<CommentKind>("CommentKind", "What a talk is for the workflow.", {
  COMMENT: "Something said or asked.",
  POINT: "Asked for by the chair: to be answered before the assessment is submitted again.",
});

const CommenterEnum = describedEnum<Commenter>("Commenter", "In what part somebody wrote a comment.", {
  LEAD: "As its lead officer.",
  CONTRIBUTOR: "As somebody who helps to write it.",
  DEG_CHAIR: "As chair of the group, or as the deputy named for it.",
  DEG_MEMBER: "As a member of the group.",
});

const isFirst = ({ remark, thread }: CommentView): boolean => remark.id === thread.id;

const capacities = ({ head }: CommentView, { viewer }: ApiContext) =>
  capacitiesFor(viewer, "assessment.comment", head.policySubject);

/** Until when this viewer may change the words. Null: they may not. */
const ownCorrection = (view: CommentView, context: ApiContext): string | null => {
  const { remark, thread } = view;
  if (context.viewer === null || capacities(view, context).length === 0) return null;
  const actor = { userId: context.viewer.userId, now: new Date().toISOString() };
  return decideCorrection(thread, remark, actor).ok ? correctableUntil(thread, remark) : null;
};

CommentType.implement({
  description:
    "Something said about an assessment, to its writers or reviewers. It belongs to the assessment, not to one revision, and is never part of what is signed.",
  fields: (t) => ({
    assessment: t.field({
      type: AssessmentType,
      description: "What it is about.",
      resolve: ({ head }) => head,
    }),
    place: t.string({
      description:
        "Where in the form its talk stands: “question”, “question.part” (a part may be a characteristic or a right), or “assessment” for the whole. A later form may have lost the question.",
      resolve: ({ thread }) => commentPlace(thread),
    }),
    kind: t.field({
      type: CommentKindEnum,
      description: "What its talk is for the workflow.",
      resolve: ({ thread }) => thread.kind,
    }),
    text: t.string({
      description: "What was said, up to 4,000 characters.",
      resolve: ({ remark }) => remark.text,
    }),
    author: t.field({
      type: UserType,
      description: "Who said it.",
      resolve: ({ remark }) => remark.authorId,
    }),
    writtenAs: t.field({
      type: CommenterEnum,
      description: "In what part.",
      resolve: ({ remark }) => remark.writtenAs,
    }),
    writtenAt: t.field({ type: "DateTime", description: "When.", resolve: ({ remark }) => remark.writtenAt }),
    revision: t.int({
      description: "Number of the revision that was in force then.",
      resolve: ({ remark }) => remark.revision,
    }),
    version: t.int({
      description: "Send it back as `basedOnVersion` to put the words right.",
      resolve: ({ remark }) => remark.version,
    }),
    correctedAt: t.field({
      type: "DateTime",
      nullable: true,
      description: "When the author last changed the words. Null: never.",
      resolve: ({ remark }) => remark.correctedAt,
    }),
    correctableUntil: t.field({
      type: "DateTime",
      nullable: true,
      description:
        "Until when you may change the words: your own, for 15 minutes, while nobody has answered. Null: you may not.",
      resolve: (view, _args, context) => ownCorrection(view, context),
    }),
    replyTo: t.field({
      type: CommentType,
      nullable: true,
      description: "The comment that its talk began with. Null: it is that one.",
      resolve: (view) => (isFirst(view) ? null : commentView(view.head, view.thread, view.thread)),
    }),
    replies: t.field({
      type: [CommentType],
      description:
        "Answers, oldest first, to the comment with which a talk began. An answer itself has none.",
      resolve: (view) =>
        isFirst(view) ? view.thread.replies.map((reply) => commentView(view.head, view.thread, reply)) : [],
    }),
    resolved: t.boolean({
      description: "Whether its talk is settled.",
      resolve: ({ thread }) => thread.resolvedAt !== null,
    }),
    resolvedAt: t.field({
      type: "DateTime",
      nullable: true,
      description: "When its talk was settled. Null: it is open.",
      resolve: ({ thread }) => thread.resolvedAt,
    }),
    resolvedBy: t.field({
      type: UserType,
      nullable: true,
      description: "Who settled it. Null: it is open.",
      resolve: ({ thread }) => thread.resolvedById,
    }),
    canResolve: t.boolean({
      description:
        "Whether you may settle its talk, or open it again, now. Points are the chair's to settle.",
      resolve: (view, _args, context) => maySettle(view.thread, capacities(view, context)),
    }),
    answered: t.boolean({
      description:
        "Whether somebody who writes the assessment has answered since it was raised. A point that is open and not answered holds the next submission back.",
      resolve: ({ thread }) => isAnswered(thread),
    }),
  }),
});

export const CommentPage = connectionOf(CommentType);
