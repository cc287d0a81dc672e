import type { AssessmentContent, RightImpact, RightJustification } from "../ehria/content.ts";
import { countingContent, type FormReading } from "../ehria/form/visibility.ts";
import { rightKey } from "../ehria/reference-types.ts";
import type { ImpactDirection, SignatoryRole } from "../ehria/vocabulary.ts";

/**
 * Exactly what a signature on an assessment covers (design/security.md): the form by key and version, what counts of
 * the content, the evidence as pinned, and who wrote it. Versions of cells and hidden answers are not part of it.
 * Lists are sorted by key, empty cells are left out, and empty text is null, so that the same content always makes
 * the same object; seal/hash-content.ts makes its bytes.
 */
export interface CanonicalContent {
  format: "due-regard/assessment/2";
  /** `documentHash`: SHA-256 of the whole form as published, so that its questions are sealed with the answers. */
  template: { key: string; version: number; documentHash: string };
  reference: string;
  revision: number;
  people: readonly SealedPerson[];
  answers: readonly SealedAnswer[];
  characteristicImpacts: readonly SealedCharacteristicImpact[];
  rightImpacts: readonly SealedRightImpact[];
  improvementActions: AssessmentContent["improvementActions"];
  evidence: readonly SealedEvidence[];
}

/** Evidence as it was pinned. Whether a file can be had today is no part of what is signed. */
export type SealedEvidence = Omit<AssessmentContent["evidence"][number], "fileState">;

/** Somebody who wrote it. The second signatory isn't one of them: signatures are made over the content. */
export interface SealedPerson {
  role: Exclude<SignatoryRole, "DEG_CHAIR"> | "CONTRIBUTOR";
  userId: string;
  jobTitle: string;
}

export interface SealedAnswer {
  question: string;
  part: string | null;
  choice: string | null;
  text: string | null;
}

export interface SealedCharacteristicImpact {
  stage: string;
  characteristic: string;
  affected: boolean | null;
  direction: ImpactDirection | null;
  comments: string | null;
  barriers: string | null;
}

export interface SealedRightImpact {
  stage: string;
  right: string;
  affected: boolean | null;
  comments: string | null;
  justification: RightJustification | null;
}

/** By code unit, not by locale: the same on every machine. */
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const sortBy = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] =>
  [...items].sort((one, other) => compare(keyOf(one), keyOf(other)));

const orNull = (text: string | null): string | null => (text === "" ? null : text);

const sealAnswers = ({ answers }: AssessmentContent): SealedAnswer[] =>
  sortBy(
    answers
      .map(({ question, part, choice, text }) => ({ question, part, choice, text: orNull(text) }))
      .filter(({ choice, text }) => choice !== null || text !== null),
    ({ question, part }) => `${question} ${part ?? ""}`,
  );

const sealCharacteristics = ({ characteristicImpacts }: AssessmentContent): SealedCharacteristicImpact[] =>
  sortBy(
    characteristicImpacts
      .map(({ stage, characteristic, affected, direction, comments, barriers }) => ({
        stage,
        characteristic,
        affected,
        direction,
        comments: orNull(comments),
        barriers: orNull(barriers),
      }))
      .filter((row) =>
        [row.affected, row.direction, row.comments, row.barriers].some((value) => value !== null),
      ),
    ({ stage, characteristic }) => `${stage} ${characteristic}`,
  );

const sealJustification = (justification: RightImpact["justification"]): RightJustification | null => {
  if (justification === null) return null;
  const sealed: RightJustification = {
    prescribedByLaw: orNull(justification.prescribedByLaw),
    legitimateAim: orNull(justification.legitimateAim),
    necessary: orNull(justification.necessary),
    proportionate: orNull(justification.proportionate),
  };
  return Object.values(sealed).some((text) => text !== null) ? sealed : null;
};

const sealRights = ({ rightImpacts }: AssessmentContent): SealedRightImpact[] =>
  sortBy(
    rightImpacts
      .map((row) => ({
        stage: row.stage,
        right: rightKey(row),
        affected: row.affected,
        comments: orNull(row.comments),
        justification: sealJustification(row.justification),
      }))
      .filter((row) => [row.affected, row.comments, row.justification].some((value) => value !== null)),
    ({ stage, right }) => `${stage} ${right}`,
  );

const sealActions = ({ improvementActions }: AssessmentContent): AssessmentContent["improvementActions"] =>
  sortBy(
    improvementActions.map(({ id, objective, action, target, officer, due, fromQuestion }) => ({
      id,
      objective: orNull(objective),
      action: orNull(action),
      target: orNull(target),
      officer: orNull(officer),
      due: orNull(due),
      fromQuestion,
    })),
    ({ id }) => id,
  );

const sealEvidence = ({ evidence }: AssessmentContent): SealedEvidence[] =>
  sortBy(
    evidence.map((each) => ({
      id: each.id,
      question: each.question,
      part: each.part,
      kind: each.kind,
      title: each.title,
      display: each.display,
      period: each.period,
      asOf: each.asOf,
      source: each.source,
      url: each.url,
      note: orNull(each.note),
      knownSince: each.knownSince,
      groups: each.groups.map(({ characteristic, category, display, value }) => ({
        characteristic,
        category,
        display,
        value,
      })),
      file: each.file && {
        name: each.file.name,
        type: each.file.type,
        bytes: each.file.bytes,
        sha256: each.file.sha256,
      },
      pinnedAt: each.pinnedAt,
      contentHash: each.contentHash,
    })),
    ({ id }) => id,
  );

export interface SealedIdentity {
  /** "EHRIA-2026-0007". */
  reference: string;
  revision: number;
  /** hashContent() of the form as it was published. */
  formHash: string;
  /** Lead and contributors of this revision. */
  people: readonly SealedPerson[];
}

/** The object that is signed, for one revision of an assessment. */
export const buildCanonicalContent = (reading: FormReading, identity: SealedIdentity): CanonicalContent => {
  const counting = countingContent(reading);
  const { key, version } = reading.template;
  return {
    format: "due-regard/assessment/2",
    template: { key, version, documentHash: identity.formHash },
    reference: identity.reference,
    revision: identity.revision,
    people: sortBy(
      identity.people.map(({ role, userId, jobTitle }) => ({ role, userId, jobTitle })),
      ({ role, userId }) => `${role} ${userId}`,
    ),
    answers: sealAnswers(counting),
    characteristicImpacts: sealCharacteristics(counting),
    rightImpacts: sealRights(counting),
    improvementActions: sealActions(counting),
    evidence: sealEvidence(counting),
  };
};
