import { countJobs, type DeadJob, listDeadJobs, type QueueCounts } from "@due-regard/database/jobs/dead-jobs";
import { countWorkers, type WorkersNow } from "@due-regard/database/jobs/workers";
import { emails } from "@due-regard/database/schema/notices";
import { ok, type Result } from "@due-regard/domain/result";
import { desc, eq } from "drizzle-orm";
import type { ApiContext } from "../../context.ts";
import { builder } from "../../schema/builder.ts";
import { answer, resultUnion } from "../../schema/result-union.ts";
import { UserType } from "../people/user.graphql.ts";
import { discardJob, retryJob, sendEmailAgain } from "./manage-jobs.ts";

const MOST_SHOWN = 200;

const DeadJobType = builder.objectRef<DeadJob>("DeadJob").implement({
  description: "A background job that failed each time, and is tried no more by itself.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Names it for `retryJob` and `discardJob`." }),
    job: t.exposeString("job", { description: "Which kind of job." }),
    input: t.string({
      description: "What it was to work on, as JSON: ids, and nobody's words.",
      resolve: ({ input }) => JSON.stringify(input),
    }),
    error: t.exposeString("error", { description: "What went wrong the last time." }),
    attempts: t.exposeInt("attempts", { description: "How often it was tried." }),
    enqueuedAt: t.expose("enqueuedAt", { type: "DateTime", description: "Since when it has been wanted." }),
    failedAt: t.expose("failedAt", { type: "DateTime", description: "When it failed for good." }),
  }),
});

type GivenUpEmail = typeof emails.$inferSelect;

const UndeliveredEmailType = builder.objectRef<GivenUpEmail>("UndeliveredEmail").implement({
  description: "A message that was given up. What it told of stands among its reader's notices.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Names it for `sendEmailAgain`." }),
    recipient: t.field({
      type: UserType,
      description: "Whom it was for.",
      resolve: ({ recipientId }) => recipientId,
    }),
    because: t.string({ description: "Why it was given up.", resolve: ({ because }) => because ?? "" }),
    givenUpAt: t.field({
      type: "DateTime",
      description: "When.",
      resolve: ({ settledAt, createdAt }) => settledAt ?? createdAt,
    }),
  }),
});

interface BackgroundJobs {
  counts: QueueCounts;
  workers: WorkersNow;
}

const BackgroundJobsType = builder.objectRef<BackgroundJobs>("BackgroundJobs").implement({
  description: "How the work in the background stands: telling people, email, reminders.",
  fields: (t) => ({
    waiting: t.int({
      description: "Jobs that wait to be done, those to be tried again among them.",
      resolve: ({ counts }) => counts.waiting,
    }),
    active: t.int({ description: "Jobs under way.", resolve: ({ counts }) => counts.active }),
    oldestWaitingSince: t.field({
      type: "DateTime",
      nullable: true,
      description: "Since when the job that waits longest could have been done. Null: none waits.",
      resolve: ({ counts }) => counts.oldestWaitingSince,
    }),
    workers: t.int({
      description: "Processes that do jobs now. 0: nothing is done until one is started.",
      resolve: ({ workers }) => workers.running,
    }),
    emailIsSent: t.boolean({
      description: "Whether any of them has a server to send email by.",
      resolve: ({ workers }) => workers.sendingEmail > 0,
    }),
    dead: t.field({
      type: [DeadJobType],
      description: `Jobs that failed for good, latest first: up to ${MOST_SHOWN}.`,
      resolve: (_jobs, _args, { db }) => listDeadJobs(db, MOST_SHOWN),
    }),
    undelivered: t.field({
      type: [UndeliveredEmailType],
      description: `Messages that were given up, latest first: up to ${MOST_SHOWN}.`,
      resolve: async (_jobs, _args, { db }) =>
        await db
          .select()
          .from(emails)
          .where(eq(emails.state, "GIVEN_UP"))
          .orderBy(desc(emails.settledAt))
          .limit(MOST_SHOWN),
    }),
  }),
});

const loadJobs = async ({ db }: ApiContext): Promise<BackgroundJobs> => ({
  counts: await countJobs(db),
  workers: await countWorkers(db),
});

builder.queryField("backgroundJobs", (t) =>
  t.field({
    type: BackgroundJobsType,
    description: "How the work in the background stands. For administrators.",
    resolve: (_root, _args, context) => loadJobs(context),
  }),
);

interface JobsChanged {
  jobs: BackgroundJobs;
}

const JobsChangedType = builder.objectRef<JobsChanged>("BackgroundJobsChanged").implement({
  description: "It is done.",
  fields: (t) => ({
    jobs: t.expose("jobs", {
      type: BackgroundJobsType,
      description: "How the work in the background now stands.",
    }),
  }),
});

const JobInput = builder.inputType("BackgroundJobInput", {
  description: "Which.",
  fields: (t) => ({ id: t.id({ required: true, description: "Its id, as `backgroundJobs` gave it." }) }),
});

const shown = async (context: ApiContext, done: Result<void>) =>
  answer(done.ok ? ok({ jobs: await loadJobs(context) }) : done);

const RetryJobResult = resultUnion("RetryJobResult", JobsChangedType);
const DiscardJobResult = resultUnion("DiscardJobResult", JobsChangedType);
const SendEmailAgainResult = resultUnion("SendEmailAgainResult", JobsChangedType);

builder.mutationFields((t) => ({
  retryJob: t.field({
    type: RetryJobResult,
    description: "Lets a job that failed for good be tried anew.",
    args: { input: t.arg({ type: JobInput, required: true, description: "Which." }) },
    resolve: async (_root, { input }, context) => shown(context, await retryJob(context, input.id)),
  }),
  discardJob: t.field({
    type: DiscardJobResult,
    description: "Forgets a job that failed for good: what it should have done is not done.",
    args: { input: t.arg({ type: JobInput, required: true, description: "Which." }) },
    resolve: async (_root, { input }, context) => shown(context, await discardJob(context, input.id)),
  }),
  sendEmailAgain: t.field({
    type: SendEmailAgainResult,
    description: "Tries once more to send a message that was given up.",
    args: { input: t.arg({ type: JobInput, required: true, description: "Which." }) },
    resolve: async (_root, { input }, context) => shown(context, await sendEmailAgain(context, input.id)),
  }),
}));
