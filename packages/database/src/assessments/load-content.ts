import type {
  Answer,
  AssessmentContent,
  CharacteristicImpact,
  ImprovementAction,
  PinnedEvidence,
  RightImpact,
} from "@due-regard/domain/ehria/content";
import type { Executor } from "../connection.ts";
import { type RevisionRows, readRevision } from "../read-models/revision.ts";
import type { rightImpacts } from "../schema/assessments.ts";

/** When a cell was last saved, by whom, and what the source leaves uncertain about it. */
export interface SavedCell {
  savedAt: string;
  savedById: string | null;
  doubts: string[];
}

/** Content as stored: what the domain reads, with what only the record knows about each cell. */
export interface StoredContent extends AssessmentContent {
  answers: (Answer & SavedCell)[];
  characteristicImpacts: (CharacteristicImpact & SavedCell)[];
  rightImpacts: (RightImpact & SavedCell)[];
  improvementActions: (ImprovementAction & SavedCell & { version: number; originId: string | null })[];
  evidence: StoredEvidence[];
}

export type EvidenceRow = RevisionRows["evidence"][number];
export type StoredEvidence = PinnedEvidence & { row: EvidenceRow };

/** Everything that one revision of an assessment says. */
export const loadContent = async (db: Executor, revisionId: string): Promise<StoredContent> =>
  toContent(await readRevision(db, revisionId));

/** The rows of a revision as the domain reads them. */
export const toContent = (rows: RevisionRows): StoredContent => ({
  answers: rows.answers.map((row) => ({ ...row, part: row.part === "" ? null : row.part })),
  characteristicImpacts: rows.characteristicImpacts,
  rightImpacts: rows.rightImpacts.map(toRightImpact),
  improvementActions: rows.improvementActions,
  evidence: rows.evidence.map(toEvidence),
});

const toRightImpact = (row: typeof rightImpacts.$inferSelect): RightImpact & SavedCell => {
  const { prescribedByLaw, legitimateAim, necessary, proportionate, ...rest } = row;
  const justification = { prescribedByLaw, legitimateAim, necessary, proportionate };
  const given = Object.values(justification).some((text) => text !== null);
  return { ...rest, justification: given ? justification : null };
};

export const kindOfEvidence = (row: EvidenceRow): PinnedEvidence["kind"] => {
  if (row.observationId !== null) return "OBSERVATION";
  if (row.strategyElementId !== null) return "STRATEGY_ELEMENT";
  if (row.deliveryActionId !== null) return "DELIVERY_ACTION";
  return row.fileId === null ? "LINK" : "FILE";
};

const toEvidence = (row: EvidenceRow): StoredEvidence => ({
  id: row.id,
  question: row.question,
  part: row.part,
  kind: kindOfEvidence(row),
  title: row.pinnedTitle,
  display: row.pinnedDisplay,
  period: row.pinnedPeriod,
  asOf: row.pinnedOn,
  source: row.pinnedSource,
  url: row.url,
  note: row.note,
  knownSince: row.pinnedKnownSince === null ? null : new Date(row.pinnedKnownSince).toISOString(),
  groups: row.pinnedGroups,
  file: row.pinnedFile,
  fileState: row.fileState,
  pinnedAt: new Date(row.pinnedAt).toISOString(),
  contentHash: row.pinnedHash,
  row,
});
