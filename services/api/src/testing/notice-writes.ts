import type { GeneralAct } from "@due-regard/domain/access/policy";

const RANDOM = { id: "5f0c7a52-1111-4222-8333-444455556666" };

/** Every mutation about notices and background jobs, with an input that writes nothing for anybody, and what lets them in. */
export const NOTICE_WRITES: Readonly<Record<string, { needs: GeneralAct; input: object; answers: string }>> =
  {
    markNoticesRead: { needs: "notices.write", input: { ids: [RANDOM.id] }, answers: "NoticesRead" },
    setNoticePreferences: {
      needs: "notices.write",
      input: { email: "EACH" },
      answers: "NoticePreferencesSet",
    },
    retryJob: { needs: "jobs.manage", input: RANDOM, answers: "NotFound" },
    discardJob: { needs: "jobs.manage", input: RANDOM, answers: "NotFound" },
    sendEmailAgain: { needs: "jobs.manage", input: RANDOM, answers: "NotFound" },
  };
