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
  ok,
  type Problem,
  type Result,
  type VersionConflict,
} from "@due-regard/domain/result";
import { and, asc, inArray } from "drizzle-orm";
import { londonToday } from "../../schema/london-today.ts";
import type { Maybe } from "../../schema/maybe.ts";
import { type FigureSubject, figureColumns, type SubjectNames } from "./figure-subjects.ts";
import { conflictOf, standingOf } from "./revisions.ts";

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

type StoredObservation = typeof observations.$inferSelect;

/** A figure that passed the checks, with the revision in force that it will follow. */
export interface PreparedFigure {
  subject: FigureSubject;
  draft: FigureDraft;
  unit: Unit;
  doubts: string[];
  current: StoredObservation | null;
}

/** A forecast carries its method, its basis and its author: there is one way to record one. */
const FORECASTS_ELSEWHERE: Problem = {
  path: "status",
  message: "A forecast is recorded with what it rests on: use `recordForecast`.",
};

/** Two figures with the same key are revisions of one: forecasts stand apart from what happened. */
export const keyOf = (figure: {
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

export const loadRevisions = async (
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

export const prepareFigures = (
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
    if (draft.status === "FORECAST") found.push(FORECASTS_ELSEWHERE);
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

export const breakdownColumns = ({ breakdown }: FigureDraft) => ({
  breakdownCharacteristic: breakdown?.characteristic ?? null,
  breakdownCategory: breakdown?.category ?? null,
});
