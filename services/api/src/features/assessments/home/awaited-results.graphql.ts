import { type AwaitedResult, listAwaitedResults } from "@due-regard/database/read-models/due";
import { assessmentPeople, assessments } from "@due-regard/database/schema/assessments";
import { departments } from "@due-regard/database/schema/organisations";
import { may, mayForOrganisation } from "@due-regard/domain/access/policy";
import { type DueStage, type DueWindow, dueStage, readExpected } from "@due-regard/domain/notices/due";
import { and, eq, exists, inArray, isNull } from "drizzle-orm";
import type { ApiContext, SignedInViewer } from "../../../context.ts";
import { builder } from "../../../schema/builder.ts";
import { describedEnum } from "../../../schema/described-enum.ts";
import { londonToday } from "../../../schema/london-today.ts";
import { ObservationType } from "../../performance/observation.graphql.ts";
import { AssessmentType } from "../assessment-type.ts";
import { type AssessmentHead, loadHeads } from "../load-head.ts";

interface AwaitedView extends AwaitedResult {
  stage: DueStage | null;
  /** Null: the figure names no time that can be read. */
  window: DueWindow | null;
  /** The viewer's own that cite it. */
  assessments: AssessmentHead[];
}

const DueStageEnum = describedEnum<DueStage>("DueStage", "How a date stands.", {
  DUE_SOON: "It is at most a week off, or it is now.",
  OVERDUE: "It has passed.",
});

const AwaitedResultType = builder.objectRef<AwaitedView>("AwaitedResult").implement({
  description: "A figure that is expected and not recorded yet.",
  fields: (t) => ({
    observation: t.field({
      type: ObservationType,
      description: "The figure as it stands, without a value.",
      resolve: ({ observationId }) => observationId,
    }),
    expectedOn: t.exposeString("expectedOn", {
      description: "When it is expected, as the figure says it: “May 2023”.",
    }),
    stage: t.expose("stage", {
      type: DueStageEnum,
      nullable: true,
      description: "How that stands today. Null: it is further off, or names no time.",
    }),
    assessments: t.field({
      type: [AssessmentType],
      description: "Those of your assessments that cite it.",
      resolve: ({ assessments: own }) => own,
    }),
  }),
});

const ownAmong = async (
  { db, viewer }: ApiContext,
  ids: readonly string[],
): Promise<Map<string, AssessmentHead>> => {
  if (viewer === null || ids.length === 0) return new Map();
  const isMine = exists(
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
  const heads = await loadHeads(db, viewer, { where: and(inArray(assessments.id, [...ids]), isMine) });
  return new Map(heads.map((head) => [head.id, head]));
};

/** Whether the viewer records the figures of an organisation. Asked of nobody who records none. */
const recordsFor = async (
  { db }: ApiContext,
  viewer: SignedInViewer,
): Promise<(organisationId: string) => boolean> => {
  if (!may(viewer, "performance.write")) return () => false;
  const rows = await db
    .select({ id: departments.id, organisationId: departments.organisationId })
    .from(departments);
  const byOrganisation = Map.groupBy(rows, ({ organisationId }) => organisationId);
  return (organisationId) =>
    mayForOrganisation(
      viewer,
      "performance.write",
      (byOrganisation.get(organisationId) ?? []).map(({ id }) => id),
    );
};

const SOONEST = (one: AwaitedView, other: AwaitedView): number =>
  (one.window?.to ?? "9999").localeCompare(other.window?.to ?? "9999") ||
  one.observationId.localeCompare(other.observationId);

const loadAwaited = async (context: ApiContext): Promise<AwaitedView[]> => {
  const { db, viewer } = context;
  if (viewer === null) return [];
  const awaited = await listAwaitedResults(db);
  const own = await ownAmong(context, [...new Set(awaited.flatMap(({ citedBy }) => citedBy))]);
  const records = await recordsFor(context, viewer);
  const today = londonToday();
  return awaited
    .map((result) => {
      const window = readExpected(result.expectedOn);
      const mine = result.citedBy.flatMap((id) => own.get(id) ?? []);
      return { ...result, window, stage: window && dueStage(window, today), assessments: mine };
    })
    .filter(({ assessments: mine, organisationId }) => mine.length > 0 || records(organisationId))
    .sort(SOONEST);
};

builder.queryField("awaitedResults", (t) =>
  t.field({
    type: [AwaitedResultType],
    description:
      "Results that are expected and not recorded yet: of figures that your assessments cite, and of organisations whose figures you record. The earliest first.",
    resolve: (_root, _args, context) => loadAwaited(context),
  }),
);
