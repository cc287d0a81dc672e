import type { Transaction } from "@due-regard/database/connection";
import { observations } from "@due-regard/database/schema/metrics";
import {
  checkFigure,
  doubtsAbout,
  type FigureDraft,
  isSameFigure,
} from "@due-regard/domain/metrics/check-figure";
import { formatValue } from "@due-regard/domain/metrics/format-value";
import type { NoValueReason, ObservationStatus, Unit } from "@due-regard/domain/metrics/vocabulary";
import {
  conflict,
  invalid,
  notAllowed,
  ok,
  type Problem,
  type Result,
  type VersionConflict,
} from "@due-regard/domain/result";
import { and, asc, inArray, isNull } from "drizzle-orm";
import type { ApiContext, SignedInViewer } from "../../context.ts";
import { inTransaction, once, recordAudit } from "../../schema/in-transaction.ts";
import { londonToday } from "../../schema/london-today.ts";
import {
  type FigureSubject,
  figureColumns,
  findSubjects,
  type SubjectNames,
  subjectDetail,
} from "./figure-subjects.ts";
import { conflictOf, nextInstant, standingOf } from "./revisions.ts";

type Maybe<Value> = Value | null | undefined;

export interface FigureInput extends SubjectNames {
  /** Default: ACTUAL, or NOT_AVAILABLE when there is a reason for none. */
  status?: Maybe<ObservationStatus>;
  value?: Maybe<string>;
  numerator?: Maybe<string>;
  denominator?: Maybe<string>;
  count?: Maybe<string>;
  countOf?: Maybe<string>;
  noValueReason?: Maybe<NoValueReason>;
  expectedOn?: Maybe<string>;
  note?: Maybe<string>;
  breakdown?: Maybe<{ characteristic: string; category: string }>;
  /** `recordedAt` of the revision that the writer saw; none: they saw no figure. */
  basedOnRecordedAt?: Maybe<string>;
}

export interface RecordObservationsInput {
  figures: FigureInput[];
  idempotencyKey?: Maybe<string>;
}

export interface ObservationsRecorded {
  /** The observations now in force, in the order of the figures sent. */
  ids: string[];
  /** How many of them are new; the rest said the same already. */
  recorded: number;
}

export const MAXIMUM_FIGURES = 500;

type StoredObservation = typeof observations.$inferSelect;

/** A figure that passed the checks, with the revision in force that it will follow. */
interface PreparedFigure {
  subject: FigureSubject;
  draft: FigureDraft;
  unit: Unit;
  doubts: string[];
  current: StoredObservation | null;
}

/**
 * Records figures, all or none. Each is a new revision that supersedes the one in force; a figure that says the same
 * makes none. Somebody recorded another since the revision that it was based on: CONFLICT with both.
 */
export const recordObservations = async (
  context: ApiContext,
  input: RecordObservationsInput,
): Promise<Result<ObservationsRecorded>> => {
  const { viewer } = context;
  if (viewer === null) return notAllowed("Sign in to record figures.");
  const recorded = await inTransaction(context, (tx) =>
    once(tx, { viewer, key: input.idempotencyKey, operation: "recordObservations", input }, () =>
      record(tx, context, viewer, input.figures),
    ),
  );
  return recorded.ok ? ok(JSON.parse(recorded.value) as ObservationsRecorded) : recorded;
};

const record = async (
  tx: Transaction,
  context: ApiContext,
  viewer: SignedInViewer,
  figures: FigureInput[],
): Promise<Result<string>> => {
  if (figures.length === 0 || figures.length > MAXIMUM_FIGURES)
    return invalid([{ path: "figures", message: `Send from 1 to ${MAXIMUM_FIGURES} figures at once.` }]);
  const subjects = await findSubjects(
    tx,
    viewer,
    "performance.write",
    figures,
    (index) => `figures.${index}.`,
  );
  if (!subjects.ok) return subjects;
  const stored = await loadRevisions(tx, subjects.value);
  const prepared = prepareFigures(figures, subjects.value, stored);
  if (!prepared.ok) return prepared;
  return ok(JSON.stringify(await writeFigures(tx, context, viewer, prepared.value)));
};

/** Two figures with the same key are revisions of one: forecasts stand apart from what happened. */
const keyOf = (figure: {
  metricId: string;
  organisationId: string;
  period: string;
  status: ObservationStatus;
  breakdownCharacteristic: string | null;
  breakdownCategory: string | null;
}): string =>
  JSON.stringify([
    figure.metricId,
    figure.organisationId,
    figure.period,
    figure.status === "FORECAST",
    figure.breakdownCharacteristic,
    figure.breakdownCategory,
  ]);

const loadRevisions = async (
  tx: Transaction,
  subjects: readonly FigureSubject[],
): Promise<Map<string, StoredObservation[]>> => {
  const rows = await tx
    .select()
    .from(observations)
    .where(
      and(
        inArray(observations.metricId, [...new Set(subjects.map(({ metric }) => metric.id))]),
        inArray(observations.organisationId, [
          ...new Set(subjects.map(({ organisation }) => organisation.id)),
        ]),
        inArray(observations.period, [...new Set(subjects.map(({ period }) => period.code))]),
      ),
    )
    .orderBy(asc(observations.recordedAt));
  return Map.groupBy(rows, keyOf);
};

const prepareFigures = (
  figures: readonly FigureInput[],
  subjects: readonly FigureSubject[],
  stored: Map<string, StoredObservation[]>,
): Result<PreparedFigure[]> => {
  const today = londonToday();
  const problems: Problem[] = [];
  const conflicts: VersionConflict[] = [];
  const seen = new Set<string>();
  const prepared = subjects.map((subject, index): PreparedFigure => {
    const input = figures[index] as FigureInput;
    const draft = draftOf(input, subject);
    const key = keyOf({ ...figureColumns(subject), ...breakdownColumns(draft), status: draft.status });
    const standing = standingOf(stored.get(key) ?? [], input.basedOnRecordedAt ?? null);
    const { current } = standing;
    // A re-defined measure may have changed its unit: a correction keeps the unit of what it corrects.
    const unit = current?.unit ?? subject.metric.unit;
    const measure = { unit, accumulation: subject.metric.accumulation };
    const path = `figures.${index}`;
    const found = checkFigure(draft, measure, today);
    if (seen.has(key)) found.push({ path: "metric", message: "This figure is sent twice: send it once." });
    seen.add(key);
    problems.push(...found.map((problem) => ({ ...problem, path: `${path}.${problem.path}` })));
    const stale = conflictOf(standing, path, {
      theirs: ({ display }) => display,
      yours: formatValue({ ...draft, unit }),
    });
    if (stale !== null && !(current !== null && isSameFigure(current, draft))) conflicts.push(stale);
    return { subject, draft, unit, doubts: doubtsAbout(draft, measure, today), current };
  });
  if (problems.length > 0) return invalid(problems);
  return conflicts.length > 0 ? conflict(conflicts) : ok(prepared);
};

const textOf = (text: Maybe<string>): string | null => text?.trim().replace(/[ \t]+/g, " ") || null;

const draftOf = (input: FigureInput, { period }: FigureSubject): FigureDraft => ({
  period,
  status: input.status ?? (input.noValueReason ? "NOT_AVAILABLE" : "ACTUAL"),
  value: input.value ?? null,
  numerator: input.numerator ?? null,
  denominator: input.denominator ?? null,
  count: input.count ?? null,
  countOf: textOf(input.countOf),
  noValueReason: input.noValueReason ?? null,
  expectedOn: textOf(input.expectedOn),
  note: textOf(input.note),
  breakdown: input.breakdown
    ? { characteristic: input.breakdown.characteristic, category: textOf(input.breakdown.category) ?? "" }
    : null,
});

const breakdownColumns = ({ breakdown }: FigureDraft) => ({
  breakdownCharacteristic: breakdown?.characteristic ?? null,
  breakdownCategory: breakdown?.category ?? null,
});

const writeFigures = async (
  tx: Transaction,
  context: ApiContext,
  viewer: SignedInViewer,
  prepared: readonly PreparedFigure[],
): Promise<ObservationsRecorded> => {
  const changed = prepared.filter(({ current, draft }) => current === null || !isSameFigure(current, draft));
  if (changed.length === 0) return { ids: prepared.map(({ current }) => current?.id ?? ""), recorded: 0 };
  const recordedAt = await nextInstant(
    tx,
    changed.map(({ current }) => current),
  );
  const superseded = changed.flatMap(({ current }) => (current === null ? [] : [current.id]));
  if (superseded.length > 0) {
    await tx
      .update(observations)
      .set({ supersededAt: recordedAt })
      .where(and(inArray(observations.id, superseded), isNull(observations.supersededAt)));
  }
  const rows = await tx
    .insert(observations)
    .values(changed.map((figure) => ({ ...rowOf(figure), recordedById: viewer.userId, recordedAt })))
    .returning();
  const idByKey = new Map(rows.map((row) => [keyOf(row), row.id]));
  const idOf = (figure: PreparedFigure) => idByKey.get(keyOf(rowOf(figure))) ?? figure.current?.id ?? "";
  await recordAudit(
    tx,
    context,
    changed.map((figure) => auditEntry(figure, idOf(figure))),
  );
  return { ids: prepared.map(idOf), recorded: changed.length };
};

const rowOf = ({ subject, draft, unit, doubts }: PreparedFigure) => {
  const { period: _, breakdown: __, ...figure } = draft;
  return {
    ...figureColumns(subject),
    ...figure,
    ...breakdownColumns(draft),
    unit,
    doubts,
    display: formatValue({ ...draft, unit }),
  };
};

const auditEntry = (figure: PreparedFigure, id: string) => ({
  action: "observation.recorded",
  subjectType: "observation",
  subjectId: id,
  detail: {
    ...subjectDetail(figure.subject),
    breakdown: figure.draft.breakdown,
    before: figure.current?.display ?? null,
    after: rowOf(figure).display,
    supersedes: figure.current?.id ?? null,
  },
});
