import type { Executor } from "@due-regard/database/connection";
import { users } from "@due-regard/database/schema/people";
import { whatDraftingBars, whatReviewingBars } from "@due-regard/domain/ehria/people/drafters";
import { and, asc, ilike, isNull, or } from "drizzle-orm";
import type { AssessmentHead } from "../load-head.ts";
import { heldBy } from "./held-by.ts";
import { loadReviewers } from "./load-reviewers.ts";

export type UserRow = typeof users.$inferSelect;

/** Somebody who could be asked to draft one assessment. */
export interface CandidateView {
  user: UserRow;
  drafts: "LEAD" | "CONTRIBUTOR" | null;
  bars: string | null;
  /** Why they can't be asked at all. */
  cannotDraft: string | null;
}

/** A search begins with so many characters, and finds at most so many people. */
export const SHORTEST_SEARCH = 2;
const MOST_FOUND = 20;

const literally = (words: string): string => words.replace(/[\\%_]/g, "\\$&");

/** People whose name holds these words, or whose address begins with them; nobody for fewer than two characters. */
export const findCandidates = async (
  db: Executor,
  head: AssessmentHead,
  search: string,
): Promise<CandidateView[]> => {
  const words = search.trim();
  if (words.length < SHORTEST_SEARCH) return [];
  const found = await db
    .select()
    .from(users)
    .where(
      and(
        isNull(users.disabledAt),
        or(ilike(users.name, `%${literally(words)}%`), ilike(users.email, `${literally(words)}%`)),
      ),
    )
    .orderBy(asc(users.name), asc(users.id))
    .limit(MOST_FOUND);
  const roles = await heldBy(
    db,
    found.map(({ id }) => id),
  );
  const reviewers = await loadReviewers(db, head.id);
  return found.map((user) => ({
    user,
    drafts:
      head.people.find((person) => person.userId === user.id && person.removedAt === null)?.role ?? null,
    bars: whatDraftingBars(roles.get(user.id) ?? [], head.departmentId),
    cannotDraft: whatReviewingBars({ name: user.name, reviewed: reviewers.includes(user.id) }),
  }));
};
