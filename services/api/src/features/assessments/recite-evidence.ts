import type { EvidenceRow } from "@due-regard/database/assessments/load-content";
import { dropUnusedFiles } from "@due-regard/database/files/drop-unused-files";
import { evidenceLinks } from "@due-regard/database/schema/assessments";
import { hashPin, type Pin } from "@due-regard/domain/ehria/evidence/pin";
import type { ProtectedCharacteristic } from "@due-regard/domain/ehria/vocabulary";
import { conflict, invalid, notFound, ok, type Result } from "@due-regard/domain/result";
import { and, eq, sql } from "drizzle-orm";
import type { ApiContext } from "../../context.ts";
import type { Maybe } from "../../schema/maybe.ts";
import { type EvidenceTarget, NO_TARGET, pinTarget } from "./evidence/pin-target.ts";
import { readGroups } from "./evidence/read-groups.ts";
import { columnsOf, pinDetail, pinOf, targetOf } from "./evidence/store-pin.ts";
import { placeOfRow } from "./evidence-place.ts";
import { type EvidenceLinked, subject } from "./link-evidence.ts";
import { latestOf } from "./load-evidence-changes.ts";
import { recordHistory } from "./record-history.ts";
import { type AssessmentWrite, editAssessmentOnce } from "./write-to-assessment.ts";

export interface RecitationInput {
  reference: string;
  linkId: string;
  /** A newer figure or file in its place. Neither: the same thing, as it stands now. */
  observationId: string | null;
  fileId?: Maybe<string>;
  /** The pin's hash as the person saw it: of two who cite anew at once, the second is shown what the first put there. */
  basedOnHash: string;
  idempotencyKey?: Maybe<string>;
}

/** Cites something anew where it is cited already: it gets a new pin, and the history keeps the old one. */
export const reciteEvidence = async (
  context: ApiContext,
  input: RecitationInput,
): Promise<Result<EvidenceLinked>> => {
  const cited = await editAssessmentOnce(context, "reciteEvidence", input, async (write) => {
    const row = write.body.content.evidence.find(({ id }) => id === input.linkId)?.row;
    if (row === undefined) return notFound("There is no such citation in this draft.");
    const target = await newTargetOf(write, row, input);
    return target === null
      ? invalid([
          { path: "evidence", message: "This stands no longer. Take the citation out, or cite another." },
        ])
      : await replacePin(write, row, target, input.basedOnHash);
  });
  return cited.ok ? ok({ head: cited.value.head, linkId: cited.value.made }) : cited;
};

/** What is named in its place, or what now stands where the cited thing stood. Null: nothing does. */
const newTargetOf = async (
  { tx }: AssessmentWrite,
  row: EvidenceRow,
  { observationId, fileId }: RecitationInput,
): Promise<EvidenceTarget | null> => {
  if (observationId !== null || fileId != null)
    return { ...NO_TARGET, observationId, fileId: fileId ?? null };
  const target = targetOf(row);
  const latest = await latestOf(tx, row);
  if (target.observationId !== null) return latest === null ? null : { ...NO_TARGET, observationId: latest };
  return target.fileId !== null && latest !== null ? { ...NO_TARGET, fileId: latest } : target;
};

const replacePin = async (
  write: AssessmentWrite,
  row: EvidenceRow,
  target: EvidenceTarget,
  basedOnHash: string,
): Promise<Result<string>> => {
  const { tx, head, context, viewer } = write;
  const before = pinOf(row);
  const isPage = target.url !== null || target.fileId !== null;
  const title = isPage && row.pinnedTitle !== row.pinnedDisplay ? row.pinnedTitle : null;
  const pinned = await pinTarget(write, target, {
    title,
    seenOn: null,
    groups: await groupsToPin(write, row, target),
  });
  if (!pinned.ok) return pinned;
  if (row.pinnedHash !== basedOnHash)
    // Both cited the same thing anew: it stands already.
    return hashPin(pinned.value.pin) === row.pinnedHash ? ok(row.id) : citedMeanwhile(row, pinned.value.pin);
  await tx
    .update(evidenceLinks)
    .set({ ...columnsOf(pinned.value), pinnedAt: sql`now()`, addedById: viewer.userId })
    .where(and(eq(evidenceLinks.id, row.id), eq(evidenceLinks.revisionId, head.revisionId)));
  const detail = { question: row.question, part: row.part, before, after: pinDetail(pinned.value.pin) };
  await recordHistory(tx, context, head, [
    {
      action: "evidence.cited-anew",
      subject: subject(row.id),
      reason: `${before.title}: ${before.display} before, ${pinned.value.pin.display} now`.slice(0, 4_000),
      detail,
    },
  ]);
  if (row.fileId !== null && row.fileId !== target.fileId) await dropUnusedFiles(tx, row.fileId);
  return ok(row.id);
};

/** A pin is told from another by its hash, so it has no number of a version. */
const citedMeanwhile = (row: EvidenceRow, { display }: Pin): Result<never> =>
  conflict(
    [
      {
        path: placeOfRow(row),
        currentVersion: 0,
        basedOnVersion: 0,
        theirs: row.pinnedDisplay,
        yours: display,
      },
    ],
    "Somebody else cited this anew meanwhile. Look at what is cited now before you change it",
  );

/** Of the characteristics whose groups were cited before, those of which there still are some. */
const groupsToPin = async (
  { tx }: AssessmentWrite,
  row: EvidenceRow,
  { observationId }: EvidenceTarget,
): Promise<ProtectedCharacteristic[]> => {
  if (observationId === null) return [];
  const wanted = [...new Set(row.pinnedGroups.map(({ characteristic }) => characteristic))];
  const found = await readGroups(tx, observationId, wanted);
  return [...new Set(found.map(({ characteristic }) => characteristic))] as ProtectedCharacteristic[];
};
