import type { Transaction } from "@due-regard/database/connection";
import { targets } from "@due-regard/database/schema/metrics";
import {
  checkTargetTerms,
  formatTarget,
  type TargetDraft,
} from "@due-regard/domain/metrics/check-target-terms";
import { parsePeriod } from "@due-regard/domain/metrics/period";
import type { TargetKind, TargetOperator, ToleranceKind } from "@due-regard/domain/metrics/vocabulary";
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

export interface SetTargetInput extends SubjectNames {
  kind: TargetKind;
  /** Default: the only one that the kind goes with, where there is just one. */
  operator: TargetOperator;
  low?: Maybe<string>;
  high?: Maybe<string>;
  toleranceKind?: Maybe<ToleranceKind>;
  tolerance?: Maybe<string>;
  benchmarkGroup?: Maybe<string>;
  benchmarkPeriod?: Maybe<string>;
  note?: Maybe<string>;
  /** `recordedAt` of the target that the writer saw; none: they saw none. */
  basedOnRecordedAt?: Maybe<string>;
  idempotencyKey?: Maybe<string>;
}

type StoredTarget = typeof targets.$inferSelect;

/** Sets or re-sets a target. Both versions stay; one that says the same makes none. Answers with the row's id. */
export const setTarget = async (context: ApiContext, input: SetTargetInput): Promise<Result<string>> => {
  const { viewer } = context;
  if (viewer === null) return notAllowed("Sign in to set a target.");
  return await inTransaction(context, (tx) =>
    once(tx, { viewer, key: input.idempotencyKey, operation: "setTarget", input }, () =>
      write(tx, context, viewer, input),
    ),
  );
};

const write = async (
  tx: Transaction,
  context: ApiContext,
  viewer: SignedInViewer,
  input: SetTargetInput,
): Promise<Result<string>> => {
  const found = await findSubject(tx, viewer, "performance.write", input);
  if (!found.ok) return found;
  const subject = found.value;
  const draft = draftOf(input);
  const problems = [...checkTargetTerms(draft, subject.metric.aim), ...benchmarkPeriodProblems(input)];
  if (problems.length > 0) return invalid(problems);
  const standing = standingOf(await loadVersions(tx, subject), input.basedOnRecordedAt ?? null);
  const { current } = standing;
  const row = rowOf(subject, draft, input.benchmarkPeriod ?? null, current);
  if (current !== null && isSame(current, row)) return ok(current.id);
  const stale = conflictOf(standing, "target", { theirs: ({ display }) => display, yours: row.display });
  if (stale !== null) return conflict([stale], "Somebody set this target while you were writing");
  const recordedAt = await nextInstant(tx, [current]);
  if (current !== null)
    await tx.update(targets).set({ supersededAt: recordedAt }).where(eq(targets.id, current.id));
  const [stored] = await tx
    .insert(targets)
    .values({ ...row, recordedById: viewer.userId, recordedAt })
    .returning({ id: targets.id });
  if (stored === undefined) throw new Error("The target was not stored");
  const detail = { ...subjectDetail(subject), before: current?.display ?? null, after: row.display };
  await recordAudit(tx, context, [
    { action: "target.set", subjectType: "target", subjectId: stored.id, reason: row.note, detail },
  ]);
  return ok(stored.id);
};

const loadVersions = async (tx: Transaction, { metric, organisation, period }: FigureSubject) =>
  await tx
    .select()
    .from(targets)
    .where(
      and(
        eq(targets.metricId, metric.id),
        eq(targets.organisationId, organisation.id),
        eq(targets.period, period.code),
      ),
    )
    .orderBy(asc(targets.recordedAt));

const draftOf = (input: SetTargetInput): TargetDraft => ({
  kind: input.kind,
  operator: input.operator,
  low: input.low ?? null,
  high: input.high ?? null,
  toleranceKind: input.toleranceKind ?? null,
  tolerance: input.tolerance ?? null,
  benchmarkGroup: input.benchmarkGroup?.trim() || null,
  note: input.note?.trim() || null,
});

const benchmarkPeriodProblems = ({ kind, benchmarkPeriod }: SetTargetInput): Problem[] => {
  if (benchmarkPeriod == null) return [];
  if (kind !== "BENCHMARK")
    return [{ path: "benchmarkPeriod", message: "Only a benchmark has a period of its own." }];
  const period = parsePeriod(benchmarkPeriod);
  if (period.ok || period.failure.kind !== "VALIDATION") return [];
  return period.failure.problems.map((problem) => ({ ...problem, path: "benchmarkPeriod" }));
};

const rowOf = (
  subject: FigureSubject,
  draft: TargetDraft,
  benchmarkPeriod: string | null,
  current: StoredTarget | null,
) => {
  const { toleranceKind, ...terms } = draft;
  const unit = current?.unit ?? subject.metric.unit;
  return {
    ...figureColumns(subject),
    ...terms,
    toleranceKind: toleranceKind === "NONE" ? null : toleranceKind,
    benchmarkPeriod,
    unit,
    display: formatTarget(draft, unit),
  };
};

const SAID = [
  "kind",
  "operator",
  "low",
  "high",
  "toleranceKind",
  "tolerance",
  "benchmarkGroup",
  "benchmarkPeriod",
  "note",
] as const satisfies readonly (keyof StoredTarget)[];

const isSame = (stored: StoredTarget, row: Pick<StoredTarget, (typeof SAID)[number]>): boolean =>
  SAID.every((field) => stored[field] === row[field]);
