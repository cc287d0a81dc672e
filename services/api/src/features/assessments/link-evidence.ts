import { dropUnusedFiles } from "@due-regard/database/files/drop-unused-files";
import { evidenceLinks } from "@due-regard/database/schema/assessments";
import { EVIDENCE_LIMITS } from "@due-regard/domain/ehria/evidence/evidence-limits";
import { kindOf } from "@due-regard/domain/ehria/form/kinds/registry";
import { questionByKey } from "@due-regard/domain/ehria/form/template";
import type { ProtectedCharacteristic } from "@due-regard/domain/ehria/vocabulary";
import { invalid, ok, type Problem, type Result } from "@due-regard/domain/result";
import { and, eq } from "drizzle-orm";
import type { ApiContext } from "../../context.ts";
import type { Maybe } from "../../schema/maybe.ts";
import { type EvidenceTarget, type PinnedTarget, pinTarget } from "./evidence/pin-target.ts";
import { columnsOf, pinDetail, targetOf } from "./evidence/store-pin.ts";
import { splitPlace, WHOLE_ASSESSMENT } from "./evidence-place.ts";
import type { AssessmentHead } from "./load-head.ts";
import { recordHistory } from "./record-history.ts";
import { type AssessmentWrite, editAssessment, editAssessmentOnce } from "./write-to-assessment.ts";

export interface EvidenceInput {
  reference: string;
  /** "question", "question.part" or "assessment". */
  place: string;
  /** Row ids; just one of observation, element, delivery action, page and file is given. */
  observationId: string | null;
  strategyElementId: string | null;
  deliveryActionId?: Maybe<string>;
  url?: Maybe<string>;
  fileId?: Maybe<string>;
  title?: Maybe<string>;
  /** Of a page: ISO date of the day on which it was looked at. Default: today. */
  seenOn?: Maybe<string>;
  note?: Maybe<string>;
  groups?: Maybe<readonly ProtectedCharacteristic[]>;
  idempotencyKey?: Maybe<string>;
}

export interface EvidenceLinked {
  head: AssessmentHead;
  linkId: string;
}

/** Cites a figure, an element or a delivery action of a plan, a web page or a file in an answer, pinned as it stands now. */
export const linkEvidence = async (
  context: ApiContext,
  input: EvidenceInput,
): Promise<Result<EvidenceLinked>> => {
  const cited = await editAssessmentOnce(context, "linkEvidence", input, async (write) => {
    const { observationId, strategyElementId, deliveryActionId = null, url = null, fileId = null } = input;
    return await cite(write, input, { observationId, strategyElementId, deliveryActionId, url, fileId });
  });
  return cited.ok ? ok({ head: cited.value.head, linkId: cited.value.made }) : cited;
};

export type CitationInput = Pick<EvidenceInput, "place" | "title" | "seenOn" | "note" | "groups">;

/** Cites something in an assessment that is open for editing. Answers with the citation's id. */
export const cite = async (
  write: AssessmentWrite,
  input: CitationInput,
  target: EvidenceTarget,
): Promise<Result<string>> => {
  const problems = problemsOf(write, input);
  if (problems.length > 0) return invalid(problems);
  const options = { title: titleOf(input), seenOn: input.seenOn ?? null, groups: input.groups ?? [] };
  const pinned = await pinTarget(write, target, options);
  if (!pinned.ok) return pinned;
  if (isCitedAt(write, input.place, pinned.value.target))
    return invalid([{ path: "place", message: "This is cited here already." }]);
  return await addLink(write, input, pinned.value);
};

/** Without what no title should hold. Null: none was given. */
const titleOf = ({ title }: CitationInput): string | null =>
  (title ?? "").replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "").trim() || null;

const problemsOf = ({ body }: AssessmentWrite, input: CitationInput): Problem[] => {
  const { question, part } = splitPlace(input.place);
  const found = question === null ? null : questionByKey(body.template, question);
  const knownPart = part === null || (found?.parts.some((each) => each.key === part) ?? false);
  const isKnown = input.place === WHOLE_ASSESSMENT || (found !== null && knownPart);
  const checks: [boolean, string, string][] = [
    [isKnown, "place", "This form has no such question or part."],
    [
      found === null || kindOf(found).storedIn !== "IMPROVEMENT_ACTIONS",
      "place",
      "Evidence is cited in questions, not in the improvement plan.",
    ],
    [
      body.content.evidence.length < EVIDENCE_LIMITS.citations,
      "place",
      `An assessment cites up to ${EVIDENCE_LIMITS.citations} pieces of evidence.`,
    ],
  ];
  const failed = checks.filter(([holds]) => !holds).map(([, path, message]) => ({ path, message }));
  return [...failed, ...[noteProblem(input.note)].filter((each) => each !== null)];
};

export const noteProblem = (note: Maybe<string>): Problem | null =>
  (note ?? "").length <= EVIDENCE_LIMITS.noteCharacters
    ? null
    : { path: "note", message: `A note has up to ${EVIDENCE_LIMITS.noteWords} characters.` };

const isCitedAt = ({ body }: AssessmentWrite, place: string, target: EvidenceTarget): boolean => {
  const { question, part } = splitPlace(place);
  const same = JSON.stringify(target);
  return body.content.evidence.some(
    ({ row }) => row.question === question && row.part === part && JSON.stringify(targetOf(row)) === same,
  );
};

const addLink = async (
  write: AssessmentWrite,
  { place, note }: CitationInput,
  pinned: PinnedTarget,
): Promise<Result<string>> => {
  const { tx, viewer, head, context } = write;
  const [row] = await tx
    .insert(evidenceLinks)
    .values({
      revisionId: head.revisionId,
      ...splitPlace(place),
      note: note ?? null,
      ...columnsOf(pinned),
      addedById: viewer.userId,
    })
    .returning({ id: evidenceLinks.id });
  if (row === undefined) throw new Error("The link was not stored");
  const detail = { place, ...pinDetail(pinned.pin) };
  await recordHistory(tx, context, head, [{ action: "evidence.cited", subject: subject(row.id), detail }]);
  return ok(row.id);
};

export const subject = (id: string) => ({ type: "evidence-link" as const, id });

/** Takes a citation out of a draft. Taking out one that is gone already changes nothing and is no error. */
export const unlinkEvidence = (
  context: ApiContext,
  { reference, linkId }: { reference: string; linkId: string },
): Promise<Result<AssessmentHead>> =>
  editAssessment(context, reference, async ({ tx, head }) => {
    const removed = await tx
      .delete(evidenceLinks)
      .where(and(eq(evidenceLinks.id, linkId), eq(evidenceLinks.revisionId, head.revisionId)))
      .returning();
    const entries = removed.map((row) => ({
      action: "evidence.removed" as const,
      subject: subject(row.id),
      // With its note: nobody else's words are lost because one of them took it out meanwhile.
      detail: {
        question: row.question,
        part: row.part,
        title: row.pinnedTitle,
        display: row.pinnedDisplay,
        note: row.note,
      },
    }));
    await recordHistory(tx, context, head, entries);
    for (const { fileId } of removed) if (fileId !== null) await dropUnusedFiles(tx, fileId);
    return ok(undefined);
  });
