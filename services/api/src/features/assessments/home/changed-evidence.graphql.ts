import { evidenceLinks } from "@due-regard/database/schema/assessments";
import { inArray } from "drizzle-orm";
import { builder } from "../../../schema/builder.ts";
import { groupLoader } from "../../../schema/group-loader.ts";
import { AssessmentType } from "../assessment-type.ts";
import { hasChangedSincePinned } from "../load-evidence-changes.ts";

/** What the revisions in force cite: one statement for all the assessments of a list. */
const linksOf = groupLoader<typeof evidenceLinks.$inferSelect>(
  async ({ db }, revisionIds) =>
    await db
      .select()
      .from(evidenceLinks)
      .where(inArray(evidenceLinks.revisionId, [...revisionIds])),
  ({ revisionId }) => revisionId,
);

builder.objectField(AssessmentType, "changedEvidenceCount", (t) =>
  t.int({
    description: "How many of its citations say something else now than when they were made. 0: none.",
    resolve: async ({ revisionId }, _args, context) => {
      const links = await linksOf(context, revisionId);
      const changed = await Promise.all(links.map((link) => hasChangedSincePinned(context, link)));
      return changed.filter(Boolean).length;
    },
  }),
);
