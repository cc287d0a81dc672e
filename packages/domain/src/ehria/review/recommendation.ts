import type { Problem } from "../../result.ts";
import { checkCommentText } from "./comment-rules.ts";

/** What a member of the group tells the chair to do. */
export const RECOMMENDATIONS = ["SIGN_OFF", "ASK_FOR_CHANGES"] as const;
export type RecommendationKind = (typeof RECOMMENDATIONS)[number];

interface Recommended {
  userId: string;
  /** ISO instant. */
  recordedAt: string;
}

/** A person's recommendation as it stands, with what they recommended before, newest first. */
export type Standing<Row> = Row & { earlier: readonly Row[] };

/** A recommendation needs a reason, as long as a comment may be. It is stored without blanks at its ends. */
export const checkRecommendationReason = (reason: string): Problem[] => checkCommentText(reason, "reason");

/**
 * Who recommends what about one revision: of each person the latest counts, and the earlier ones stay with it. In the
 * order in which the people first spoke.
 */
export const standingRecommendations = <Row extends Recommended>(rows: readonly Row[]): Standing<Row>[] => {
  const inOrder = [...rows].sort((one, other) => Date.parse(one.recordedAt) - Date.parse(other.recordedAt));
  return [...Map.groupBy(inOrder, ({ userId }) => userId).values()].flatMap((own) => {
    const [latest, ...earlier] = own.toReversed();
    return latest === undefined ? [] : [{ ...latest, earlier }];
  });
};
