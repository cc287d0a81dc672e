import type { Executor } from "@due-regard/database/connection";
import { assessmentRevisions } from "@due-regard/database/schema/assessments";
import { recommendations } from "@due-regard/database/schema/reviews";
import { type Standing, standingRecommendations } from "@due-regard/domain/ehria/review/recommendation";
import { asc, eq, getTableColumns } from "drizzle-orm";

export type RecommendationRow = typeof recommendations.$inferSelect & {
  /** Number of the revision that it is about. */
  revision: number;
};
export type StandingRecommendation = Standing<RecommendationRow>;

const load = (db: Executor) =>
  db
    .select({ ...getTableColumns(recommendations), revision: assessmentRevisions.number })
    .from(recommendations)
    .innerJoin(assessmentRevisions, eq(assessmentRevisions.id, recommendations.revisionId))
    .orderBy(asc(recommendations.recordedAt));

/** What members of the group recommend about one revision, each person's latest first and their earlier ones with it. */
export const loadRecommendations = async (
  db: Executor,
  revisionId: string,
): Promise<StandingRecommendation[]> =>
  standingRecommendations(await load(db).where(eq(recommendations.revisionId, revisionId)));

/** As {@link loadRecommendations}, for every revision of an assessment, oldest revision first. */
export const loadAllRecommendations = async (
  db: Executor,
  assessmentId: string,
): Promise<StandingRecommendation[]> => {
  const rows = await load(db).where(eq(assessmentRevisions.assessmentId, assessmentId));
  return [...Map.groupBy(rows, ({ revision }) => revision)]
    .sort(([one], [other]) => one - other)
    .flatMap(([, about]) => standingRecommendations(about));
};
