import type { Executor } from "@due-regard/database/connection";
import { signedFor } from "@due-regard/database/read-models/due";
import {
  assessmentPeople,
  assessmentRevisions,
  assessments,
  improvementActions,
} from "@due-regard/database/schema/assessments";
import { and, asc, count, eq, exists, getTableColumns, inArray, isNull, lte, type SQL } from "drizzle-orm";
import type { SignedInViewer } from "../../../context.ts";
import { builder } from "../../../schema/builder.ts";
import { connectionOf } from "../../../schema/connection.ts";
import { pageOf } from "../../../schema/page.ts";
import { EqualityActionType } from "../equality-action.graphql.ts";
import { shownTo } from "../shown-to.ts";

const EqualityActionFilter = builder.inputType("EqualityActionFilter", {
  description: "Which actions. Every condition given must hold.",
  fields: (t) => ({
    mine: t.boolean({ description: "True: only those of assessments that you lead." }),
    dueBy: t.field({ type: "Date", description: "Due on this day or earlier." }),
  }),
});

type Filter = NonNullable<typeof EqualityActionFilter.$inferInput>;

/** The statuses in which a plan is signed for and goes on. */
const IN_FORCE = ["SIGNED_OFF", "PUBLISHED", "REVIEW_DUE"] as const;

const isLedBy = (db: Executor, userId: string): SQL =>
  exists(
    db
      .select({ id: assessmentPeople.id })
      .from(assessmentPeople)
      .where(
        and(
          eq(assessmentPeople.assessmentId, assessments.id),
          eq(assessmentPeople.userId, userId),
          eq(assessmentPeople.role, "LEAD"),
          isNull(assessmentPeople.removedAt),
        ),
      ),
  );

const conditionsOf = (
  db: Executor,
  viewer: SignedInViewer | null,
  { mine, dueBy }: Filter,
): SQL | undefined =>
  and(
    shownTo(db, viewer).readable,
    inArray(assessments.status, [...IN_FORCE]),
    signedFor(improvementActions.id, assessmentRevisions.sealedContent),
    mine && viewer ? isLedBy(db, viewer.userId) : undefined,
    dueBy ? lte(improvementActions.due, dueBy) : undefined,
  );

const EqualityActionPage = connectionOf(EqualityActionType);

builder.queryField("equalityActions", (t) =>
  t.connection(
    {
      type: EqualityActionType,
      description:
        "Actions of improvement plans that are signed and in force, of assessments that you may see: the earliest due first.",
      args: {
        filter: t.arg({
          type: EqualityActionFilter,
          description: "Which ones. Default: all that you may see.",
        }),
      },
      resolve: (_root, { filter, ...page }, { db, viewer }) => {
        const where = conditionsOf(db, viewer, filter ?? {});
        return pageOf(page, {
          rows: async (limit, offset) =>
            await db
              .select({ ...getTableColumns(improvementActions), assessmentId: assessments.id })
              .from(improvementActions)
              .innerJoin(assessmentRevisions, eq(assessmentRevisions.id, improvementActions.revisionId))
              .innerJoin(assessments, shownTo(db, viewer).isShown)
              .where(where)
              .orderBy(
                asc(improvementActions.due),
                asc(assessments.reference),
                asc(improvementActions.position),
              )
              .limit(limit)
              .offset(offset),
          count: async () => {
            const [counted] = await db
              .select({ all: count() })
              .from(improvementActions)
              .innerJoin(assessmentRevisions, eq(assessmentRevisions.id, improvementActions.revisionId))
              .innerJoin(assessments, shownTo(db, viewer).isShown)
              .where(where);
            return counted?.all ?? 0;
          },
        });
      },
    },
    ...EqualityActionPage,
  ),
);
