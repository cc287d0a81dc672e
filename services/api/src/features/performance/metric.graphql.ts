import type { metricDefinitions } from "@due-regard/database/schema/metrics";
import { builder } from "../../schema/builder.ts";
import { connectionOf } from "../../schema/connection.ts";
import { ProtectedCharacteristicEnum } from "../../schema/ehria-enums.ts";
import { pageOfList } from "../../schema/page.ts";
import { AccumulationEnum, AimEnum, UnitEnum } from "../../schema/performance-enums.ts";
import { selects } from "../../schema/selects.ts";
import { OrganisationType, SourceType, sourcesAtHand } from "../organisations/organisation.graphql.ts";
import { ask } from "./ask-metric.ts";
import { CommentaryType } from "./commentary.graphql.ts";
import { TargetType } from "./figures.graphql.ts";
import { QUESTIONS } from "./metric-questions.ts";
import { MetricType } from "./metric-type.ts";
import { ObservationType } from "./observation.graphql.ts";
import { observationsShown, withVersions } from "./show-figures.ts";

const MetricDefinitionType = builder
  .objectRef<typeof metricDefinitions.$inferSelect>("MetricDefinition")
  .implement({
    description: "What a metric meant between two dates. A second definition is a break in the series.",
    fields: (t) => ({
      validFrom: t.expose("validFrom", {
        type: "Date",
        nullable: true,
        description: "First day. Null: from the beginning.",
      }),
      validTo: t.expose("validTo", {
        type: "Date",
        nullable: true,
        description: "Last day. Null: still in force.",
      }),
      text: t.exposeString("text", { description: "What is counted, and how." }),
      breakNote: t.exposeString("breakNote", {
        nullable: true,
        description: "Why the definition changed. Null: it is the first.",
      }),
      source: t.field({
        type: SourceType,
        nullable: true,
        description: "The paper that says so. Null: none.",
        resolve: ({ sourceId }, _args, context) => sourcesAtHand.find(context, sourceId),
      }),
    }),
  });

export const ObservationPage = connectionOf(ObservationType);

const BreakdownFilter = builder.inputType("BreakdownFilter", {
  description: "Which groups' figures.",
  fields: (t) => ({
    characteristic: t.field({
      type: ProtectedCharacteristicEnum,
      required: true,
      description: "The protected characteristic.",
    }),
    category: t.string({ description: "One group. Default: all of them." }),
  }),
});

MetricType.implement({
  description:
    "A measure, national or local. Identity is its framework and official code: ASCOF re-used codes in 2023.",
  fields: (t) => ({
    code: t.exposeString("code", { description: "Stable code across years: “1C pt 2a”, “LOCAL-prevent”." }),
    title: t.exposeString("title", { description: "Its name." }),
    description: t.exposeString("description", {
      nullable: true,
      description: "What it is, in plain words.",
    }),
    framework: t.exposeString("framework", { description: "Framework that its official code belongs to." }),
    officialCode: t.exposeString("officialCode", { description: "Its code in that framework." }),
    aim: t.expose("aim", { type: AimEnum, description: "Which way it should go." }),
    unit: t.expose("unit", {
      type: UnitEnum,
      description: "What its values count, unless a figure says otherwise.",
    }),
    accumulation: t.expose("accumulation", {
      type: AccumulationEnum,
      description: "How its values build up.",
    }),
    tags: t.exposeStringList("tags", { description: "Such as “better-care-fund”." }),
    numeratorLabel: t.exposeString("numeratorLabel", {
      nullable: true,
      description: "What the numerator counts.",
    }),
    denominatorLabel: t.exposeString("denominatorLabel", {
      nullable: true,
      description: "What the denominator counts.",
    }),
    definitions: t.field({
      type: [MetricDefinitionType],
      description: "Dated definitions, oldest first; a new one is a break in the series.",
      resolve: (metric, _args, context) => ask(context, metric, QUESTIONS.definitions()),
    }),
    observations: t.connection(
      {
        type: ObservationType,
        description:
          "One organisation's figures, oldest period first, as they are known now or were at an instant.",
        args: {
          organisation: t.arg.string({ required: true, description: "ONS code." }),
          from: t.arg.string({ description: "Period code: nothing that starts before it." }),
          to: t.arg.string({ description: "Period code: nothing that ends after it." }),
          breakdown: t.arg({
            type: BreakdownFilter,
            description: "Groups within a protected characteristic. Default: everybody.",
          }),
          asAt: t.arg({ type: "DateTime", description: "As known at this instant. Default: now." }),
        },
        resolve: async (metric, args, context, info) => {
          const question = QUESTIONS.observations(args, (...names) => selects(info, ...names));
          const shown = observationsShown(context.viewer, question, await ask(context, metric, question));
          const category = args.breakdown?.category ?? null;
          return pageOfList(
            args,
            shown.filter((row) => category === null || row.breakdownCategory === category),
          );
        },
      },
      ...ObservationPage,
    ),
    targets: t.field({
      type: [TargetType],
      description:
        "Every target ever set for one organisation, newest period first, with those since re-set. With `asAt` only those that were in force then.",
      args: {
        organisation: t.arg.string({ required: true, description: "ONS code." }),
        asAt: t.arg({ type: "DateTime", description: "In force at this instant. Default: every one." }),
      },
      resolve: async (metric, args, context) => {
        const rows = withVersions(await ask(context, metric, QUESTIONS.targets(args)));
        return args.asAt ? rows.filter(({ known }) => known) : rows;
      },
    }),
    commentary: t.field({
      type: [CommentaryType],
      description: "What was written about it for one organisation, newest period and text first.",
      args: {
        organisation: t.arg.string({ required: true, description: "ONS code." }),
        period: t.arg.string({ description: "Period code. Default: any." }),
        asAt: t.arg({ type: "DateTime", description: "As known at this instant. Default: now." }),
      },
      resolve: (metric, args, context) => ask(context, metric, QUESTIONS.commentary(args)),
    }),
    organisations: t.field({
      type: [OrganisationType],
      description: "Organisations with at least one figure for it, by name.",
      resolve: (metric, _args, context) => ask(context, metric, QUESTIONS.organisations()),
    }),
  }),
});
