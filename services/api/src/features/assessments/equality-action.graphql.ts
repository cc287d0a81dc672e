import type { SavedCell } from "@due-regard/database/assessments/load-content";
import {
  assessmentRevisions,
  assessments,
  improvementActions,
} from "@due-regard/database/schema/assessments";
import type { ImprovementAction } from "@due-regard/domain/ehria/content";
import { and, eq, getTableColumns, inArray } from "drizzle-orm";
import { builder } from "../../schema/builder.ts";
import { inOrderOfIds, isRowId } from "../../schema/load-by-ids.ts";
import { AssessmentType } from "./assessment-type.ts";
import { shownTo } from "./shown-to.ts";

export type EqualityActionRow = ImprovementAction &
  SavedCell & { version: number; assessmentId: string; originId: string | null };

export const EqualityActionType = builder.loadableNodeRef("EqualityAction", {
  id: { resolve: (action: EqualityActionRow) => action.id },
  load: async (ids: string[], { db, viewer }) =>
    inOrderOfIds(
      ids,
      await db
        .select({ ...getTableColumns(improvementActions), assessmentId: assessments.id })
        .from(improvementActions)
        .innerJoin(assessmentRevisions, eq(assessmentRevisions.id, improvementActions.revisionId))
        .innerJoin(assessments, shownTo(db, viewer).isShown)
        .where(and(inArray(improvementActions.id, ids.filter(isRowId)), shownTo(db, viewer).readable)),
    ),
});

EqualityActionType.implement({
  description:
    "A row of the improvement plan. In a draft any cell may still be empty. Once the plan is signed, what becomes of it stands beside its text, and goes on through later revisions.",
  fields: (t) => ({
    objective: t.string({
      description: "Equality objective. Empty in a draft that has not said.",
      resolve: (action) => action.objective ?? "",
    }),
    action: t.string({ description: "What will be done.", resolve: (action) => action.action ?? "" }),
    target: t.string({ description: "What it should reach.", resolve: (action) => action.target ?? "" }),
    officer: t.string({
      description: "Job title of the officer responsible.",
      resolve: (action) => action.officer ?? "",
    }),
    due: t.expose("due", {
      type: "Date",
      nullable: true,
      description: "By when, as its plan says. Null: a draft that has not said.",
    }),
    fromQuestion: t.exposeString("fromQuestion", {
      nullable: true,
      description: "Key of the question that obliges it. Null: none does.",
    }),
    version: t.exposeInt("version", { description: "Send it back as `basedOnVersion`." }),
    assessment: t.field({
      type: AssessmentType,
      description: "The assessment that it belongs to.",
      resolve: (action) => action.assessmentId,
    }),
  }),
});
