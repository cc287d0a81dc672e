import type { ElementRow } from "@due-regard/database/read-models/dashboard";
import type { ObservationRow } from "@due-regard/database/read-models/figures";
import type { metrics } from "@due-regard/database/schema/metrics";
import { countFigures, findFigures } from "@due-regard/database/search/find-figures";
import { SEARCH_LIMITS } from "@due-regard/domain/search/read-search";
import type { ApiContext } from "../../context.ts";
import { badInput } from "../../schema/bad-input.ts";
import { builder } from "../../schema/builder.ts";
import { describedEnum } from "../../schema/described-enum.ts";
import { pageOf } from "../../schema/page.ts";
import { searchSource } from "../../schema/search-sources.ts";
import { AssessmentType } from "../assessments/assessment-type.ts";
import { MetricType } from "../performance/metric-type.ts";
import { ObservationType } from "../performance/observation.graphql.ts";
import { readPeriod } from "../performance/period.graphql.ts";
import {
  type DeliveryActionRow,
  DeliveryActionType,
  StrategyElementType,
  type StrategyRow,
  StrategyType,
} from "../strategies/strategy-types.ts";
import {
  findDeliveryActionIds,
  findElementIds,
  findMetricIds,
  findStrategyIds,
  type PreparedSearch,
  prepareSearch,
} from "./prepare-search.ts";

/** An assessment as its loader hands it out: what it is the search need not know. */
type AssessmentRow = Exclude<typeof AssessmentType.$inferType, string>;
type FoundRow =
  | typeof metrics.$inferSelect
  | StrategyRow
  | ElementRow
  | DeliveryActionRow
  | AssessmentRow
  | ObservationRow;

/** In the order in which they are shown where several are asked for. */
const SEARCH_KINDS = [
  "METRIC",
  "STRATEGY",
  "STRATEGY_ELEMENT",
  "DELIVERY_ACTION",
  "ASSESSMENT",
  "OBSERVATION",
] as const;
type SearchKind = (typeof SEARCH_KINDS)[number];

const SearchKindEnum = describedEnum<SearchKind>("SearchKind", "What sort of thing a search finds.", {
  METRIC: "Measures.",
  STRATEGY: "Plans.",
  STRATEGY_ELEMENT: "Elements of plans: outcomes, priorities and the like.",
  DELIVERY_ACTION: "Delivery actions of plans.",
  ASSESSMENT: "Assessments that you may see, by title, reference and department.",
  OBSERVATION: "Figures.",
});

const SearchResult = builder.unionType("SearchResult", {
  description: "Something that a search found.",
  types: [MetricType, StrategyType, StrategyElementType, DeliveryActionType, AssessmentType, ObservationType],
  resolveType: (row: FoundRow) => {
    if ("responsible" in row) return "DeliveryAction";
    if ("metricId" in row) return "Observation";
    if ("strategyId" in row) return "StrategyElement";
    if ("reference" in row) return "Assessment";
    return "slug" in row ? "Strategy" : "Metric";
  },
});

const SearchResultEdge = builder.edgeObject({
  type: SearchResult,
  name: "SearchResultEdge",
  description: "One SearchResult in a connection.",
});
const SearchResultConnection = builder.connectionObject(
  {
    type: SearchResult,
    name: "SearchResultConnection",
    description: "A page of what a search found, and where it stands in the whole.",
  },
  SearchResultEdge,
);

/** A list of which part can be had, and which can be counted. */
interface Found {
  rows: (limit: number, offset: number) => Promise<FoundRow[]>;
  count: () => Promise<number>;
}

const NOTHING: Found = { rows: async () => [], count: async () => 0 };

const load = async (
  type: { getDataloader: (context: ApiContext) => { loadMany: (ids: string[]) => Promise<unknown[]> } },
  context: ApiContext,
  ids: string[],
): Promise<FoundRow[]> => {
  const rows = await type.getDataloader(context).loadMany(ids);
  return rows.filter((row): row is FoundRow => row !== null && !(row instanceof Error));
};

const listed = (
  type: Parameters<typeof load>[0],
  context: ApiContext,
  find: () => Promise<string[]>,
): Found => {
  let ids: Promise<string[]> | null = null;
  const all = (): Promise<string[]> => {
    ids ??= find();
    return ids;
  };
  return {
    rows: async (limit, offset) => await load(type, context, (await all()).slice(offset, offset + limit)),
    count: async () => (await all()).length,
  };
};

const FIND: Record<SearchKind, (context: ApiContext, prepared: PreparedSearch) => Found> = {
  METRIC: (context, prepared) => listed(MetricType, context, () => findMetricIds(context, prepared)),
  STRATEGY_ELEMENT: (context, prepared) =>
    listed(StrategyElementType, context, () => findElementIds(context, prepared)),
  DELIVERY_ACTION: (context, prepared) =>
    listed(DeliveryActionType, context, () => findDeliveryActionIds(context, prepared)),
  STRATEGY: (context, prepared) => listed(StrategyType, context, () => findStrategyIds(context, prepared)),
  ASSESSMENT: (context, prepared) => {
    const { ids, count } = searchSource("ASSESSMENT")(context, prepared);
    return {
      rows: async (limit, offset) => await load(AssessmentType, context, await ids(limit, offset)),
      count,
    };
  },
  OBSERVATION: (context, { figures }) => ({
    rows: async (limit, offset) =>
      await load(ObservationType, context, await findFigures(context.db, figures, { limit, offset })),
    count: () => countFigures(context.db, figures),
  }),
};

/** One list after another, as one. What is not reached is not asked for. */
const inTurn = (lists: readonly Found[]): Found =>
  lists.reduce(
    (before, next) => ({
      rows: async (limit, offset) => {
        const first = await before.rows(limit, offset);
        if (first.length >= limit) return first;
        const skipped = before === NOTHING ? 0 : await before.count();
        return [
          ...first,
          ...(await next.rows(limit - first.length, Math.max(0, offset + first.length - skipped))),
        ];
      },
      count: async () => (await before.count()) + (await next.count()),
    }),
    NOTHING,
  );

builder.queryField("search", (t) =>
  t.connection(
    {
      type: SearchResult,
      description:
        "Measures, plans and what they say, assessments that you may see, and figures, by words, code, organisation and period in one text, best match first: “carers Leicester 2017/18”. Words may be begun only, or misspelt a little. Figures are those of your own organisation unless another is named.",
      args: {
        text: t.arg.string({
          required: true,
          description: `What is sought: up to ${SEARCH_LIMITS.characters} characters and ${SEARCH_LIMITS.words} words. One that says nothing finds nothing.`,
        }),
        kinds: t.arg({
          type: [SearchKindEnum],
          description: "What to look for. Default: everything, in this order.",
        }),
        organisation: t.arg.string({
          description: "ONS code: only its figures, measures, plans and assessments.",
        }),
        period: t.arg.string({
          description:
            "Period code: only what lies within it, plans that were in force and assessments that were written then.",
        }),
        groups: t.arg.boolean({
          description:
            "Of figures: true for those of groups by protected characteristic alone, false for everybody's alone. Default: both.",
        }),
      },
      resolve: async (_root, args, context) => {
        const prepared = await prepareSearch(context, {
          text: args.text,
          organisation: args.organisation ?? null,
          period: args.period ? readPeriod(args.period).code : null,
        });
        if (!prepared.ok) throw badInput(prepared.failure);
        const { value } = prepared;
        const kinds = SEARCH_KINDS.filter((kind) => args.kinds?.includes(kind) ?? true);
        if (value === null) return await pageOf(args, NOTHING);
        const asked = { ...value, figures: { ...value.figures, ofGroups: args.groups ?? null } };
        return await pageOf(args, inTurn(kinds.map((kind) => FIND[kind](context, asked))));
      },
    },
    SearchResultConnection,
    SearchResultEdge,
  ),
);
