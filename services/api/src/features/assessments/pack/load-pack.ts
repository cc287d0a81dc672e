import type { Executor } from "@due-regard/database/connection";
import { assessments } from "@due-regard/database/schema/assessments";
import { publishedEntries } from "@due-regard/database/schema/published";
import type { Viewer } from "@due-regard/domain/access/roles";
import type { AssessedChange } from "@due-regard/domain/ehria/implications/assessed-change";
import { engagedRights } from "@due-regard/domain/ehria/implications/engaged-rights";
import {
  type Implications,
  writeImplications,
} from "@due-regard/domain/ehria/implications/write-implications";
import type { SignatoryRole } from "@due-regard/domain/ehria/vocabulary";
import { invalid, ok, type Result } from "@due-regard/domain/result";
import { and, eq, inArray } from "drizzle-orm";
import { londonDay } from "../../../schema/london-today.ts";
import { type AssessmentImpacts, IN_FORCE, loadImpacts } from "../cumulative/load-impacts.ts";
import { type AssessmentConditions, MOST_REFERENCES } from "../filter-assessments.ts";
import { type AssessmentHead, loadHeads } from "../load-head.ts";

/** A report that rests on more is no summary any more. */
export const MOST_IN_PACK = 50;

export interface CommitteePack {
  implications: Implications;
  /** Those that the paragraphs are about, in their order. */
  heads: AssessmentHead[];
  /** Those that fit and have not been signed off: nothing is said of them. */
  leftOut: AssessmentHead[];
}

export interface PackOptions {
  /** Where the service is to be found: "https://council.example". Empty: addresses begin at its root. */
  baseUrl: string;
}

/**
 * Which assessments a report is about. Named by reference they come in whatever state they are, so that one that was withdrawn or
 * replaced is said to be; otherwise those that are signed off and in force. Without any choice there are none.
 */
const asked = (conditions: AssessmentConditions): AssessmentConditions => {
  const { strategy, strategyId, year, departmentId, references, status, ...rest } = conditions;
  const isChosen = [strategy, strategyId, year, departmentId, references, ...Object.values(rest)].some(
    Boolean,
  );
  if (!isChosen) return { references: [] };
  const isNamed = references !== null && references !== undefined;
  return { ...conditions, status: status ?? (isNamed ? EVERY : IN_FORCE) };
};

const EVERY = [
  "DRAFT",
  "IN_REVIEW",
  "CHANGES_REQUESTED",
  "SIGNED_OFF",
  "PUBLISHED",
  "REVIEW_DUE",
  "SUPERSEDED",
  "WITHDRAWN",
] as const;

const signedOn = ({ signatures }: AssessmentImpacts, role: SignatoryRole): string | null => {
  const given = signatures.find((signature) => signature.role === role);
  return given === undefined ? null : londonDay(new Date(given.signedAt));
};

/** What the viewer may read of the signed assessments that fit, as the paragraphs of a report. */
export const loadPack = async (
  db: Executor,
  viewer: Viewer | null,
  conditions: AssessmentConditions,
  { baseUrl }: PackOptions,
): Promise<Result<CommitteePack>> => {
  const loaded = await loadImpacts(db, viewer, asked(conditions));
  if (!loaded.ok) return loaded;
  const { assessments: found, rights } = loaded.value;
  const signed = found.filter(isSigned);
  if (signed.length > MOST_IN_PACK) {
    const message = `${signed.length} signed assessments fit: a report takes at most ${MOST_IN_PACK}. Choose fewer, by reference (at most ${MOST_REFERENCES}) or by plan and year.`;
    return invalid([{ path: "filter", message }]);
  }
  const [published, successors] = await Promise.all([
    readPublished(db, signed),
    readSuccessors(db, viewer, signed),
  ]);
  const changes = signed.flatMap((each): AssessedChange[] => {
    const { head, counting, actions, report } = each;
    const [submittedOn, signedOffOn] = [signedOn(each, "LEAD_OFFICER"), signedOn(each, "DEG_CHAIR")];
    if (submittedOn === null || signedOffOn === null || head.sealedHash === null) return [];
    const open = actions.filter(({ isOpen }) => isOpen);
    const [nextDue = null] = open.flatMap(({ dueNow }) => dueNow ?? []).sort();
    const { reference, title, revision, status, reviewDueOn } = head;
    return [
      {
        ...{ reference, title, revision, status, reviewDueOn, submittedOn, signedOffOn, report },
        contentHash: head.sealedHash,
        impacts: counting.characteristicImpacts,
        rights: engagedRights(counting.rightImpacts, rights),
        actions: { all: actions.length, open: open.length, nextDue },
        supersededBy: successors.get(head.supersededById ?? "") ?? null,
        address: published.has(reference) ? `${baseUrl}/register/${reference}` : null,
      },
    ];
  });
  return ok({
    implications: writeImplications(changes),
    heads: signed.map(({ head }) => head),
    leftOut: found.filter((each) => !isSigned(each)).map(({ head }) => head),
  });
};

/** Signed by both over sealed content: what a report may rest on. */
const isSigned = (each: AssessmentImpacts): boolean =>
  each.head.sealedHash !== null &&
  signedOn(each, "LEAD_OFFICER") !== null &&
  signedOn(each, "DEG_CHAIR") !== null;

/** References that stand in the public register, not withdrawn and not replaced there. */
const readPublished = async (db: Executor, found: readonly AssessmentImpacts[]): Promise<Set<string>> => {
  const references = found.map(({ head }) => head.reference);
  if (references.length === 0) return new Set();
  const rows = await db
    .select({ reference: publishedEntries.reference })
    .from(publishedEntries)
    .where(and(inArray(publishedEntries.reference, references), eq(publishedEntries.state, "PUBLISHED")));
  return new Set(rows.map(({ reference }) => reference));
};

/** What took the place of those that were replaced, where it is signed itself: a draft's reference is no public matter. */
const readSuccessors = async (
  db: Executor,
  viewer: Viewer | null,
  found: readonly AssessmentImpacts[],
): Promise<Map<string, string>> => {
  const ids = found.flatMap(({ head }) => head.supersededById ?? []);
  if (ids.length === 0) return new Map();
  const heads = await loadHeads(db, viewer, { where: inArray(assessments.id, ids) });
  return new Map(
    heads
      .filter(({ status }) => IN_FORCE.some((each) => each === status))
      .map(({ id, reference }) => [id, reference]),
  );
};
