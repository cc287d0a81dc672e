import type { Transaction } from "@due-regard/database/connection";
import type { ObservationRow } from "@due-regard/database/read-models/figures";
import { observations } from "@due-regard/database/schema/metrics";
import { isSameFigure } from "@due-regard/domain/metrics/check-figure";
import { formatValue } from "@due-regard/domain/metrics/format-value";
import { invalid, ok, type Result } from "@due-regard/domain/result";
import { and, inArray, isNull } from "drizzle-orm";
import { protectObservations } from "../../access/protect-observations.ts";
import type { ApiContext, SignedInViewer } from "../../context.ts";
import { recordAudit } from "../../schema/in-transaction.ts";
import { type FigureSubject, figureColumns, subjectDetail } from "./figure-subjects.ts";
import {
  breakdownColumns,
  type FigureInput,
  keyOf,
  loadRevisions,
  type PreparedFigure,
  prepareFigures,
} from "./prepare-figures.ts";
import { nextInstant } from "./revisions.ts";
import { type FigureWrite, type FigureWritten, type WriteOptions, writeFigures } from "./write-figures.ts";

export interface RecordObservationsInput {
  figures: FigureInput[];
  idempotencyKey?: string | null | undefined;
}

export interface ObservationsRecorded {
  /** The observations now in force, in the order of the figures sent. */
  observations: ObservationRow[];
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
  options: WriteOptions,
): Promise<Result<FigureWritten<ObservationsRecorded>>> => {
  const { figures } = input;
  if (figures.length === 0 || figures.length > MAXIMUM_FIGURES)
    return invalid([{ path: "figures", message: `Send from 1 to ${MAXIMUM_FIGURES} figures at once.` }]);
  const write: FigureWrite<ObservationsRecorded> = {
    operation: "recordObservations",
    act: "performance.write",
    signIn: "Sign in to record figures.",
    input,
    names: figures,
    pathOf: (index) => `figures.${index}.`,
    write: (tx, subjects, viewer) => record(tx, context, viewer, { figures, subjects }),
    load: loadRecorded,
  };
  return await writeFigures(context, write, options);
};

/** What a retry is told again: ids, in the order of the figures, and how many were new. */
interface RecordedName {
  ids: string[];
  recorded: number;
}

const loadRecorded = async (
  tx: Transaction,
  name: string,
  viewer: SignedInViewer,
): Promise<ObservationsRecorded> => {
  const { ids, recorded } = JSON.parse(name) as RecordedName;
  const rows = await tx.select().from(observations).where(inArray(observations.id, ids));
  const shown = await protectObservations(tx, viewer, rows);
  const byId = new Map(shown.map((row) => [row?.id, row]));
  return { recorded, observations: ids.flatMap((id) => byId.get(id) ?? []) };
};

const record = async (
  tx: Transaction,
  context: ApiContext,
  viewer: SignedInViewer,
  { figures, subjects }: { figures: FigureInput[]; subjects: FigureSubject[] },
): Promise<Result<string>> => {
  const prepared = prepareFigures(figures, subjects, await loadRevisions(tx, subjects));
  if (!prepared.ok) return prepared;
  return ok(JSON.stringify(await storeFigures(tx, context, viewer, prepared.value)));
};

const storeFigures = async (
  tx: Transaction,
  context: ApiContext,
  viewer: SignedInViewer,
  prepared: readonly PreparedFigure[],
): Promise<RecordedName> => {
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
