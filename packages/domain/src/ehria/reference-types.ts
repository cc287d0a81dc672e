import type { ProtectedCharacteristic, RightKind, RightPart } from "./vocabulary.ts";

/**
 * Law as data (design/domain.md, "(law)"): dated rows that the database holds and a lawyer may edit.
 * Rules never import the rows: they take those in force on a day as a parameter.
 */
export interface DatedLaw {
  /** First day in force. Null: the source gives no date. */
  validFrom: string | null;
  /** Last day in force. Null: still in force. */
  validTo: string | null;
  /** Act, section or article; or the form, for what only the form says. */
  source: string;
}

/** One of the three aims of the public sector equality duty, as Equality Act 2010 s149(1)(a) to (c) orders them. */
export type EqualityAim = 1 | 2 | 3;

export interface CharacteristicRow extends DatedLaw {
  characteristic: ProtectedCharacteristic;
  label: string;
  /** PROTECTED by the Equality Act, or LOCAL: a group that the council's form adds. */
  kind: "PROTECTED" | "LOCAL";
  /** Aims of the duty that the characteristic counts for. Empty for local groups. */
  aims: readonly EqualityAim[];
  /** Words that name the characteristic in running text: a repeated paragraph may differ in them alone. */
  words: readonly string[];
  position: number;
}

export interface RightRow extends DatedLaw {
  part: RightPart;
  article: number;
  title: string;
  kind: RightKind;
  note: string | null;
  position: number;
}

/** What rules need of the law: the rows in force on the day in question. */
export interface ReferenceData {
  characteristics: readonly CharacteristicRow[];
  rights: readonly RightRow[];
}

/** The rows in force on `date` (ISO calendar date; both ends included). */
export const lawInForceOn = <Row extends DatedLaw>(rows: readonly Row[], date: string): Row[] =>
  rows.filter(
    (row) =>
      (row.validFrom === null || row.validFrom <= date) && (row.validTo === null || date <= row.validTo),
  );

/** "CONVENTION-8": how a right is named in a path and as a part of a question. */
export const rightKey = (right: { part: RightPart; article: number }): string =>
  `${right.part}-${right.article}`;
