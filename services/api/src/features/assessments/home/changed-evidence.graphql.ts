import type { EvidenceRow } from "@due-regard/database/assessments/load-content";
import { evidenceFiles, evidenceLinks } from "@due-regard/database/schema/assessments";
import { fileContents } from "@due-regard/database/schema/files";
import { eq, getTableColumns, inArray } from "drizzle-orm";
import { builder } from "../../../schema/builder.ts";
import { groupLoader } from "../../../schema/group-loader.ts";
import { AssessmentType } from "../assessment-type.ts";
import { evidenceNow } from "../load-evidence-changes.ts";

/** What the revisions in force cite: one statement for all the assessments of a list. */
const linksOf = groupLoader<EvidenceRow>(
  async ({ db }, revisionIds) =>
    await db
      .select({ ...getTableColumns(evidenceLinks), fileState: fileContents.state })
      .from(evidenceLinks)
      .leftJoin(evidenceFiles, eq(evidenceFiles.id, evidenceLinks.fileId))
      .leftJoin(fileContents, eq(fileContents.sha256, evidenceFiles.sha256))
      .where(inArray(evidenceLinks.revisionId, [...revisionIds])),
  ({ revisionId }) => revisionId,
);

builder.objectField(AssessmentType, "changedEvidenceCount", (t) =>
  t.int({
    description: "How many of its citations say something else now than when they were made. 0: none.",
    resolve: async ({ revisionId }, _args, context) => {
      const links = await linksOf(context, revisionId);
      const found = await Promise.all(links.map((link) => evidenceNow(context, link)));
      return found.filter(({ change }) => change !== null).length;
    },
  }),
);
