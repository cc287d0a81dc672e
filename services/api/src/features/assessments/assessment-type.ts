import { assessments } from "@due-regard/database/schema/assessments";
import { inArray } from "drizzle-orm";
import { builder } from "../../schema/builder.ts";
import { connectionOf } from "../../schema/connection.ts";
import { inOrderOfIds, isRowId } from "../../schema/load-by-ids.ts";
import { type AssessmentHead, loadHeads } from "./load-head.ts";

/** Loaded through the policy's predicate: whoever may not see one gets null, by global id as by reference. */
export const AssessmentType = builder.loadableNodeRef("Assessment", {
  id: { resolve: (assessment: AssessmentHead) => assessment.id },
  load: async (ids: string[], { db, viewer }) =>
    inOrderOfIds(ids, await loadHeads(db, viewer, { where: inArray(assessments.id, ids.filter(isRowId)) })),
});

export const AssessmentPage = connectionOf(AssessmentType);
