import { assessments } from "@due-regard/database/schema/assessments";
import { asc, desc, type SQL, sql } from "drizzle-orm";
import { builder } from "../../schema/builder.ts";
import { pageOf } from "../../schema/page.ts";
import { AssessmentFilter, readFilter } from "./assessment-filter.graphql.ts";
import { AssessmentPage, AssessmentType } from "./assessment-type.ts";
import { conditionsOf } from "./filter-assessments.ts";
import { countHeads, loadHeadByReference, loadHeads, loadRevisionByNumber } from "./load-head.ts";

const ORDERS = {
  STARTED_NEWEST: [desc(assessments.startedOn), desc(assessments.reference)],
  STARTED_OLDEST: [asc(assessments.startedOn), asc(assessments.reference)],
  TITLE: [asc(assessments.title), asc(assessments.reference)],
  REFERENCE: [asc(assessments.reference)],
  REVIEW_DUE: [sql`${assessments.reviewDueOn} asc nulls last`, asc(assessments.reference)],
} as const satisfies Record<string, SQL[]>;

const AssessmentOrder = builder.enumType("AssessmentOrder", {
  description: "In which order.",
  values: {
    STARTED_NEWEST: { description: "Started last first." },
    STARTED_OLDEST: { description: "Started first first." },
    TITLE: { description: "By title." },
    REFERENCE: { description: "By reference." },
    REVIEW_DUE: { description: "Review due first first; those without a day for it last." },
  } as const,
});

builder.queryFields((t) => ({
  assessments: t.connection(
    {
      type: AssessmentType,
      description: "Assessments that you may see.",
      args: {
        filter: t.arg({ type: AssessmentFilter, description: "Which ones. Default: all that you may see." }),
        orderBy: t.arg({
          type: AssessmentOrder,
          required: true,
          defaultValue: "STARTED_NEWEST",
          description: "In which order.",
        }),
      },
      resolve: (_root, { filter, orderBy, ...page }, { db, viewer }) => {
        const where = conditionsOf(db, viewer, readFilter(filter));
        return pageOf(page, {
          rows: (limit, offset) =>
            loadHeads(db, viewer, { where, orderBy: [...ORDERS[orderBy]], limit, offset }),
          count: () => countHeads(db, viewer, where),
        });
      },
    },
    ...AssessmentPage,
  ),
  assessment: t.field({
    type: AssessmentType,
    nullable: true,
    description: "The assessment with this reference. Null when there is none, and when you may not see it.",
    args: {
      reference: t.arg.string({ required: true, description: "Such as EHRIA-2026-0007." }),
      revision: t.arg.int({
        description:
          "Number of the revision to read, for those who may see its workings. Default: the one in force; while a signed one has been reopened, readers of signed assessments see that one.",
      }),
    },
    resolve: (_root, { reference, revision }, { db, viewer }) =>
      revision == null
        ? loadHeadByReference(db, viewer, reference)
        : loadRevisionByNumber(db, viewer, reference, revision),
  }),
}));
