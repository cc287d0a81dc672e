import type { Executor } from "@due-regard/database/connection";
import { readWhatWaits } from "@due-regard/database/read-models/what-waits";
import { assessmentRevisions, assessments } from "@due-regard/database/schema/assessments";
import { mayOnAssessment } from "@due-regard/domain/access/policy";
import type { Viewer } from "@due-regard/domain/access/roles";
import { unansweredPoints } from "@due-regard/domain/ehria/review/comment-rules";
import { type Waiting, waitingOn } from "@due-regard/domain/ehria/review/deadline";
import { standingRecommendations } from "@due-regard/domain/ehria/review/recommendation";
import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { londonDay } from "../../../schema/london-today.ts";
import { type AssessmentHead, countHeads, loadHeads } from "../load-head.ts";
import type { StandingRecommendation } from "../review/load-recommendations.ts";

/** One assessment that waits for its group, with what its members have said so far. */
export interface AgendaItem extends Waiting {
  head: AssessmentHead;
  /** When it was submitted. */
  since: string;
  recommendations: StandingRecommendation[];
  openPoints: number;
  /** Of the open points, those that nobody who writes it has answered. */
  unansweredPoints: number;
  openComments: number;
}

/** In review, in a department on whose group the viewer sits. */
const waitsForGroupOf = (viewer: Viewer | null, departmentId: string | null): SQL | undefined => {
  const seats = viewer?.roles.filter(({ role }) => role === "DEG_MEMBER" || role === "DEG_CHAIR") ?? [];
  const everywhere = seats.some((seat) => seat.departmentId === null);
  const departments = seats.flatMap((seat) => seat.departmentId ?? []);
  return and(
    eq(assessments.status, "IN_REVIEW"),
    everywhere
      ? undefined
      : departments.length > 0
        ? inArray(assessments.departmentId, departments)
        : sql`false`,
    departmentId === null ? undefined : eq(assessments.departmentId, departmentId),
  );
};

export interface AgendaQuestion {
  /** Row id of one department. Null: every one on whose group the viewer sits. */
  departmentId: string | null;
}

/** What waits for the viewer's groups, by department and then longest first; through the loader that every reader of assessments takes. */
export const agendaSource = (
  db: Executor,
  viewer: Viewer | null,
  { departmentId }: AgendaQuestion,
  today: string,
) => {
  const where = waitsForGroupOf(viewer, departmentId);
  const orderBy = [
    asc(assessments.departmentId),
    asc(assessmentRevisions.sealedAt),
    asc(assessments.reference),
  ];
  return {
    rows: async (limit: number, offset: number): Promise<AgendaItem[]> =>
      await withWhatWaits(db, viewer, await loadHeads(db, viewer, { where, orderBy, limit, offset }), today),
    count: () => countHeads(db, viewer, where),
  };
};

const withWhatWaits = async (
  db: Executor,
  viewer: Viewer | null,
  found: readonly AssessmentHead[],
  today: string,
): Promise<AgendaItem[]> => {
  const heads = found.filter(({ policySubject }) =>
    mayOnAssessment(viewer, "assessment.workings", policySubject),
  );
  if (heads.length === 0) return [];
  const waiting = new Map(
    (
      await readWhatWaits(
        db,
        heads.map(({ id }) => id),
      )
    ).map((each) => [each.assessmentId, each]),
  );
  return heads.flatMap((head) => {
    const each = waiting.get(head.id);
    if (each === undefined) return [];
    const { since, openPoints, openComments } = each;
    return [
      {
        head,
        since,
        ...waitingOn(londonDay(new Date(since)), today),
        recommendations: standingRecommendations(
          each.recommendations.map((row) => ({ ...row, revision: each.revision })),
        ),
        openPoints: openPoints.length,
        unansweredPoints: unansweredPoints(openPoints).length,
        openComments,
      },
    ];
  });
};
