import type { FileState } from "@due-regard/domain/ehria/evidence/file-types";
import type { Executor } from "../connection.ts";
import { answerCopies } from "../schema/answer-copies.ts";
import {
  answers,
  characteristicImpacts,
  evidenceLinks,
  improvementActions,
  rightImpacts,
  signatures,
} from "../schema/assessments.ts";
import { rowJson } from "./row-json.ts";
import { runPrepared } from "./run-prepared.ts";

/** A citation, and of a file whether it can be had now. */
export type EvidenceRow = typeof evidenceLinks.$inferSelect & { fileState: FileState | null };

const FILE_STATE = `(select c.state from evidence_files f join file_contents c on c.sha256 = f.sha256 where f.id = e.file_id)`;

/** What the tables hold of one revision of an assessment, row by row. Instants are ISO strings. */
export interface RevisionRows {
  answers: (typeof answers.$inferSelect)[];
  characteristicImpacts: (typeof characteristicImpacts.$inferSelect)[];
  rightImpacts: (typeof rightImpacts.$inferSelect)[];
  /** In the order of the plan. */
  improvementActions: (typeof improvementActions.$inferSelect)[];
  /** In the order in which it was cited. */
  evidence: EvidenceRow[];
  /** What was copied into its answers, in the order in which it was. */
  copies: (typeof answerCopies.$inferSelect)[];
  /** In the order in which they were given. */
  signatures: (typeof signatures.$inferSelect)[];
}

const rows = (name: keyof RevisionRows, json: string, from: string, order: string): string => `
  (select coalesce(json_agg(${json} order by ${order}), '[]') from ${from} where revision_id = $1) as "${name}"`;

const REVISION = `select ${[
  rows("answers", rowJson(answers, "a"), "answers a", "a.question, a.part"),
  rows(
    "characteristicImpacts",
    rowJson(characteristicImpacts, "c"),
    "characteristic_impacts c",
    "c.stage, c.characteristic",
  ),
  rows("rightImpacts", rowJson(rightImpacts, "r"), "right_impacts r", "r.stage, r.part, r.article"),
  rows("improvementActions", rowJson(improvementActions, "i"), "improvement_actions i", "i.position, i.id"),
  rows(
    "evidence",
    rowJson(evidenceLinks, "e", { fileState: FILE_STATE }),
    "evidence_links e",
    "e.pinned_at, e.id",
  ),
  rows("copies", rowJson(answerCopies, "k"), "answer_copies k", "k.copied_at, k.id"),
  rows("signatures", rowJson(signatures, "s"), "signatures s", "s.signed_at"),
].join(",")}`;

/** Everything that one revision says, in one prepared statement. A revision that isn't there says nothing. */
export const readRevision = async (db: Executor, revisionId: string): Promise<RevisionRows> => {
  const [found] = await runPrepared<RevisionRows & Record<string, unknown>>(db, REVISION, [revisionId]);
  if (found === undefined) throw new Error("A statement without conditions gave no row");
  return found;
};
