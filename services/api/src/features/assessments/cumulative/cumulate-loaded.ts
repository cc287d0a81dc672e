import type { CountingReason } from "@due-regard/domain/ehria/cumulative/counting-impact";
import {
  type CumulativeCell,
  type CumulativeRow,
  cumulate,
  type ImpactColumn,
} from "@due-regard/domain/ehria/cumulative/cumulate";
import { type HarmGap, harmsWithoutAction } from "@due-regard/domain/ehria/cumulative/harms-without-action";
import type { CharacteristicRow } from "@due-regard/domain/ehria/reference-types";
import type { ProtectedCharacteristic, Stage } from "@due-regard/domain/ehria/vocabulary";
import type { AssessmentConditions } from "../filter-assessments.ts";
import type { AssessmentHead } from "../load-head.ts";
import type { LoadedImpacts } from "./load-impacts.ts";

/** One assessment in one cell, and which of its stages put it there. */
export interface ShownEntry {
  head: AssessmentHead;
  /** Null: it says nothing of the group. */
  stage: Stage | null;
  reason: CountingReason | null;
}

export interface ShownCell {
  characteristic: ProtectedCharacteristic;
  label: string;
  column: ImpactColumn;
  entries: ShownEntry[];
}

/** A harm that nothing open in its own assessment answers. */
export interface ShownGap extends HarmGap {
  head: AssessmentHead;
  label: string;
}

/** What was loaded, as one table. */
export interface Cumulated {
  conditions: AssessmentConditions;
  /** By reference. */
  heads: AssessmentHead[];
  rows: CumulativeRow[];
  /** Row after row, each with its columns in order. */
  cells: ShownCell[];
  gaps: ShownGap[];
}

const labelIn = (law: readonly CharacteristicRow[], characteristic: ProtectedCharacteristic): string =>
  law.find((row) => row.characteristic === characteristic)?.label ?? characteristic;

/** By reference, and for each in the order of the characteristics. */
export const harmGapsIn = ({ assessments, characteristics }: LoadedImpacts): ShownGap[] =>
  assessments.flatMap(({ head, counting, questions, actions }) => {
    const planned = actions.map(({ isOpen, fromQuestion, objective, action, target }) => ({
      isOpen,
      fromQuestion,
      texts: [objective, action, target],
    }));
    const gaps = harmsWithoutAction(
      { impacts: counting.characteristicImpacts, questions, actions: planned },
      (characteristic) => characteristics.find((row) => row.characteristic === characteristic)?.words ?? [],
    );
    return gaps.map((gap) => ({ ...gap, head, label: labelIn(characteristics, gap.characteristic) }));
  });

const showCell = (
  heads: ReadonlyMap<string, AssessmentHead>,
  named: Pick<ShownCell, "characteristic" | "label">,
  { column, entries }: CumulativeCell,
): ShownCell => ({
  ...named,
  column,
  entries: entries.flatMap(({ id, impact }) => {
    const head = heads.get(id);
    return head === undefined ? [] : [{ head, stage: impact?.stage ?? null, reason: impact?.reason ?? null }];
  }),
});

export const cumulateLoaded = (loaded: LoadedImpacts, conditions: AssessmentConditions): Cumulated => {
  const heads = loaded.assessments.map(({ head }) => head);
  const byId = new Map(heads.map((head) => [head.id, head]));
  const rows = cumulate(
    loaded.assessments.map(({ head, counting }) => ({
      id: head.id,
      impacts: counting.characteristicImpacts,
    })),
  );
  const cells = rows.flatMap(({ characteristic, cells: own }) => {
    const named = { characteristic, label: labelIn(loaded.characteristics, characteristic) };
    return own.map((cell) => showCell(byId, named, cell));
  });
  return { conditions, heads, rows, cells, gaps: harmGapsIn(loaded) };
};
