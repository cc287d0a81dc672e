import type { Database, Executor } from "@due-regard/database/connection";
import { type CheckStage, type CurrentFigure, checkRows } from "@due-regard/database/imports/check-rows";
import type { CopyValue } from "@due-regard/database/imports/copy-in";
import type { StagedRow } from "@due-regard/database/imports/row-blocks";
import { metrics } from "@due-regard/database/schema/metrics";
import { departments, organisations } from "@due-regard/database/schema/organisations";
import { mayForOrganisation } from "@due-regard/domain/access/policy";
import type { Viewer } from "@due-regard/domain/access/roles";
import {
  checkReading,
  type FigureInForce,
  type FigureReading,
  keyOfFigure,
} from "@due-regard/domain/metrics/import/figure-reading";
import { type Names, prepareNames } from "@due-regard/domain/metrics/import/names";
import { isBlocked, problem } from "@due-regard/domain/metrics/import/problems";
import type { FoundProblem } from "@due-regard/domain/metrics/import/read-ascof-rows";
import type { ImportCounts, ImportMapping } from "@due-regard/domain/metrics/import/vocabulary";
import { asc } from "drizzle-orm";
import { londonToday } from "../../../schema/london-today.ts";
import { createDuplicateFinder } from "./duplicates.ts";
import { BLOCKING_KINDS } from "./load-findings.ts";
import { createPieceReader, type ReadPiece } from "./read-pieces.ts";
import { createProblemWriter, type ProblemWriter } from "./write-problems.ts";

export interface ImportToCheck {
  importId: string;
  /** Counted from 1. */
  sheet: number;
  headers: readonly string[];
  mapping: ImportMapping;
  onProgress: (rows: number) => void;
}

/** Holds every row of an import against the rules and against what is in force. What it finds is kept; nothing is recorded. */
export const checkImport = async (
  db: Database,
  viewer: Viewer,
  { importId, sheet, headers, mapping, onProgress }: ImportToCheck,
): Promise<ImportCounts> => {
  const names = await loadNames(db, viewer);
  const reader = createPieceReader(mapping, names, headers.length);
  const rows = { importId, sheet, headerRow: mapping.headerRow, orderBy: reader.orderBy };
  return await checkRows(db, rows, BLOCKING_KINDS, async (stage) => {
    const settle = createSettler(stage, createProblemWriter(mapping, headers));
    const counts = { rows: 0, leftOut: 0 };
    for await (const piece of stage.pieces()) {
      counts.rows += piece.length;
      const read = reader.read(piece);
      counts.leftOut += read.leftOut;
      await settle.piece(piece, read);
      onProgress(counts.rows);
    }
    const rest = reader.end();
    counts.leftOut += rest.leftOut;
    await settle.piece([], rest);
    await settle.end();
    const { outcomes, faulty, warned } = await stage.finish();
    const [added, revised, same] = [outcomes.NEW ?? 0, outcomes.REVISED ?? 0, outcomes.SAME ?? 0];
    return { ...counts, figures: added + revised + same, new: added, revised, same, faulty, warned };
  });
};

const loadNames = async (db: Executor, viewer: Viewer): Promise<Names> => {
  const departmentRows = await db.select().from(departments);
  const byOrganisation = Map.groupBy(departmentRows, ({ organisationId }) => organisationId);
  const found = await db.select().from(organisations).orderBy(asc(organisations.code));
  return prepareNames(
    await db.select().from(metrics),
    found.flatMap(({ id, code, formerCodes, name }) => {
      const own = (byOrganisation.get(id) ?? []).map((department) => department.id);
      const writable = mayForOrganisation(viewer, "performance.import", own);
      // Files of earlier years have the codes of then.
      return [...formerCodes, code].map((each) => ({ id, code: each, name, writable }));
    }),
  );
};

/** Checks pieces of readings against what is in force, finds figures given twice, and writes what it found. */
const createSettler = (stage: CheckStage, problems: ProblemWriter) => {
  const duplicates = createDuplicateFinder();
  const twice = new Set<number>();
  const today = londonToday();
  return {
    piece: async (staged: readonly StagedRow[], read: ReadPiece): Promise<void> => {
      problems.remember(staged);
      const current = await findInForce(stage, read.readings);
      const figures: CopyValue[][] = [];
      const found: FoundProblem[] = [...read.problems];
      for (const reading of read.readings) {
        const earlier = duplicates.find(reading);
        if (earlier !== null) {
          const detail = `${earlier} and ${reading.row}`;
          if (!twice.has(earlier)) found.push({ ...problem("DUPLICATE", null, detail), row: earlier });
          found.push({ ...problem("DUPLICATE", null, detail), row: reading.row });
          twice.add(earlier);
          continue;
        }
        const inForce = current.get(keyOfReading(reading)) ?? null;
        const checked = checkReading(reading, inForce, today);
        for (const each of checked.problems) found.push({ ...each, row: reading.row });
        if (!isBlocked(checked.problems)) figures.push(figureValues(reading, checked, inForce));
      }
      await stage.write(figures, problems.lines(found));
    },
    end: async (): Promise<void> => {
      if (twice.size > 0) await stage.markDuplicates([...twice]);
    },
  };
};

const keyOfReading = ({ metric, organisation, draft }: FigureReading): string =>
  keyOfFigure(metric.id, organisation.id, draft);

const findInForce = async (
  stage: CheckStage,
  readings: readonly FigureReading[],
): Promise<Map<string, FigureInForce>> => {
  const found = await stage.findCurrent(
    readings.map(
      ({ metric, organisation, draft }) => [metric.id, organisation.id, draft.period.code] as const,
    ),
  );
  return new Map(found.map((figure) => [keyOfCurrent(figure), figure as FigureInForce]));
};

const keyOfCurrent = (figure: CurrentFigure): string => {
  const { metricId, organisationId, period, breakdownCharacteristic, breakdownCategory } = figure;
  const breakdown =
    breakdownCharacteristic === null
      ? null
      : { characteristic: breakdownCharacteristic, category: breakdownCategory ?? "" };
  const status = figure.status as FigureInForce["status"];
  return keyOfFigure(metricId, organisationId, { period: { code: period }, status, breakdown });
};

const figureValues = (
  { row, metric, organisation, draft, forecast }: FigureReading,
  { unit, display, doubts, outcome }: ReturnType<typeof checkReading>,
  inForce: FigureInForce | null,
): CopyValue[] => [
  row,
  metric.id,
  organisation.id,
  draft.period.code,
  draft.period.start,
  draft.period.end,
  draft.breakdown?.characteristic ?? null,
  draft.breakdown?.category ?? null,
  draft.status,
  unit,
  draft.value,
  draft.numerator,
  draft.denominator,
  draft.count,
  draft.countOf,
  display,
  draft.noValueReason,
  draft.expectedOn,
  draft.note,
  doubts,
  forecast?.method ?? null,
  forecast?.basis ?? null,
  outcome,
  inForce?.id ?? null,
];
