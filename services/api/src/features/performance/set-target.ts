import type { Transaction } from "@due-regard/database/connection";
import type { TargetRow } from "@due-regard/database/read-models/figures";
import { targets } from "@due-regard/database/schema/metrics";
import {
  checkTargetTerms,
  formatTarget,
  type TargetDraft,
} from "@due-regard/domain/metrics/check-target-terms";
import { parsePeriod } from "@due-regard/domain/metrics/period";
import type { TargetKind, TargetOperator, ToleranceKind } from "@due-regard/domain/metrics/vocabulary";
import { invalid, type Problem, type Result } from "@due-regard/domain/result";
import { and, asc, eq } from "drizzle-orm";
import type { ApiContext, SignedInViewer } from "../../context.ts";
import type { Maybe } from "../../schema/maybe.ts";
import { type FigureSubject, figureColumns, type SubjectNames, subjectDetail } from "./figure-subjects.ts";
import { reviseFigure } from "./revise-figure.ts";
import {
  type FigureWrite,
  type FigureWritten,
  theOnly,
  type WriteOptions,
  writeFigures,
} from "./write-figures.ts";

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

/** Sets or re-sets a target. Both versions stay; one that says the same makes none. */
export const setTarget = async (
  context: ApiContext,
  input: SetTargetInput,
  options: WriteOptions,
): Promise<Result<FigureWritten<TargetRow>>> => {
  const write: FigureWrite<TargetRow> = {
    operation: "setTarget",
    act: "performance.write",
    signIn: "Sign in to set a target.",
    input,
    names: [input],
    write: (tx, subjects, viewer) => set(tx, context, { viewer, subject: theOnly(subjects), input }),
    load: async (tx, id) => theOnly(await tx.select().from(targets).where(eq(targets.id, id))),
  };
  return await writeFigures(context, write, options);
};

interface TargetToSet {
  viewer: SignedInViewer;
  subject: FigureSubject;
  input: SetTargetInput;
}

const set = async (
  tx: Transaction,
  context: ApiContext,
  { viewer, subject, input }: TargetToSet,
): Promise<Result<string>> => {
  const draft = draftOf(input);
  const problems = [...checkTargetTerms(draft, subject.metric.aim), ...benchmarkPeriodProblems(input)];
  if (problems.length > 0) return invalid(problems);
  const versions = await loadVersions(tx, subject);
  const inForce = versions.find(({ supersededAt }) => supersededAt === null) ?? null;
  const row = rowOf(subject, draft, input.benchmarkPeriod ?? null, inForce);
  return await reviseFigure(tx, context, {
    versions,
    basedOn: input.basedOnRecordedAt ?? null,
    isSame: (current) => isSame(current, row),
    stale: {
      path: "target",
      message: "Somebody set this target while you were writing",
      theirs: ({ display }) => display,
      yours: row.display,
    },
    supersede: async (id, at) => await tx.update(targets).set({ supersededAt: at }).where(eq(targets.id, id)),
    insert: async (recordedAt) =>
      await tx
        .insert(targets)
        .values({ ...row, recordedById: viewer.userId, recordedAt })
        .returning(),
    audit: (current) => ({
      action: "target.set",
      subjectType: "target",
      reason: row.note,
      detail: { ...subjectDetail(subject), before: current?.display ?? null, after: row.display },
    }),
  });
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
