import type { ApiContext } from "../../../context.ts";
import type { AssessmentHead } from "../load-head.ts";
import { type CommentThread, loadThreads } from "./load-comments.ts";

const known = new WeakMap<AssessmentHead, Promise<CommentThread[]>>();

/** The talks about a head that this request has loaded, read once however many fields ask. */
export const threadsOf = ({ db }: ApiContext, head: AssessmentHead): Promise<CommentThread[]> => {
  const threads = known.get(head) ?? loadThreads(db, head.id);
  known.set(head, threads);
  return threads;
};
