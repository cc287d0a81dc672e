import type { Transaction } from "@due-regard/database/connection";
import { commentary } from "@due-regard/database/schema/metrics";
import { conflict, invalid, notAllowed, ok, type Problem, type Result } from "@due-regard/domain/result";
import { and, asc, eq } from "drizzle-orm";
import type { ApiContext, SignedInViewer } from "../../context.ts";
import { inTransaction, once, recordAudit } from "../../schema/in-transaction.ts";
import {
  type FigureSubject,
  figureColumns,
  findSubject,
  type SubjectNames,
  subjectDetail,
} from "./figure-subjects.ts";
import { conflictOf, nextInstant, standingOf } from "./revisions.ts";

type Maybe<Value> = Value | null | undefined;

export interface WriteCommentaryInput extends SubjectNames {
  data?: Maybe<string>;
  review?: Maybe<string>;
  action?: Maybe<string>;
  /** `writtenAt` of the writer's own earlier text that they saw; none: they had written nothing. */
  basedOnWrittenAt?: Maybe<string>;
  idempotencyKey?: Maybe<string>;
}

/** Characters that each of the three texts may have: commentary is short (domain.md §1). */
export const MAXIMUM_COMMENTARY = 2_000;

const PARTS = ["data", "review", "action"] as const;
type Texts = Record<(typeof PARTS)[number], string | null>;

/**
 * Writes commentary on a metric for a period: one per author, whose new text supersedes their earlier one. Answers with
 * the row's id. The same words again make no revision.
 */
export const writeCommentary = async (
  context: ApiContext,
  input: WriteCommentaryInput,
): Promise<Result<string>> => {
  const { viewer } = context;
  if (viewer === null) return notAllowed("Sign in to write commentary.");
  return await inTransaction(context, (tx) =>
    once(tx, { viewer, key: input.idempotencyKey, operation: "writeCommentary", input }, () =>
      write(tx, context, viewer, input),
    ),
  );
};

const write = async (
  tx: Transaction,
  context: ApiContext,
  viewer: SignedInViewer,
  input: WriteCommentaryInput,
): Promise<Result<string>> => {
  const found = await findSubject(tx, viewer, "performance.judge", input);
  if (!found.ok) return found;
  const subject = found.value;
  const texts = textsOf(input);
  const problems = problemsOf(texts);
  if (problems.length > 0) return invalid(problems);
  const standing = standingOf(await loadOwn(tx, subject, viewer), input.basedOnWrittenAt ?? null);
  const { current } = standing;
  if (current !== null && PARTS.every((part) => current[part] === texts[part])) return ok(current.id);
  const stale = conflictOf(standing, "commentary", { theirs: show, yours: show(texts) });
  if (stale !== null) return conflict([stale], "You wrote this anew elsewhere in the meantime");
  const recordedAt = await nextInstant(tx, [current]);
  if (current !== null)
    await tx.update(commentary).set({ supersededAt: recordedAt }).where(eq(commentary.id, current.id));
  const [stored] = await tx
    .insert(commentary)
    .values({
      ...figureColumns(subject),
      ...texts,
      authorId: viewer.userId,
      recordedById: viewer.userId,
      recordedAt,
    })
    .returning({ id: commentary.id });
  if (stored === undefined) throw new Error("The commentary was not stored");
  const detail = { ...subjectDetail(subject), ...texts, supersedes: current?.id ?? null };
  await recordAudit(tx, context, [
    { action: "commentary.written", subjectType: "commentary", subjectId: stored.id, detail },
  ]);
  return ok(stored.id);
};

const loadOwn = async (
  tx: Transaction,
  { metric, organisation, period }: FigureSubject,
  viewer: SignedInViewer,
) =>
  await tx
    .select()
    .from(commentary)
    .where(
      and(
        eq(commentary.metricId, metric.id),
        eq(commentary.organisationId, organisation.id),
        eq(commentary.period, period.code),
        eq(commentary.authorId, viewer.userId),
      ),
    )
    .orderBy(asc(commentary.recordedAt));

const textsOf = (input: WriteCommentaryInput): Texts => ({
  data: input.data?.trim() || null,
  review: input.review?.trim() || null,
  action: input.action?.trim() || null,
});

const problemsOf = (texts: Texts): Problem[] => {
  if (PARTS.every((part) => texts[part] === null))
    return [{ path: "data", message: "Write at least one of the three: data, review or action." }];
  return PARTS.filter((part) => (texts[part] ?? "").length > MAXIMUM_COMMENTARY).map((path) => ({
    path,
    message: `Use ${MAXIMUM_COMMENTARY} characters or fewer.`,
  }));
};

const show = (texts: Texts): string => PARTS.flatMap((part) => texts[part] ?? []).join("\n");
