import type { Transaction } from "@due-regard/database/connection";
import { observations } from "@due-regard/database/schema/metrics";
import { isSameFigure } from "@due-regard/domain/metrics/check-figure";
import { formatValue } from "@due-regard/domain/metrics/format-value";
import { invalid, notAllowed, ok, type Result } from "@due-regard/domain/result";
import { and, inArray, isNull } from "drizzle-orm";
import type { ApiContext, SignedInViewer } from "../../context.ts";
import { inTransaction, once, recordAudit } from "../../schema/in-transaction.ts";
import { figureColumns, findSubjects, subjectDetail } from "./figure-subjects.ts";
import {
  breakdownColumns,
  type FigureInput,
  keyOf,
  loadRevisions,
  type PreparedFigure,
  prepareFigures,
} from "./prepare-figures.ts";
import { nextInstant } from "./revisions.ts";

export interface RecordObservationsInput {
  figures: FigureInput[];
  idempotencyKey?: string | null | undefined;
}

export interface ObservationsRecorded {
  /** The observations now in force, in the order of the figures sent. */
  ids: string[];
  /** How many of them are new; the rest said the same already. */
  recorded: number;
}

const MAXIMUM_FIGURES = 500;

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
