import type { Transaction } from "@due-regard/database/connection";
import { type DashboardReadModel, readMetricResults } from "@due-regard/database/read-models/dashboard";
import { metrics, ratings } from "@due-regard/database/schema/metrics";
import type { Comparison, RagRating, RatingScheme } from "@due-regard/domain/metrics/vocabulary";
import { conflict, invalid, notAllowed, ok, type Problem, type Result } from "@due-regard/domain/result";
import { and, asc, eq } from "drizzle-orm";
import type { ApiContext, SignedInViewer } from "../../context.ts";
import { inTransaction, once, recordAudit } from "../../schema/in-transaction.ts";
import { ratingOf } from "./derive-result.ts";
import {
  type FigureSubject,
  figureColumns,
  findSubject,
  type SubjectNames,
  subjectDetail,
} from "./figure-subjects.ts";
import type { ResultInEdition } from "./metric-result.graphql.ts";
import { conflictOf, nextInstant, standingOf } from "./revisions.ts";

type Maybe<Value> = Value | null | undefined;

export interface JudgeRatingInput extends SubjectNames {
  scheme: RatingScheme;
  judged?: Maybe<RagRating>;
  comparison?: Maybe<Comparison>;
  /** True: the judgement is that there is none to make. */
  noJudgement?: Maybe<boolean>;
  reason: string;
  /** `judgedAt` of the judgement that the writer saw; none: nobody had judged. */
  basedOnJudgedAt?: Maybe<string>;
  idempotencyKey?: Maybe<string>;
}

export const MAXIMUM_REASON = 1_000;

/**
 * Keeps an officer's judgement beside what the software suggests. It is made of a row on a dashboard, so that there is
 * something to judge; a new judgement supersedes the earlier, and one that says the same makes none.
 */
export const judgeRating = async (
  context: ApiContext,
  input: JudgeRatingInput,
): Promise<Result<ResultInEdition>> => {
  const { viewer } = context;
  if (viewer === null) return notAllowed("Sign in to judge a rating.");
  const before = await findResult(context, input);
  const judged = await inTransaction(context, (tx) =>
    once(tx, { viewer, key: input.idempotencyKey, operation: "judgeRating", input }, () =>
      judge(tx, context, viewer, input, before),
    ),
  );
  if (!judged.ok) return judged;
  const after = await findResult(context, input);
  if (after === null) throw new Error("The judged row is gone");
  return ok(after);
};

/** The row that the rating stands on, as known now; null: no dashboard of theirs shows this metric for this period. */
const findResult = async (
  { db }: ApiContext,
  { metric, organisation, period }: SubjectNames,
): Promise<ResultInEdition | null> => {
  const [known] = await db.select({ id: metrics.id }).from(metrics).where(eq(metrics.code, metric));
  if (known === undefined) return null;
  const asAt = new Date().toISOString();
  const editions = await readMetricResults(db, { organisation, metricId: known.id, asAt, withRanks: true });
  return editions.flatMap((edition) => rowsFor(edition, period)).at(-1) ?? null;
};

const rowsFor = (edition: DashboardReadModel, period: string): ResultInEdition[] =>
  edition.rows.filter((row) => row.ratingPeriod === period).map((row) => ({ row, edition }));

const judge = async (
  tx: Transaction,
  context: ApiContext,
  viewer: SignedInViewer,
  input: JudgeRatingInput,
  result: ResultInEdition | null,
): Promise<Result<string>> => {
  const found = await findSubject(tx, viewer, "performance.judge", input);
  if (!found.ok) return found;
  const subject = found.value;
  const problems = problemsOf(input, subject, result);
  if (problems.length > 0 || result === null) return invalid(problems);
  const standing = standingOf(await loadJudgements(tx, subject), input.basedOnJudgedAt ?? null);
  const { current } = standing;
  const row = {
    ...figureColumns(subject),
    scheme: input.scheme,
    judged: input.judged ?? null,
    comparison: input.comparison ?? null,
    reason: input.reason.trim(),
    judgedById: viewer.userId,
  };
  const isSame =
    current?.scheme === row.scheme &&
    wordOf(current) === wordOf(row) &&
    current.reason === row.reason &&
    current.judgedById === row.judgedById;
  if (current !== null && isSame) return ok(current.id);
  const stale = conflictOf(standing, "rating", { theirs: describe, yours: describe(row) });
  if (stale !== null) return conflict([stale], "Somebody judged this while you were writing");
  const recordedAt = await nextInstant(tx, [current]);
  if (current !== null)
    await tx.update(ratings).set({ supersededAt: recordedAt }).where(eq(ratings.id, current.id));
  const [stored] = await tx
    .insert(ratings)
    .values({ ...row, recordedById: viewer.userId, recordedAt })
    .returning({ id: ratings.id });
  if (stored === undefined) throw new Error("The judgement was not stored");
  await recordAudit(tx, context, [
    {
      action: "rating.judged",
      subjectType: "rating",
      subjectId: stored.id,
      reason: row.reason,
      detail: {
        ...subjectDetail(subject),
        suggested: suggestionOf(result),
        before: current === null ? null : wordOf(current),
        after: wordOf(row),
      },
    },
  ]);
  return ok(stored.id);
};

const loadJudgements = async (tx: Transaction, { metric, organisation, period }: FigureSubject) =>
  await tx
    .select()
    .from(ratings)
    .where(
      and(
        eq(ratings.metricId, metric.id),
        eq(ratings.organisationId, organisation.id),
        eq(ratings.period, period.code),
      ),
    )
    .orderBy(asc(ratings.recordedAt));

type Judgement = Pick<typeof ratings.$inferSelect, "judged" | "comparison" | "reason">;

const wordOf = ({ judged, comparison }: Pick<Judgement, "judged" | "comparison">): string =>
  judged ?? comparison ?? "NO_JUDGEMENT";

const describe = (judgement: Judgement): string => `${wordOf(judgement)}: ${judgement.reason}`;

/** What the software said when the officer judged: kept, so that the two can be compared later. */
const suggestionOf = ({ row, edition }: ResultInEdition): string | null => {
  const { suggested, suggestedComparison } = ratingOf(row, edition.scheme);
  return suggested ?? suggestedComparison;
};

const problemsOf = (
  input: JudgeRatingInput,
  { metric }: FigureSubject,
  result: ResultInEdition | null,
): Problem[] => {
  const { scheme, judged, comparison, noJudgement, reason } = input;
  const given = [judged, comparison, noJudgement || null].filter((each) => each != null);
  const wanted = scheme === "RAG" ? "judged" : "comparison";
  const other = scheme === "RAG" ? comparison : judged;
  const rules: [holds: boolean, path: string, message: string][] = [
    [
      result !== null,
      "period",
      "No dashboard of this organisation shows this metric for this period. Add it to one first.",
    ],
    [
      result === null || result.edition.scheme === scheme,
      "scheme",
      `That dashboard rates by ${result?.edition.scheme}.`,
    ],
    [given.length === 1, wanted, `Give ${wanted}, or say noJudgement: just one of them.`],
    [other == null, wanted, `The scheme ${scheme} judges by \`${wanted}\`.`],
    [
      metric.aim !== "INFORMATION" || noJudgement === true,
      wanted,
      "This metric is shown for information only and is never rated.",
    ],
    [reason.trim().length > 0, "reason", "Say why: the reason is shown beside the rating."],
    [reason.trim().length <= MAXIMUM_REASON, "reason", `Use ${MAXIMUM_REASON} characters or fewer.`],
  ];
  return rules.filter(([holds]) => !holds).map(([, path, message]) => ({ path, message }));
};
