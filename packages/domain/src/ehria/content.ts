import type { FileState } from "./evidence/file-types.ts";
import type { PinnedFile, PinnedGroup } from "./evidence/pin.ts";
import type { ImpactDirection, ProtectedCharacteristic, RightPart, Stage } from "./vocabulary.ts";

/**
 * What people have put into one revision of an assessment, whatever form it is on. Every cell carries the version
 * by which saves are compared; an absent cell and one whose values are null mean the same: not answered.
 */
export interface AssessmentContent {
  answers: readonly Answer[];
  characteristicImpacts: readonly CharacteristicImpact[];
  rightImpacts: readonly RightImpact[];
  improvementActions: readonly ImprovementAction[];
  evidence: readonly PinnedEvidence[];
}

/** One answer: to a question, or to one part of it. The key details are answers too (section "details"). */
export interface Answer {
  question: string;
  part: string | null;
  /** "YES", "NO", "UNKNOWN" or the key of an option. Null: nothing ticked. */
  choice: string | null;
  /** Words; for dates "2019-11-15" or, where the question allows it, "TBC". Null: nothing written. */
  text: string | null;
  version: number;
}

export interface CharacteristicImpact {
  characteristic: ProtectedCharacteristic;
  stage: Stage;
  /** True: this group is affected, for better or worse. Null: not answered. */
  affected: boolean | null;
  direction: ImpactDirection | null;
  comments: string | null;
  barriers: string | null;
  version: number;
}

export interface RightImpact {
  part: RightPart;
  article: number;
  stage: Stage;
  /** True: the right is engaged. Null: not answered. */
  affected: boolean | null;
  comments: string | null;
  justification: RightJustification | null;
  version: number;
}

/** The four answers that an interference with a qualified right needs (design/domain.md §3). */
export interface RightJustification {
  prescribedByLaw: string | null;
  legitimateAim: string | null;
  necessary: string | null;
  proportionate: string | null;
}

export interface ImprovementAction {
  id: string;
  objective: string | null;
  action: string | null;
  target: string | null;
  /** Job title of the officer responsible. */
  officer: string | null;
  /** ISO date. Null: not set yet. */
  due: string | null;
  /** Key of the question that the action answers. Null: none named. */
  fromQuestion: string | null;
}

/** What can be cited: a figure, an element of a plan, one of its delivery actions, a web page, an uploaded file. */
export const EVIDENCE_KINDS = ["OBSERVATION", "STRATEGY_ELEMENT", "DELIVERY_ACTION", "LINK", "FILE"] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** A figure, plan, page or file cited as evidence, fixed as it stood when it was cited. */
export interface PinnedEvidence {
  id: string;
  /** Question and part that it was cited for. Null question: the assessment as a whole. */
  question: string | null;
  part: string | null;
  kind: EvidenceKind;
  title: string;
  /** The figure as printed, with its unit: "96.0%". Null when there is none. */
  display: string | null;
  /** Period code: "2019-04/2019-11". Null when there is none. */
  period: string | null;
  /** The last day that the evidence speaks for (end of its period, date of publication). Null: unknown. */
  asOf: string | null;
  source: string | null;
  url: string | null;
  note: string | null;
  /** Instant since which it was known as it is pinned. Null: not known. */
  knownSince: string | null;
  /** Figures of groups that were cited with a figure. */
  groups: readonly PinnedGroup[];
  /** Of a file: by its hash it can be told from every other. */
  file: PinnedFile | null;
  /** Whether a file can be had now. Not part of what is cited. Null: no file. */
  fileState: FileState | null;
  /** Instant of the citation. */
  pinnedAt: string;
  /** SHA-256 of what was cited, so that a later change shows. */
  contentHash: string;
}

export const emptyContent: AssessmentContent = {
  answers: [],
  characteristicImpacts: [],
  rightImpacts: [],
  improvementActions: [],
  evidence: [],
};

/** Text with something in it. Spaces alone are not an answer. */
export const isWritten = (text: string | null | undefined): text is string =>
  text !== null && text !== undefined && text.trim() !== "";
