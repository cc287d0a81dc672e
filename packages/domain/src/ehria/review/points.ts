import type { Problem } from "../../result.ts";
import type { CommentPlace } from "./comment.ts";
import { checkCommentText } from "./comment-rules.ts";

/** Points that one request for changes may make. */
export const MAX_POINTS = 50;

/** What the chair wants answered: new words about a place of the form, or an open comment that somebody wrote already. */
export type RaisedPoint = ({ threadId: null; text: string } & CommentPlace) | { threadId: string };

/** What stands against the points of a request for changes, each under its place in the list: "points.0.text". */
export const checkPoints = (points: readonly RaisedPoint[]): Problem[] => {
  if (points.length > MAX_POINTS)
    return [{ path: "points", message: `A request for changes makes up to ${MAX_POINTS} points` }];
  const named = points.flatMap((point) => point.threadId ?? []);
  if (new Set(named).size < named.length)
    return [{ path: "points", message: "Each comment can be made a point once" }];
  return points.flatMap((point, index) =>
    point.threadId === null ? checkCommentText(point.text, `points.${index}.text`) : [],
  );
};
