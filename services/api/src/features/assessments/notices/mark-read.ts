import { notices } from "@due-regard/database/schema/notices";
import { invalid, notAllowed, ok, type Result } from "@due-regard/domain/result";
import { and, eq, inArray, lte } from "drizzle-orm";
import type { ApiContext } from "../../../context.ts";
import { inTransaction } from "../../../schema/in-transaction.ts";
import { isRowId } from "../../../schema/load-by-ids.ts";
import { countNotices, isUnread } from "./load-notices.ts";

export interface MarkReadInput {
  ids?: readonly string[] | null | undefined;
  /** Instead of ids: each that came until then. An ISO instant. */
  until?: string | null | undefined;
}

/** Notices that one call may name. */
export const MOST_IDS = 200;

export interface NoticesRead {
  unread: number;
}

/** Marks notices as read: those named, or all until an instant. Ids of nobody's, or of somebody else's, are passed over. */
export const markNoticesRead = (context: ApiContext, input: MarkReadInput): Promise<Result<NoticesRead>> =>
  inTransaction(context, async (tx) => {
    const { viewer } = context;
    if (viewer === null) return notAllowed("Sign in first.");
    const { ids, until } = input;
    if ((ids == null) === (until == null))
      return invalid([{ path: "ids", message: "Say which: by `ids`, or `until` an instant." }]);
    if (ids != null && ids.length > MOST_IDS)
      return invalid([{ path: "ids", message: `Name at most ${MOST_IDS} notices at a time.` }]);
    const which =
      until == null ? inArray(notices.id, (ids ?? []).filter(isRowId)) : lte(notices.createdAt, until);
    await tx
      .update(notices)
      .set({ readAt: new Date().toISOString() })
      .where(and(eq(notices.recipientId, viewer.userId), isUnread, which));
    return ok({ unread: await countNotices(tx, viewer, isUnread) });
  });
