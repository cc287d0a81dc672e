import type { Executor } from "@due-regard/database/connection";
import { assessments } from "@due-regard/database/schema/assessments";
import { asc, desc, or, type SQL, sql } from "drizzle-orm";
import type { SignedInViewer } from "../../context.ts";
import { builder } from "../../schema/builder.ts";
import { DepartmentType } from "../organisations/organisation.graphql.ts";
import { AssessmentType } from "./assessment-type.ts";
import { type AssessmentHead, loadHeads } from "./load-head.ts";

/** Share of trigrams that two titles must have in common where no word of theirs is the same. */
const LEAST_ALIKE = 0.3;
/** What being of the same department counts for, beside likeness (0 to 1) and words in common. */
const SAME_DEPARTMENT = 0.2;
const MOST_SIMILAR = 50;
const LONGEST_TITLE = 300;

/** Any of the words of a title, by their English stems. */
const anyWordOf = (title: string): SQL =>
  sql`replace(plainto_tsquery('english', ${title})::text, ' & ', ' | ')::tsquery`;

const titleWords = sql`to_tsvector('english', ${assessments.title})`;

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
  const sought = title.trim().slice(0, LONGEST_TITLE);
  if (sought === "" || first < 1) return [];
  const words = anyWordOf(sought);
  const alike = sql`similarity(${assessments.title}, ${sought})`;
  const own =
    departmentId === null
      ? sql`0`
      : sql`case when ${assessments.departmentId}::text = ${departmentId} then ${SAME_DEPARTMENT}::float else 0 end`;
  return await loadHeads(db, viewer, {
    where: or(sql`${titleWords} @@ ${words}`, sql`${alike} >= ${LEAST_ALIKE}::float`),
    orderBy: [
      desc(sql`ts_rank(${titleWords}, ${words}) + ${alike} + ${own}`),
      desc(assessments.startedOn),
      asc(assessments.reference),
    ],
    limit: Math.min(first, MOST_SIMILAR),
  });
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
