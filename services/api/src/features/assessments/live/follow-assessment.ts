import { randomUUID } from "node:crypto";
import { endPresence, keepPresence, type PresenceKey } from "@due-regard/database/assessments/presence";
import { assessments } from "@due-regard/database/schema/assessments";
import { may, mayOnAssessment } from "@due-regard/domain/access/policy";
import { eq } from "drizzle-orm";
import { GraphQLError } from "graphql";
import type { ApiContext, SignedInViewer } from "../../../context.ts";
import type { ChangeEvent, ChangeStream } from "../../../live/change-stream.ts";
import { refusal } from "../../../schema/empty-result.ts";
import { type AssessmentHead, loadHeadByReference, loadHeads } from "../load-head.ts";
import { isTab, TAB_PROBLEM } from "./show-presence.ts";

/** What a reader may see at the moment of a look. */
export interface ChangeAccess {
  viewer: SignedInViewer;
  head: AssessmentHead;
}

export type AssessmentChangeEvent = ChangeEvent<ChangeAccess>;

interface FollowInput {
  reference: string;
  tab?: string | null | undefined;
}

const failure = (code: string, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code } });

const mayEdit = ({ viewer, head }: ChangeAccess): boolean =>
  mayOnAssessment(viewer, "assessment.edit", head.policySubject);

/**
 * Follows one assessment for as long as the viewer may read it. Missing and forbidden look alike. With a tab, whoever may edit
 * it shows as present while the stream lasts.
 */
export const followAssessment = async (
  context: ApiContext,
  { reference, tab = null }: FollowInput,
): Promise<ChangeStream<ChangeAccess>> => {
  const { db, viewer, live } = context;
  if (viewer === null || !may(viewer, "assessments.list")) throw refusal(context);
  if (live === undefined) throw new Error("A subscription was answered outside a stream");
  if (tab !== null && !isTab(tab)) throw failure("BAD_USER_INPUT", TAB_PROBLEM);
  const found = await loadHeadByReference(db, viewer, reference);
  if (found === null) throw failure("NOT_FOUND", "There is no assessment with this reference.");
  const stream = await live.feed.open<ChangeAccess>({
    assessmentId: found.id,
    userId: viewer.userId,
    reader: {
      look: async () => {
        const now = await live.identifyAgain();
        if (now === null || !may(now, "assessments.list")) return null;
        const [head] = await loadHeads(db, now, { where: eq(assessments.id, found.id), prepared: true });
        return head === undefined ? null : { viewer: now, head };
      },
      // Who else writes is for those who write too.
      isFor: ({ kind }, access) => kind !== "PRESENCE" || mayEdit(access),
      attend:
        tab === null
          ? async () => {}
          : attendance(context, { assessmentId: found.id, userId: viewer.userId, tab }),
      drained: live.drained,
    },
  });
  if (stream === null) {
    throw failure(
      "LIMIT_EXCEEDED",
      "This account follows as many assessments as it may, or the server does. Close a tab, or try again later.",
    );
  }
  return stream;
};

/** Keeps the tab's row alive while its person may edit, and takes it away with the right to, or with the stream. */
const attendance = ({ db }: ApiContext, key: PresenceKey) => {
  const streamId = randomUUID();
  let attended = false;
  let keptAt = 0;
  return async (access: ChangeAccess | null): Promise<void> => {
    if (access !== null && mayEdit(access)) {
      if (Date.now() - keptAt < KEEP_EVERY_MS) return;
      keptAt = Date.now();
      attended = true;
      await keepPresence(db, key, streamId);
    } else if (attended) {
      attended = false;
      keptAt = 0;
      await endPresence(db, key, streamId);
    }
  };
};

const KEEP_EVERY_MS = 10_000;
