import { evidenceLinks } from "@due-regard/database/schema/assessments";
import { metrics, observations } from "@due-regard/database/schema/metrics";
import { evidenceWatches, reviewCauses } from "@due-regard/database/schema/watches";
import { mayOnAssessment } from "@due-regard/domain/access/policy";
import { causeInWords } from "@due-regard/domain/ehria/watch/cause-words";
import type { CauseKind } from "@due-regard/domain/ehria/watch/causes";
import { asc, eq, getTableColumns, inArray } from "drizzle-orm";
import { builder } from "../../../schema/builder.ts";
import { describedEnum } from "../../../schema/described-enum.ts";
import { groupLoader } from "../../../schema/group-loader.ts";
import { answer, resultUnion } from "../../../schema/result-union.ts";
import { UserType } from "../../people/user.graphql.ts";
import { MetricType } from "../../performance/metric-type.ts";
import { AssessmentType } from "../assessment-type.ts";
import { EvidenceLinkType } from "../evidence.graphql.ts";
import { placeOfRow } from "../evidence-place.ts";
import type { EvidenceLinked } from "../link-evidence.ts";
import { AssessmentSaved } from "../payloads.graphql.ts";
import { setReviewDate } from "./set-review-date.ts";
import { setWatch } from "./set-watch.ts";

type WatchRow = typeof evidenceWatches.$inferSelect;

const watchOf = groupLoader<WatchRow>(
  async ({ db }, ids) =>
    await db
      .select()
      .from(evidenceWatches)
      .where(inArray(evidenceWatches.linkId, [...ids])),
  ({ linkId }) => linkId,
  { cache: false },
);

const EvidenceWatchType = builder.objectRef<WatchRow>("EvidenceWatch").implement({
  description:
    "What is watched of a figure that is cited. It stands beside the citation: no signature covers it.",
  fields: (t) => ({
    above: t.expose("above", {
      type: "Decimal",
      nullable: true,
      description:
        "A review is due when the figure, or a later one of its series, is above this. Null: not watched.",
    }),
    below: t.expose("below", {
      type: "Decimal",
      nullable: true,
      description: "… when it is below this. Null: not watched.",
    }),
    version: t.exposeInt("version", {
      description: "Send it back as `basedOnVersion`; where none is set, 0.",
    }),
    setAt: t.expose("setAt", { type: "DateTime", description: "When it was set." }),
    setBy: t.field({ type: UserType, description: "Who set it.", resolve: ({ setById }) => setById }),
  }),
});

builder.objectField(EvidenceLinkType, "watch", (t) =>
  t.field({
    type: EvidenceWatchType,
    nullable: true,
    description:
      "What is watched of it. With bounds, the figure itself makes a review due only past them; without, whenever it is revised. Null: nothing was ever set.",
    resolve: async ({ id }, _args, context) => (await watchOf(context, id))[0] ?? null,
  }),
);

const CauseKindEnum = describedEnum<CauseKind>(
  "ReviewCauseKind",
  "Why an assessment is to be looked at again.",
  {
    REVIEW_DATE: "The day set for its review has come.",
    WITHDRAWN: "A figure that it cites was taken back.",
    RESULT_PUBLISHED: "A result that was awaited when it was cited is known.",
    PAST_THRESHOLD: "A figure, or a later one of its series, is past what was set to be watched for.",
    RATING_WORSE:
      "A figure, or a later one of its series, is rated worse than the figure was when it was cited.",
    DEFINITION_CHANGED: "What a figure measures is defined otherwise since it was cited.",
    REVISED: "A figure is known otherwise than when it was cited.",
    WORDS_CHANGED: "A plan says something else than when it was cited.",
  },
);

type CauseRow = typeof reviewCauses.$inferSelect & {
  question: string | null;
  part: string | null;
  metricId: string | null;
};

/** Of every revision, in the order in which they were found. */
const causesOf = groupLoader<CauseRow>(
  async ({ db }, ids) =>
    await db
      .select({
        ...getTableColumns(reviewCauses),
        question: evidenceLinks.question,
        part: evidenceLinks.part,
        metricId: metrics.id,
      })
      .from(reviewCauses)
      .leftJoin(evidenceLinks, eq(evidenceLinks.id, reviewCauses.linkId))
      .leftJoin(observations, eq(observations.id, evidenceLinks.observationId))
      .leftJoin(metrics, eq(metrics.id, observations.metricId))
      .where(inArray(reviewCauses.assessmentId, [...ids]))
      .orderBy(asc(reviewCauses.foundAt), asc(reviewCauses.kind), asc(reviewCauses.id)),
  ({ assessmentId }) => assessmentId,
);

const ReviewCauseType = builder.objectRef<CauseRow>("ReviewCause").implement({
  description: "Why a signed assessment was found to be due for review, told once.",
  fields: (t) => ({
    kind: t.expose("kind", { type: CauseKindEnum, description: "What happened." }),
    title: t.exposeString("title", {
      nullable: true,
      description: "What it is about, as it was cited. Null: the assessment itself, of a date.",
    }),
    before: t.exposeString("before", {
      nullable: true,
      description: "How it stood when it was cited. Null: it was not there, or of a date.",
    }),
    now: t.exposeString("now", {
      nullable: true,
      description: "How it stood when this was found; of a date, the day. Null: it was not there any longer.",
    }),
    source: t.exposeString("source", {
      nullable: true,
      description: "The paper that what stood then came from. Null: none.",
    }),
    words: t.string({
      description: "All of it in one line.",
      resolve: (row) => causeInWords({ ...row, key: row.keyHash }),
    }),
    place: t.string({
      nullable: true,
      description: "Where it is cited: “question” or “question.part”. Null: it is about no citation.",
      resolve: (row) => (row.linkId === null ? null : placeOfRow(row)),
    }),
    metric: t.field({
      type: MetricType,
      nullable: true,
      description: "Of a figure, its metric. Null: no figure.",
      resolve: ({ metricId }) => metricId,
    }),
    foundAt: t.expose("foundAt", { type: "DateTime", description: "When it was found." }),
    revision: t.exposeInt("revision", { description: "The revision that was in force then." }),
  }),
});

builder.objectFields(AssessmentType, (t) => ({
  reviewCauses: t.field({
    type: [ReviewCauseType],
    description:
      "Why it is due for review, or was when it was reopened: what was found about the newest revision, up to the one shown, about which anything was.",
    resolve: async ({ id, revision }, _args, context) => {
      const known = (await causesOf(context, id)).filter((cause) => cause.revision <= revision);
      const last = Math.max(...known.map((cause) => cause.revision));
      return known.filter((cause) => cause.revision === last);
    },
  }),
  canWatch: t.boolean({
    description: "Whether you may say what is watched of what it cites, and when it is to be reviewed.",
    resolve: ({ policySubject, isInForce }, _args, { viewer }) =>
      isInForce && mayOnAssessment(viewer, "assessment.watch", policySubject),
  }),
}));

const KEY =
  "Any text of up to 100 characters that names this call: a retry with the same key has no second effect.";

const WatchEvidenceInput = builder.inputType("WatchEvidenceInput", {
  description: "What to watch of a figure that is cited.",
  fields: (t) => ({
    reference: t.string({ required: true, description: "The assessment's reference." }),
    evidence: t.globalID({
      for: EvidenceLinkType,
      required: true,
      description: "The citation, of a figure.",
    }),
    above: t.field({
      type: "Decimal",
      description: "Tell when it is above this, in the figure's unit. Null: not watched on this side.",
    }),
    below: t.field({
      type: "Decimal",
      description: "Tell when it is below this. Null: not watched on this side.",
    }),
    basedOnVersion: t.int({ required: true, description: "The version that you saw; 0: nothing was set." }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

const SetReviewDateInput = builder.inputType("SetReviewDateInput", {
  description: "When an assessment is to be looked at again.",
  fields: (t) => ({
    reference: t.string({ required: true, description: "The assessment's reference." }),
    on: t.field({ type: "Date", description: "A day that is still to come. Null: no date." }),
    basedOn: t.field({ type: "Date", description: "The date that you saw. Null: none." }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

const EvidenceWatchedPayload = builder.objectRef<EvidenceLinked>("EvidenceWatched").implement({
  description: "What is watched is set.",
  fields: (t) => ({
    assessment: t.field({
      type: AssessmentType,
      description: "The assessment as it now stands.",
      resolve: ({ head }) => head,
    }),
    evidence: t.field({
      type: EvidenceLinkType,
      description: "The citation.",
      resolve: ({ linkId }) => linkId,
    }),
  }),
});

const WatchEvidenceResult = resultUnion("WatchEvidenceResult", EvidenceWatchedPayload);
const SetReviewDateResult = resultUnion("SetReviewDateResult", AssessmentSaved);

builder.mutationFields((t) => ({
  watchEvidence: t.field({
    type: WatchEvidenceResult,
    description:
      "Sets past which values a cited figure makes its assessment due for review. May be done after sign-off: no signature covers it.",
    args: { input: t.arg({ type: WatchEvidenceInput, required: true, description: "What to watch." }) },
    resolve: async (_root, { input }, context) => {
      const { evidence, above = null, below = null, ...rest } = input;
      return answer(await setWatch(context, { ...rest, linkId: evidence.id, above, below }));
    },
  }),
  setReviewDate: t.field({
    type: SetReviewDateResult,
    description: "Says when an assessment is to be looked at again. May be done after sign-off.",
    args: { input: t.arg({ type: SetReviewDateInput, required: true, description: "Which day." }) },
    resolve: async (_root, { input }, context) => {
      const { on = null, basedOn = null, ...rest } = input;
      const set = await setReviewDate(context, { ...rest, on, basedOn });
      return answer(
        set.ok ? { ok: true, value: { head: set.value, savedAt: new Date().toISOString() } } : set,
      );
    },
  }),
}));
