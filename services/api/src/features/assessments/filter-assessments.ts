import type { Executor } from "@due-regard/database/connection";
import {
  assessmentPeople,
  assessmentRevisions,
  assessments,
  characteristicImpacts,
  evidenceLinks,
} from "@due-regard/database/schema/assessments";
import type { Viewer } from "@due-regard/domain/access/roles";
import type { AssessmentStatus, ProtectedCharacteristic } from "@due-regard/domain/ehria/vocabulary";
import { type Period, parsePeriod } from "@due-regard/domain/metrics/period";
import { invalid, ok, type Result } from "@due-regard/domain/result";
import { and, eq, exists, ilike, inArray, isNull, lte, notExists, or, type SQL, sql } from "drizzle-orm";
import { waitsToBePublished } from "./publication/waits-to-be-published.ts";
import { type ShownAssessments, shownTo } from "./shown-to.ts";

/** Which assessments somebody asks for. What they may read of them, the loader decides (load-head.ts). */
export interface AssessmentConditions {
  status?: readonly AssessmentStatus[] | null | undefined;
  /** Row id. */
  departmentId?: string | null | undefined;
  characteristic?: ProtectedCharacteristic | null | undefined;
  mine?: boolean | null | undefined;
  waitingForMe?: boolean | null | undefined;
  search?: string | null | undefined;
  /** ISO date. */
  reviewDueBy?: string | null | undefined;
  /** A plan's slug. */
  strategy?: string | null | undefined;
  /** A plan's row id. */
  strategyId?: string | null | undefined;
  /** A financial year. */
  year?: Pick<Period, "start" | "end"> | null | undefined;
  references?: readonly string[] | null | undefined;
}

/** References that somebody may list in one question. */
export const MOST_REFERENCES = 200;

/** "2025-26" */
export const readYear = (text: string): Result<Period> => {
  const read = parsePeriod(text);
  if (read.ok && read.value.kind === "FINANCIAL_YEAR") return read;
  return invalid([{ path: "year", message: `“${text}” is no financial year. Write it as 2025-26.` }]);
};

/** References as people list them, without spaces around them. */
export const readReferences = (texts: readonly string[]): Result<string[]> => {
  const references = [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ""))];
  if (references.length <= MOST_REFERENCES) return ok(references);
  const message = `These are ${references.length} references: give at most ${MOST_REFERENCES}.`;
  return invalid([{ path: "references", message }]);
};

const drafting = (db: Executor, userId: string) =>
  db
    .select({ id: assessmentPeople.id })
    .from(assessmentPeople)
    .where(and(eq(assessmentPeople.assessmentId, assessments.id), eq(assessmentPeople.userId, userId)));

const isDraftedBy = (db: Executor, viewer: Viewer): SQL =>
  exists(
    db
      .select({ id: assessmentPeople.id })
      .from(assessmentPeople)
      .where(
        and(
          eq(assessmentPeople.assessmentId, assessments.id),
          eq(assessmentPeople.userId, viewer.userId),
          isNull(assessmentPeople.removedAt),
        ),
      ),
  );

/**
 * Drafts wait for those who write them; submitted ones for the group's chair and members who did not; what is signed off for those
 * who prepare it for the public, and then for the second person who publishes it.
 */
const waitsFor = (db: Executor, viewer: Viewer): SQL | undefined => {
  const grants = viewer.roles.filter(({ role }) => role === "DEG_CHAIR" || role === "DEG_MEMBER");
  const departments = grants.flatMap(({ departmentId }) => departmentId ?? []);
  const everywhere = grants.some(({ departmentId }) => departmentId === null);
  return or(
    and(inArray(assessments.status, ["DRAFT", "CHANGES_REQUESTED"]), isDraftedBy(db, viewer)),
    grants.length === 0
      ? undefined
      : and(
          eq(assessments.status, "IN_REVIEW"),
          everywhere ? undefined : inArray(assessments.departmentId, departments),
          notExists(drafting(db, viewer.userId)),
        ),
    waitsToBePublished(viewer),
  );
};

const isAffected = (db: Executor, shown: ShownAssessments, characteristic: ProtectedCharacteristic): SQL =>
  exists(
    db
      .select({ id: characteristicImpacts.id })
      .from(characteristicImpacts)
      .innerJoin(assessmentRevisions, eq(assessmentRevisions.id, characteristicImpacts.revisionId))
      .where(
        and(
          shown.isShown,
          eq(characteristicImpacts.characteristic, characteristic),
          eq(characteristicImpacts.affected, true),
        ),
      ),
  );

const literally = (words: string): string => `%${words.replace(/[\\%_]/g, "\\$&")}%`;

/** That cite a part of the plan, or a figure of a metric that hangs under it in whatever year. */
const citesPlan = (db: Executor, shown: ShownAssessments, isPlan: SQL): SQL => {
  const elements = sql`(select e.id from strategy_elements e join strategies p on p.id = e.strategy_id where ${isPlan})`;
  const actions = sql`(select d.id from delivery_actions d join strategies p on p.id = d.strategy_id where ${isPlan})`;
  const figures = sql`(select o.id from observations o join strategy_element_metrics m on m.metric_id = o.metric_id
    where m.element_id in ${elements})`;
  return exists(
    db
      .select({ id: evidenceLinks.id })
      .from(evidenceLinks)
      .innerJoin(assessmentRevisions, eq(assessmentRevisions.id, evidenceLinks.revisionId))
      .where(
        and(
          shown.isShown,
          sql`(${evidenceLinks.strategyElementId} in ${elements} or ${evidenceLinks.deliveryActionId} in ${actions} or ${evidenceLinks.observationId} in ${figures})`,
        ),
      ),
  );
};

/** The day from which it counts as decided: what the form says, else the chair's signature under the revision shown. */
const decidedOn = (shown: ShownAssessments): SQL =>
  sql`coalesce(${assessments.completedOn}, (
    select max(s.signed_at at time zone 'Europe/London')::date from signatures s
      join ${assessmentRevisions} on ${assessmentRevisions.id} = s.revision_id
    where ${shown.isShown} and s.role = 'DEG_CHAIR'))`;

/** The conditions as SQL, on the assessments and the revisions that this reader is shown (or those of `shown`). */
export const conditionsOf = (
  db: Executor,
  viewer: Viewer | null,
  filter: AssessmentConditions,
  shown: ShownAssessments = shownTo(db, viewer),
): SQL | undefined => {
  const { status, departmentId, characteristic, mine, waitingForMe, search, reviewDueBy } = filter;
  const { strategy, strategyId, year, references } = filter;
  return and(
    status ? inArray(shown.status, [...status]) : undefined,
    departmentId ? eq(assessments.departmentId, departmentId) : undefined,
    characteristic ? isAffected(db, shown, characteristic) : undefined,
    reviewDueBy ? lte(assessments.reviewDueOn, reviewDueBy) : undefined,
    mine && viewer ? isDraftedBy(db, viewer) : undefined,
    waitingForMe && viewer ? waitsFor(db, viewer) : undefined,
    search
      ? or(ilike(assessments.title, literally(search)), ilike(assessments.reference, literally(search)))
      : undefined,
    strategy ? citesPlan(db, shown, sql`p.slug = ${strategy}`) : undefined,
    strategyId ? citesPlan(db, shown, sql`p.id = ${strategyId}`) : undefined,
    year ? sql`${decidedOn(shown)} between ${year.start}::date and ${year.end}::date` : undefined,
    references ? inArray(assessments.reference, [...references]) : undefined,
  );
};
