import type { Transaction } from "@due-regard/database/connection";
import {
  type DashboardReadModel,
  LATEST,
  readMetricResults,
} from "@due-regard/database/read-models/dashboard";
import { metrics, ratings } from "@due-regard/database/schema/metrics";
import { JUDGEMENT_LIMITS } from "@due-regard/domain/metrics/judgement-limits";
import type { Comparison, RagRating, RatingScheme } from "@due-regard/domain/metrics/vocabulary";
import { invalid, type Problem, type Result } from "@due-regard/domain/result";
import { and, asc, eq } from "drizzle-orm";
import type { ApiContext, SignedInViewer } from "../../context.ts";
import { ratingOf } from "../../derive/result.ts";
import type { Maybe } from "../../schema/maybe.ts";
import { type FigureSubject, figureColumns, type SubjectNames, subjectDetail } from "./figure-subjects.ts";
import type { ResultInEdition } from "./metric-result.graphql.ts";
import { reviseFigure } from "./revise-figure.ts";
import {
  type FigureWrite,
  type FigureWritten,
  theOnly,
  type WriteOptions,
  writeFigures,
} from "./write-figures.ts";

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

/**
 * Keeps an officer's judgement beside what the software suggests. It is made of a row on a dashboard, so that there is
 * something to judge; a new judgement supersedes the earlier, and one that says the same makes none.
 */
export const judgeRating = async (
  context: ApiContext,
  input: JudgeRatingInput,
  options: WriteOptions,
): Promise<Result<FigureWritten<ResultInEdition>>> => {
  const write: FigureWrite<ResultInEdition> = {
    operation: "judgeRating",
    act: "performance.judge",
    signIn: "Sign in to judge a rating.",
    input,
    names: [input],
    write: (tx, subjects, viewer) => judge(tx, context, { viewer, subject: theOnly(subjects), input }),
    load: async (tx) => theOnly((await findResults(tx, input)).slice(-1)),
  };
  return await writeFigures(context, write, options);
};

/** The rows that the rating stands on, as known now; none: no dashboard of theirs shows this metric for this period. */
const findResults = async (
  tx: Transaction,
  { metric, organisation, period }: SubjectNames,
): Promise<ResultInEdition[]> => {
  const [known] = await tx.select({ id: metrics.id }).from(metrics).where(eq(metrics.code, metric));
  if (known === undefined) return [];
  const question = { organisation, metricId: known.id, asAt: LATEST, withRanks: true };
  return (await readMetricResults(tx, question)).flatMap((edition) => rowsFor(edition, period));
};

const rowsFor = (edition: DashboardReadModel, period: string): ResultInEdition[] =>
  edition.rows.filter((row) => row.ratingPeriod === period).map((row) => ({ row, edition }));

interface Judging {
  viewer: SignedInViewer;
  subject: FigureSubject;
  input: JudgeRatingInput;
}

const judge = async (
  tx: Transaction,
  context: ApiContext,
  { viewer, subject, input }: Judging,
): Promise<Result<string>> => {
  const result = (await findResults(tx, input)).at(-1) ?? null;
  const problems = problemsOf(input, subject, result);
  if (problems.length > 0 || result === null) return invalid(problems);
  const row = {
    ...figureColumns(subject),
    scheme: input.scheme,
    judged: input.judged ?? null,
    comparison: input.comparison ?? null,
    reason: input.reason.trim(),
    judgedById: viewer.userId,
  };
  return await reviseFigure(tx, context, {
    versions: await loadJudgements(tx, subject),
    basedOn: input.basedOnJudgedAt ?? null,
    isSame: (current) =>
      current.scheme === row.scheme &&
      wordOf(current) === wordOf(row) &&
      current.reason === row.reason &&
      current.judgedById === row.judgedById,
    stale: {
      path: "rating",
      message: "Somebody judged this while you were writing",
      theirs: describe,
      yours: describe(row),
    },
    supersede: async (id, at) => await tx.update(ratings).set({ supersededAt: at }).where(eq(ratings.id, id)),
    insert: async (recordedAt) =>
      await tx
        .insert(ratings)
        .values({ ...row, recordedById: viewer.userId, recordedAt })
        .returning(),
    audit: (current) => auditOf(subject, { suggested: suggestionOf(result), current, row }),
  });
};

const auditOf = (
  subject: FigureSubject,
  { suggested, current, row }: { suggested: string | null; current: Judgement | null; row: Judgement },
) => ({
  action: "rating.judged",
  subjectType: "rating",
  reason: row.reason,
  detail: {
    ...subjectDetail(subject),
    suggested,
    before: current === null ? null : wordOf(current),
    after: wordOf(row),
  },
});

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
    [
      reason.trim().length <= JUDGEMENT_LIMITS.reason,
      "reason",
      `Use ${JUDGEMENT_LIMITS.reason} characters or fewer.`,
    ],
  ];
  return rules.filter(([holds]) => !holds).map(([, path, message]) => ({ path, message }));
};
