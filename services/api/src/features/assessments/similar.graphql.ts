import type { Executor } from "@due-regard/database/connection";
import { assessmentsCalledLike, LEAST_ALIKE_TITLES } from "@due-regard/database/search/match-assessments";
import { withLikeness } from "@due-regard/database/search/match-words";
import type { SignedInViewer } from "../../context.ts";
import { builder } from "../../schema/builder.ts";
import { DepartmentType } from "../organisations/organisation.graphql.ts";
import { AssessmentType } from "./assessment-type.ts";
import { type AssessmentHead, loadHeads } from "./load-head.ts";

const MOST_SIMILAR = 50;
const LONGEST_TITLE = 300;

interface SimilarQuestion {
  title: string;
  departmentId: string | null;
  first: number;
}

/** Assessments whose title has words in common with this one, or is spelt like it, the likest first. */
const loadSimilar = async (
  db: Executor,
  viewer: SignedInViewer | null,
  { title, departmentId, first }: SimilarQuestion,
): Promise<AssessmentHead[]> => {
  const called = title.trim().slice(0, LONGEST_TITLE);
  if (called === "" || first < 1) return [];
  const sought = assessmentsCalledLike(called, departmentId);
  return await withLikeness(
    db,
    LEAST_ALIKE_TITLES,
    async (tx) => await loadHeads(tx, viewer, { ...sought, limit: Math.min(first, MOST_SIMILAR) }),
  );
};

builder.queryField("similarAssessments", (t) =>
  t.field({
    type: [AssessmentType],
    description:
      "Assessments that you may see whose title is like this one, the likest first: to learn from before starting another.",
    args: {
      title: t.arg.string({
        required: true,
        description: "What the new one is called. Of a longer one the first 300 characters count.",
      }),
      department: t.arg.globalID({
        for: DepartmentType,
        description: "Those of this department come sooner.",
      }),
      first: t.arg.int({
        required: true,
        defaultValue: 5,
        description: `How many at most, up to ${MOST_SIMILAR}.`,
      }),
    },
    resolve: (_root, { title, department, first }, { db, viewer }) =>
      loadSimilar(db, viewer, { title, departmentId: department?.id ?? null, first }),
  }),
);
