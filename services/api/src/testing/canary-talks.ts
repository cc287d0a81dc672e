import type { Transaction } from "@due-regard/database/connection";
import { assessmentRevisions } from "@due-regard/database/schema/assessments";
import { comments, recommendations, reviewDeputies } from "@due-regard/database/schema/reviews";
import { eq } from "drizzle-orm";

interface About {
  assessmentId: string;
  /** Its first revision, which is sealed. */
  earlierRevisionId: string;
  /** Occur nowhere else: whoever comes to see them saw the workings. */
  words: string;
}

interface Speakers {
  leadId: string;
  memberId: string;
  deputyId: string;
  namedById: string;
}

/** A talk about a canary, a recommendation and a named deputy. Answers with the ids of the first comment and of the answer to it. */
export const plantTalks = async (
  tx: Transaction,
  { assessmentId, earlierRevisionId, words }: About,
  { leadId, memberId, deputyId, namedById }: Speakers,
): Promise<string[]> => {
  await recommend(tx, earlierRevisionId, memberId, `Because of ${words}`);
  await tx
    .insert(reviewDeputies)
    .values({ assessmentId, deputyId, namedById, reason: `Because of ${words}` });
  const said = { assessmentId, revision: 2, text: `Said of ${words}`, authorId: leadId };
  const [first] = await tx
    .insert(comments)
    .values({ ...said, writtenAs: "LEAD", question: "potential-impact", part: "AGE" })
    .returning({ id: comments.id });
  const threadId = first?.id ?? "";
  const [reply] = await tx
    .insert(comments)
    .values({ ...said, writtenAs: "LEAD", threadId })
    .returning({ id: comments.id });
  return [threadId, reply?.id ?? ""];
};

const recommend = async (
  tx: Transaction,
  revisionId: string,
  userId: string,
  reason: string,
): Promise<void> => {
  const [sealed] = await tx
    .select({ contentHash: assessmentRevisions.contentHash })
    .from(assessmentRevisions)
    .where(eq(assessmentRevisions.id, revisionId));
  const contentHash = sealed?.contentHash ?? "";
  await tx
    .insert(recommendations)
    .values({ revisionId, userId, recommendation: "ASK_FOR_CHANGES", reason, contentHash });
};
