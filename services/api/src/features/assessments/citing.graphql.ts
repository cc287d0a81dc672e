import { assessmentRevisions, assessments, evidenceLinks } from "@due-regard/database/schema/assessments";
import { equalityActions } from "@due-regard/database/schema/equality-actions";
import { observations } from "@due-regard/database/schema/metrics";
import { actionsWithoutAssessment, elementsWithoutAssessment } from "@due-regard/domain/strategies/gaps";
import { and, desc, eq, inArray, isNotNull, or, type SQL } from "drizzle-orm";
import type { ApiContext } from "../../context.ts";
import { builder } from "../../schema/builder.ts";
import { oncePerRequest } from "../../schema/once-per-request.ts";
import { pageOf } from "../../schema/page.ts";
import { MetricType } from "../performance/metric-type.ts";
import { loadActions, loadElements } from "../strategies/gaps.graphql.ts";
import { DeliveryActionType, StrategyElementType, StrategyGapsType } from "../strategies/strategy-types.ts";
import { AssessmentPage, AssessmentType } from "./assessment-type.ts";
import { countHeads, loadHeads } from "./load-head.ts";
import { shownTo } from "./shown-to.ts";

/** From a figure or a plan back to the assessments that cite it: only those that the viewer may see. */

const citing = ({ db, viewer }: ApiContext, evidence: SQL): SQL =>
  inArray(
    assessments.id,
    db
      .select({ id: assessmentRevisions.assessmentId })
      .from(evidenceLinks)
      .innerJoin(assessmentRevisions, eq(assessmentRevisions.id, evidenceLinks.revisionId))
      .innerJoin(assessments, shownTo(db, viewer).isShown)
      .where(evidence),
  );

const NEWEST = [desc(assessments.startedOn), desc(assessments.reference)];

builder.objectField(MetricType, "assessments", (t) =>
  t.connection(
    {
      type: AssessmentType,
      description: "Assessments that cite one of its figures and that you may see, newest first.",
      resolve: (metric, page, context) => {
        const { db, viewer } = context;
        const figures = db
          .select({ id: observations.id })
          .from(observations)
          .where(eq(observations.metricId, metric.id));
        const where = citing(context, inArray(evidenceLinks.observationId, figures));
        return pageOf(page, {
          rows: (limit, offset) => loadHeads(db, viewer, { where, orderBy: NEWEST, limit, offset }),
          count: () => countHeads(db, viewer, where),
        });
      },
    },
    ...AssessmentPage,
  ),
);

/** Which part of a plan is cited by which assessment that the viewer may see: once a request, for all its plans. */
const citedParts = oncePerRequest(async ({ db, viewer }: ApiContext, _all: null) => {
  const shown = shownTo(db, viewer);
  return await db
    .selectDistinct({
      elementId: evidenceLinks.strategyElementId,
      actionId: evidenceLinks.deliveryActionId,
      assessmentId: assessments.id,
    })
    .from(evidenceLinks)
    .innerJoin(assessmentRevisions, eq(assessmentRevisions.id, evidenceLinks.revisionId))
    .innerJoin(assessments, shown.isShown)
    .where(
      and(
        or(isNotNull(evidenceLinks.strategyElementId), isNotNull(evidenceLinks.deliveryActionId)),
        shown.readable,
      ),
    );
});

const citedElements = async (context: ApiContext): Promise<Set<string>> =>
  new Set((await citedParts(context, null)).flatMap(({ elementId }) => elementId ?? []));

const citedActions = async (context: ApiContext): Promise<string[]> =>
  (await citedParts(context, null)).flatMap(({ actionId }) => actionId ?? []);

/** Delivery actions that an action of an assessment is joined to, as far as the viewer may see. */
const joinedActions = oncePerRequest(async ({ db, viewer }: ApiContext, _all: null) => {
  const rows = await db
    .selectDistinct({ id: equalityActions.deliveryActionId })
    .from(equalityActions)
    .innerJoin(assessments, eq(assessments.id, equalityActions.assessmentId))
    .where(and(isNotNull(equalityActions.deliveryActionId), shownTo(db, viewer).readable));
  return new Set(rows.flatMap(({ id }) => id ?? []));
});

builder.objectFields(StrategyGapsType, (t) => ({
  elementsWithoutAssessment: t.field({
    type: [StrategyElementType],
    nullable: true,
    description:
      "Outcomes and priorities that no assessment that you may see cites, itself or beneath. Null: you may not ask for assessments.",
    resolve: async ({ strategyId }, _args, context) => {
      const assessed = await citedElements(context);
      return elementsWithoutAssessment(await loadElements(context, strategyId), assessed);
    },
  }),
  actionsWithoutAssessment: t.field({
    type: [DeliveryActionType],
    nullable: true,
    description:
      "Delivery actions, neither done nor cancelled, of which no assessment that you may see cites the action itself, the element that they serve, one beneath it or one that it is part of, and that no action of an assessment is joined to. Null: you may not ask for assessments.",
    resolve: async ({ strategyId }, _args, context) => {
      const assessed = await citedElements(context);
      const cited = await citedActions(context);
      const [elements, actions, joined] = await Promise.all([
        loadElements(context, strategyId),
        loadActions(context, strategyId),
        joinedActions(context, null),
      ]);
      return actionsWithoutAssessment(elements, actions, {
        assessed,
        joined: new Set([...joined, ...cited]),
      });
    },
  }),
  assessmentCount: t.int({
    nullable: true,
    description:
      "How many assessments that you may see cite any part of the plan. 0: it has none. Null: you may not ask for assessments.",
    resolve: async ({ strategyId }, _args, context) => {
      const [elements, actions] = await Promise.all([
        loadElements(context, strategyId),
        loadActions(context, strategyId),
      ]);
      const parts = new Set([...elements, ...actions].map(({ id }) => id));
      const cited = (await citedParts(context, null)).filter(({ elementId, actionId }) =>
        parts.has(elementId ?? actionId ?? ""),
      );
      return new Set(cited.map(({ assessmentId }) => assessmentId)).size;
    },
  }),
}));

builder.objectField(StrategyElementType, "assessments", (t) =>
  t.field({
    type: [AssessmentType],
    description: "Assessments that cite it and that you may see, newest first.",
    resolve: (element, _args, context) =>
      loadHeads(context.db, context.viewer, {
        where: citing(context, eq(evidenceLinks.strategyElementId, element.id)),
        orderBy: NEWEST,
        limit: 100,
      }),
  }),
);
