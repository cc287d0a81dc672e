import { type DashboardReadModel, readDashboard } from "@due-regard/database/read-models/dashboard";
import { dashboardEditions } from "@due-regard/database/schema/dashboards";
import { organisations } from "@due-regard/database/schema/organisations";
import {
  strategies,
  strategyElementMetrics,
  strategyElements,
  strategyOrganisations,
} from "@due-regard/database/schema/strategies";
import { financialYearOf, periodOf } from "@due-regard/domain/metrics/period";
import { elementsBeneath, type TreeElement } from "@due-regard/domain/strategies/gaps";
import { and, eq, isNotNull } from "drizzle-orm";
import type { ApiContext } from "../../context.ts";
import { builder } from "../../schema/builder.ts";
import { countRatings, DashboardSummaryType } from "../performance/dashboard.graphql.ts";
import {
  DashboardEditionType,
  MetricResultType,
  type ResultInEdition,
} from "../performance/metric-result.graphql.ts";
import { readPeriod } from "../performance/period.graphql.ts";
import { loadElements } from "./gaps.graphql.ts";
import { StrategyElementType } from "./strategy-types.ts";

interface ElementRatings {
  edition: DashboardReadModel;
  results: ResultInEdition[];
}

const ElementRatingsType = builder.objectRef<ElementRatings>("ElementRatings").implement({
  description: "How the metrics under an element of a plan are rated on one dashboard.",
  fields: (t) => ({
    edition: t.field({
      type: DashboardEditionType,
      description: "The dashboard.",
      resolve: ({ edition }) => edition,
    }),
    summary: t.field({
      type: DashboardSummaryType,
      description: "Ratings counted over the element and everything beneath it.",
      resolve: ({ edition: { scheme }, results }) =>
        countRatings(
          results.map(({ row }) => row),
          scheme,
        ),
    }),
    rows: t.field({
      type: [MetricResultType],
      description: "The rows that are counted, in the order of the dashboard.",
      resolve: ({ results }) => results,
    }),
  }),
});

interface RatingsQuestion {
  strategyId: string;
  organisation: string | null;
  period: string | null;
  asAt: string | null;
}

/** A plan's tree beside one dashboard, with the metrics that hang under each element in that dashboard's year. */
interface RatedTree {
  edition: DashboardReadModel;
  elements: TreeElement[];
  elementsByMetric: Map<string, Set<string>>;
}

const trees = new WeakMap<ApiContext, Map<string, Promise<RatedTree | null>>>();

/** Read once a request, however many elements of a plan ask. */
const ratedTree = (context: ApiContext, question: RatingsQuestion): Promise<RatedTree | null> => {
  const known = trees.get(context) ?? new Map<string, Promise<RatedTree | null>>();
  trees.set(context, known);
  const key = JSON.stringify(question);
  const tree = known.get(key) ?? loadTree(context, question);
  known.set(key, tree);
  return tree;
};

const loadTree = async (context: ApiContext, question: RatingsQuestion): Promise<RatedTree | null> => {
  const names = await findEdition(context, question);
  if (names === null) return null;
  const edition = await readDashboard(context.db, { ...names, asAt: question.asAt });
  if (edition === null) return null;
  const year = financialYearOf(periodOf(edition.period).start).code;
  const links = await context.db
    .select({ elementId: strategyElementMetrics.elementId, metricId: strategyElementMetrics.metricId })
    .from(strategyElementMetrics)
    .innerJoin(strategyElements, eq(strategyElements.id, strategyElementMetrics.elementId))
    .where(and(eq(strategyElements.strategyId, question.strategyId), eq(strategyElementMetrics.year, year)));
  const elementsByMetric = new Map<string, Set<string>>();
  for (const { elementId, metricId } of links)
    elementsByMetric.set(metricId, (elementsByMetric.get(metricId) ?? new Set()).add(elementId));
  return { edition, elements: await loadElements(context, question.strategyId), elementsByMetric };
};

/** The dashboard asked for, else the newest reported one that lies within the plan's years. */
const findEdition = async ({ db }: ApiContext, { strategyId, organisation, period }: RatingsQuestion) => {
  const editions = await db
    .select({
      organisation: organisations.code,
      period: dashboardEditions.period,
      startsOn: strategies.startsOn,
      endsOn: strategies.endsOn,
    })
    .from(dashboardEditions)
    .innerJoin(organisations, eq(organisations.id, dashboardEditions.organisationId))
    .innerJoin(strategyOrganisations, eq(strategyOrganisations.organisationId, organisations.id))
    .innerJoin(strategies, eq(strategies.id, strategyOrganisations.strategyId))
    .where(
      and(
        eq(strategies.id, strategyId),
        organisation === null ? undefined : eq(organisations.code, organisation),
        period === null ? isNotNull(dashboardEditions.reportedOn) : eq(dashboardEditions.period, period),
      ),
    );
  const endOf = (edition: { period: string }) => periodOf(edition.period).end;
  const within = editions.filter(
    (edition) =>
      period !== null ||
      (periodOf(edition.period).start >= edition.startsOn && endOf(edition) <= edition.endsOn),
  );
  const [newest] = within.sort(
    (a, b) => endOf(b).localeCompare(endOf(a)) || a.organisation.localeCompare(b.organisation),
  );
  return newest === undefined ? null : { organisation: newest.organisation, period: newest.period };
};

/** Rows whose metric hangs at or beneath the element that year, or that the dashboard itself puts there. */
const resultsUnder = ({ edition, elements, elementsByMetric }: RatedTree, id: string): ResultInEdition[] => {
  const beneath = elementsBeneath(elements, id);
  return edition.rows
    .filter((row) => {
      const headings = [row.layer, row.outcome, row.supportingOutcome].map((heading) => heading?.id ?? "");
      const linked = elementsByMetric.get(row.metric.id) ?? new Set<string>();
      return (
        headings.some((heading) => beneath.has(heading)) || [...linked].some((each) => beneath.has(each))
      );
    })
    .map((row) => ({ row, edition }));
};

builder.objectField(StrategyElementType, "ratings", (t) =>
  t.field({
    type: ElementRatingsType,
    nullable: true,
    description:
      "Ratings of the metrics at or beneath it, rolled up from one dashboard. Null: no such dashboard, or none was reported in the plan's years.",
    args: {
      organisation: t.arg.string({
        description: "ONS code of an organisation whose plan it is. Default: whichever reported last.",
      }),
      period: t.arg.string({
        description: "Period code of the dashboard. Default: the newest reported one.",
      }),
      asAt: t.arg({ type: "DateTime", description: "As known at this instant. Default: as reported." }),
    },
    resolve: async (element, { organisation, period, asAt }, context) => {
      const tree = await ratedTree(context, {
        strategyId: element.strategyId,
        organisation: organisation ?? null,
        period: period ? readPeriod(period).code : null,
        asAt: asAt ?? null,
      });
      return tree && { edition: tree.edition, results: resultsUnder(tree, element.id) };
    },
  }),
);
