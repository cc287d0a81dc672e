import type { DashboardReadModel, ElementRow } from "@due-regard/database/read-models/dashboard";
import { financialYearOf, periodOf } from "@due-regard/domain/metrics/period";
import { elementsBeneath, type TreeElement } from "@due-regard/domain/strategies/gaps";
import type { GraphQLResolveInfo } from "graphql";
import type { ApiContext } from "../../context.ts";
import { builder } from "../../schema/builder.ts";
import { readDashboardOnce } from "../../schema/dashboard-once.ts";
import { oncePerRequest } from "../../schema/once-per-request.ts";
import { selects } from "../../schema/selects.ts";
import { countRatings, DashboardSummaryType } from "../performance/dashboard.graphql.ts";
import {
  DashboardEditionType,
  MetricResultType,
  type ResultInEdition,
} from "../performance/metric-result.graphql.ts";
import { readPeriod } from "../performance/period.graphql.ts";
import { editionsOf, elementsOf, linksOf } from "./load-plans.ts";
import { StrategyElementType, StrategyType } from "./strategy-types.ts";

interface ElementRatings {
  edition: DashboardReadModel;
  results: ResultInEdition[];
}

interface LayerRatings extends ElementRatings {
  layer: ElementRow;
}

const summaryOf = ({ edition, results }: ElementRatings) =>
  countRatings(
    results.map(({ row }) => row),
    edition.scheme,
  );

const LayerRatingsType = builder.objectRef<LayerRatings>("LayerRatings").implement({
  description: "How the same metrics are rated within one of the department's layers.",
  fields: (t) => ({
    layer: t.field({
      type: StrategyElementType,
      description: "The layer: prevent, reduce, delay or meet need. Its `strategy` is the department's plan.",
      resolve: ({ layer }) => layer,
    }),
    summary: t.field({
      type: DashboardSummaryType,
      description: "Ratings counted over the rows that the dashboard puts in the layer.",
      resolve: summaryOf,
    }),
  }),
});

const ElementRatingsType = builder.objectRef<ElementRatings>("ElementRatings").implement({
  description: "How the metrics under a plan, or under an element of it, are rated on one dashboard.",
  fields: (t) => ({
    edition: t.field({
      type: DashboardEditionType,
      description: "The dashboard.",
      resolve: ({ edition }) => edition,
    }),
    summary: t.field({
      type: DashboardSummaryType,
      description: "Ratings counted over the element and everything beneath it.",
      resolve: summaryOf,
    }),
    rows: t.field({
      type: [MetricResultType],
      description: "The rows that are counted, in the order of the dashboard.",
      resolve: ({ results }) => results,
    }),
    layers: t.field({
      type: [LayerRatingsType],
      description:
        "The same rows by the department's layers, in their order. Empty: the dashboard has no layers.",
      resolve: layersIn,
    }),
  }),
});

/** The layers that a dashboard's rows stand in, each with its rows. */
function layersIn({ edition, results }: ElementRatings): LayerRatings[] {
  const byLayer = new Map<string, LayerRatings>();
  for (const result of results) {
    const { layer } = result.row;
    if (layer === null) continue;
    const known = byLayer.get(layer.id) ?? { layer, edition, results: [] };
    known.results.push(result);
    byLayer.set(layer.id, known);
  }
  return [...byLayer.values()].sort((a, b) => a.layer.position - b.layer.position);
}

interface RatingsQuestion {
  strategyId: string;
  organisation: string | null;
  period: string | null;
  asAt: string | null;
  withRanks: boolean;
}

/** A plan's tree beside one dashboard, with the metrics that hang under each element in that dashboard's year. */
interface RatedTree {
  edition: DashboardReadModel;
  elements: TreeElement[];
  elementsByMetric: Map<string, Set<string>>;
}

/** Read once a request, however many elements of a plan ask. */
const ratedTree = oncePerRequest(
  async (context: ApiContext, question: RatingsQuestion): Promise<RatedTree | null> => {
    const { strategyId, asAt, withRanks } = question;
    const names = await findEdition(context, question);
    const edition = names && (await readDashboardOnce(context, { ...names, asAt, withRanks }));
    if (edition === null) return null;
    const year = financialYearOf(periodOf(edition.period).start).code;
    const elementsByMetric = new Map<string, Set<string>>();
    for (const link of await linksOf(context, strategyId)) {
      if (link.year !== year) continue;
      const { metricId, elementId } = link;
      elementsByMetric.set(metricId, (elementsByMetric.get(metricId) ?? new Set()).add(elementId));
    }
    return { edition, elements: await elementsOf(context, strategyId), elementsByMetric };
  },
);

/** The dashboard asked for, of an organisation whose plan it is; else the newest reported one within the plan's years. */
const findEdition = async (
  context: ApiContext,
  { strategyId, organisation, period }: RatingsQuestion,
): Promise<{ organisation: string; period: string } | null> => {
  const found = (await editionsOf(context, strategyId)).find(
    ({ code, edition, isWithin }) =>
      (organisation === null || code === organisation) &&
      (period === null ? isWithin : edition.period === period),
  );
  return found === undefined ? null : { organisation: found.code, period: found.edition.period };
};

/** Rows whose metric hangs under one of the elements that year, or that the dashboard itself puts there. */
const resultsUnder = (
  { edition, elementsByMetric }: RatedTree,
  elements: ReadonlySet<string>,
): ResultInEdition[] =>
  edition.rows
    .filter((row) => {
      const headings = [row.layer, row.outcome, row.supportingOutcome].map((heading) => heading?.id ?? "");
      const linked = elementsByMetric.get(row.metric.id) ?? new Set<string>();
      return [...headings, ...linked].some((each) => elements.has(each));
    })
    .map((row) => ({ row, edition }));

interface RatingsArguments {
  organisation?: string | null | undefined;
  period?: string | null | undefined;
  asAt?: string | null | undefined;
}

const treeFor = (
  context: ApiContext,
  strategyId: string,
  { organisation, period, asAt }: RatingsArguments,
  info: GraphQLResolveInfo,
): Promise<RatedTree | null> =>
  ratedTree(context, {
    strategyId,
    organisation: organisation ?? null,
    period: period ? readPeriod(period).code : null,
    asAt: asAt ?? null,
    withRanks: selects(info, "ranking", "quartile"),
  });

const ARGUMENTS = {
  organisation: "ONS code of an organisation whose plan it is. Default: whichever reported last.",
  period: "Period code of the dashboard. Default: the newest reported one within the plan's years.",
  asAt: "As known at this instant. Default: as reported.",
} as const;
const NULL = "Null: no such dashboard, or none was reported in the plan's years.";

builder.objectField(StrategyElementType, "ratings", (t) =>
  t.field({
    type: ElementRatingsType,
    nullable: true,
    description: `Ratings of the metrics at or beneath it, rolled up from one dashboard. ${NULL}`,
    args: {
      organisation: t.arg.string({ description: ARGUMENTS.organisation }),
      period: t.arg.string({ description: ARGUMENTS.period }),
      asAt: t.arg({ type: "DateTime", description: ARGUMENTS.asAt }),
    },
    resolve: async (element, question, context, info) => {
      const tree = await treeFor(context, element.strategyId, question, info);
      if (tree === null) return null;
      const results = resultsUnder(tree, elementsBeneath(tree.elements, element.id));
      return { edition: tree.edition, results };
    },
  }),
);

builder.objectFields(StrategyType, (t) => ({
  ratings: t.field({
    type: ElementRatingsType,
    nullable: true,
    description: `Ratings of all its metrics, each counted once, from one dashboard. ${NULL}`,
    args: {
      organisation: t.arg.string({ description: ARGUMENTS.organisation }),
      period: t.arg.string({ description: ARGUMENTS.period }),
      asAt: t.arg({ type: "DateTime", description: ARGUMENTS.asAt }),
    },
    resolve: async (strategy, question, context, info) => {
      const tree = await treeFor(context, strategy.id, question, info);
      const whole = new Set(tree?.elements.map(({ id }) => id));
      return tree && { edition: tree.edition, results: resultsUnder(tree, whole) };
    },
  }),
  dashboardEditions: t.field({
    type: [DashboardEditionType],
    description:
      "Reported dashboards of its organisations within its years, newest period first: where its ratings can come from.",
    resolve: async (strategy, _args, context) =>
      (await editionsOf(context, strategy.id))
        .filter(({ isWithin }) => isWithin)
        .map(({ edition }) => edition),
  }),
}));
