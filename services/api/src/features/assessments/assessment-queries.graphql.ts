import type { Executor } from "@due-regard/database/connection";
import {
  assessmentPeople,
  assessmentRevisions,
  assessments,
  characteristicImpacts,
} from "@due-regard/database/schema/assessments";
import type { ProtectedCharacteristic } from "@due-regard/domain/ehria/vocabulary";
import {
  and,
  asc,
  desc,
  eq,
  exists,
  ilike,
  inArray,
  isNull,
  lte,
  notExists,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { SignedInViewer } from "../../context.ts";
import { builder } from "../../schema/builder.ts";
import { AssessmentStatusEnum, ProtectedCharacteristicEnum } from "../../schema/ehria-enums.ts";
import { pageOf } from "../../schema/page.ts";
import { DepartmentType } from "../organisations/organisation.graphql.ts";
import { AssessmentPage, AssessmentType } from "./assessment-type.ts";
import { countHeads, loadHeadByReference, loadHeads, loadRevisionByNumber } from "./load-head.ts";
import { shownTo } from "./shown-to.ts";

const AssessmentFilter = builder.inputType("AssessmentFilter", {
  description: "Which assessments. Every condition given must hold.",
  fields: (t) => ({
    status: t.field({ type: [AssessmentStatusEnum], description: "In one of these states." }),
    department: t.globalID({ for: DepartmentType, description: "Of this department." }),
    characteristic: t.field({
      type: ProtectedCharacteristicEnum,
      description: "That say people with this characteristic are affected.",
    }),
    mine: t.boolean({ description: "True: only those that you lead or contribute to." }),
    waitingForMe: t.boolean({ description: "True: only those that wait for something from you." }),
    search: t.string({ description: "Words of its title or reference." }),
    reviewDueBy: t.field({ type: "Date", description: "Whose review is due on or before this day." }),
  }),
});

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

const drafting = (db: Executor, userId: string) =>
  db
    .select({ id: assessmentPeople.id })
    .from(assessmentPeople)
    .where(and(eq(assessmentPeople.assessmentId, assessments.id), eq(assessmentPeople.userId, userId)));

const isDraftedBy = (db: Executor, viewer: SignedInViewer): SQL =>
  exists(
    db
      .select({ id: assessmentPeople.id })
      .from(assessmentPeople)
      .where(
        and(
          eq(assessmentPeople.assessmentId, assessments.id),
          eq(assessmentPeople.userId, viewer.userId),
          isNull(assessmentPeople.removedAt),
        ),
      ),
  );

/** Drafts wait for those who write them; submitted ones for the group's chair and members who did not. */
const waitsFor = (db: Executor, viewer: SignedInViewer): SQL | undefined => {
  const grants = viewer.roles.filter(({ role }) => role === "DEG_CHAIR" || role === "DEG_MEMBER");
  const departments = grants.flatMap(({ departmentId }) => departmentId ?? []);
  const everywhere = grants.some(({ departmentId }) => departmentId === null);
  return or(
    and(inArray(assessments.status, ["DRAFT", "CHANGES_REQUESTED"]), isDraftedBy(db, viewer)),
    grants.length === 0
      ? undefined
      : and(
          eq(assessments.status, "IN_REVIEW"),
          everywhere ? undefined : inArray(assessments.departmentId, departments),
          notExists(drafting(db, viewer.userId)),
        ),
  );
};

const isAffected = (
  db: Executor,
  viewer: SignedInViewer | null,
  characteristic: ProtectedCharacteristic,
): SQL =>
  exists(
    db
      .select({ id: characteristicImpacts.id })
      .from(characteristicImpacts)
      .innerJoin(assessmentRevisions, eq(assessmentRevisions.id, characteristicImpacts.revisionId))
      .where(
        and(
          shownTo(db, viewer).isShown,
          eq(characteristicImpacts.characteristic, characteristic),
          eq(characteristicImpacts.affected, true),
        ),
      ),
  );

const literally = (words: string): string => `%${words.replace(/[\\%_]/g, "\\$&")}%`;

type Filter = NonNullable<typeof AssessmentFilter.$inferInput>;

const conditionsOf = (db: Executor, viewer: SignedInViewer | null, filter: Filter): SQL | undefined => {
  const { status, department, characteristic, mine, waitingForMe, search, reviewDueBy } = filter;
  return and(
    status ? inArray(shownTo(db, viewer).status, [...status]) : undefined,
    department ? eq(assessments.departmentId, String(department.id)) : undefined,
    characteristic ? isAffected(db, viewer, characteristic) : undefined,
    reviewDueBy ? lte(assessments.reviewDueOn, reviewDueBy) : undefined,
    mine && viewer ? isDraftedBy(db, viewer) : undefined,
    waitingForMe && viewer ? waitsFor(db, viewer) : undefined,
    search
      ? or(ilike(assessments.title, literally(search)), ilike(assessments.reference, literally(search)))
      : undefined,
  );
};

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
        const where = conditionsOf(db, viewer, filter ?? {});
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
