import type { EvidenceRow } from "@due-regard/database/assessments/load-content";
import { evidenceLinks } from "@due-regard/database/schema/assessments";
import { conflict, invalid, notFound, ok, type Result } from "@due-regard/domain/result";
import { and, eq } from "drizzle-orm";
import type { ApiContext } from "../../../context.ts";
import { placeOfRow } from "../evidence-place.ts";
import { type EvidenceLinked, noteProblem, subject } from "../link-evidence.ts";
import { recordHistory } from "../record-history.ts";
import { type AssessmentWrite, editAssessment } from "../write-to-assessment.ts";

export interface EvidenceNoteInput {
  reference: string;
  linkId: string;
  /** Null or empty: no note. */
  note?: string | null | undefined;
  /** What the note said when the person began to write. */
  basedOnNote?: string | null | undefined;
}

const textOf = (note: string | null | undefined): string | null => (note ?? "").trim() || null;

/** Puts another note beside a citation, unless somebody else wrote one meanwhile. What is pinned stays as it is. */
export const saveEvidenceNote = async (
  context: ApiContext,
  input: EvidenceNoteInput,
): Promise<Result<EvidenceLinked>> => {
  const saved = await editAssessment(context, input.reference, async (write) => {
    const row = write.body.content.evidence.find(({ id }) => id === input.linkId)?.row;
    return row === undefined
      ? notFound("There is no such citation in this draft.")
      : await replaceNote(write, row, input);
  });
  return saved.ok ? ok({ head: saved.value, linkId: input.linkId }) : saved;
};

const replaceNote = async (
  { tx, head, context }: AssessmentWrite,
  row: EvidenceRow,
  input: EvidenceNoteInput,
): Promise<Result<void>> => {
  const [note, before] = [textOf(input.note), textOf(row.note)];
  const problem = noteProblem(note);
  if (problem !== null) return invalid([problem]);
  // Sent again, or nothing changed: it stands already.
  if (note === before) return ok(undefined);
  if (before !== textOf(input.basedOnNote))
    // A note has no version of its own: it is compared by its words.
    return conflict([
      { path: placeOfRow(row), currentVersion: 0, basedOnVersion: 0, theirs: before, yours: note },
    ]);
  await tx
    .update(evidenceLinks)
    .set({ note })
    .where(and(eq(evidenceLinks.id, row.id), eq(evidenceLinks.revisionId, head.revisionId)));
  const detail = { question: row.question, part: row.part, display: row.pinnedDisplay, before, after: note };
  await recordHistory(tx, context, head, [{ action: "evidence.noted", subject: subject(row.id), detail }]);
  return ok(undefined);
};
