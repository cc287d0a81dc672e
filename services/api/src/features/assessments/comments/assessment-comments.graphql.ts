import { questionByKey } from "@due-regard/domain/ehria/form/template";
import { type CommentCount, countComments } from "@due-regard/domain/ehria/review/comment-rules";
import { builder } from "../../../schema/builder.ts";
import { pageOfList } from "../../../schema/page.ts";
import { AssessmentType } from "../assessment-type.ts";
import { bodyOf } from "../load-body.ts";
import { CommentPage, CommentType, commentView } from "./comment.graphql.ts";
import { type CommentThread, commentPlace } from "./load-comments.ts";
import { threadsOf } from "./threads-of.ts";

interface CountView extends CommentCount {
  place: string;
  section: string | null;
}

const CommentCountType = builder.objectRef<CountView>("CommentCount").implement({
  description: "How many talks there are about one place of the form.",
  fields: (t) => ({
    place: t.exposeString("place", { description: "The place, as `Comment.place` names it." }),
    section: t.exposeString("section", {
      nullable: true,
      description:
        "Key of its section. Null: the assessment as a whole, or a question that the form no longer has.",
    }),
    open: t.exposeInt("open", { description: "Open ones." }),
    resolved: t.exposeInt("resolved", { description: "Settled ones." }),
    unanswered: t.exposeInt("unanswered", {
      description: "Of the open ones, points of the chair's that wait for an answer.",
    }),
  }),
});

interface Wanted {
  place?: string | null | undefined;
  resolved?: boolean | null | undefined;
}

const isWanted =
  ({ place, resolved }: Wanted) =>
  (thread: CommentThread): boolean =>
    (place == null || commentPlace(thread) === place) &&
    (resolved == null || (thread.resolvedAt !== null) === resolved);

builder.objectField(AssessmentType, "comments", (t) =>
  t.connection(
    {
      type: CommentType,
      description:
        "The talks about it, each as the comment with which it began, oldest first. None for those who may not see its workings.",
      args: {
        place: t.arg.string({ description: "Only about this place, named as `Comment.place` names it." }),
        resolved: t.arg.boolean({ description: "True: only settled ones. False: only open ones." }),
      },
      resolve: async (head, { place, resolved, ...page }, context) => {
        const threads = (await threadsOf(context, head)).filter(isWanted({ place, resolved }));
        return pageOfList(
          page,
          threads.map((thread) => commentView(head, thread, thread)),
        );
      },
    },
    ...CommentPage,
  ),
);

builder.objectField(AssessmentType, "commentCounts", (t) =>
  t.field({
    type: [CommentCountType],
    description: "How many talks there are in each place that has any.",
    resolve: async (head, _args, context) => {
      const threads = await threadsOf(context, head);
      if (threads.length === 0) return [];
      const { template } = await bodyOf(context, head);
      const sections = new Map(
        threads.map((thread) => [
          commentPlace(thread),
          thread.question === null ? null : (questionByKey(template, thread.question)?.section ?? null),
        ]),
      );
      return [...countComments(threads, commentPlace)].map(([place, count]) => ({
        place,
        section: sections.get(place) ?? null,
        ...count,
      }));
    },
  }),
);
