import type { ObservationRow } from "@due-regard/database/read-models/figures";
import { periodOf } from "@due-regard/domain/metrics/period";
import { builder } from "../../schema/builder.ts";
import { selects } from "../../schema/selects.ts";
import { type OrganisationRow, OrganisationType } from "../organisations/organisation.graphql.ts";
import { ask, badInput, organisationAsked } from "./ask-metric.ts";
import { BenchmarkType } from "./figures.graphql.ts";
import { QUESTIONS, questionsSideBySide } from "./metric-questions.ts";
import { MetricType } from "./metric-type.ts";
import { ObservationType } from "./observation.graphql.ts";
import { readPeriod } from "./period.graphql.ts";
import { observationsShown } from "./show-figures.ts";

/** What a metric's figures can be held against: the nation's, and other organisations'. */

const FROM = "Period code: nothing that starts before it.";
const TO = "Period code: nothing that ends after it.";

builder.objectField(MetricType, "benchmarks", (t) =>
  t.field({
    type: [BenchmarkType],
    description: "Figures of the nation or another area, as papers print them, oldest period first.",
    args: {
      group: t.arg.string({ description: "Whose, such as “England”. Default: anybody's." }),
      from: t.arg.string({ description: FROM }),
      to: t.arg.string({ description: TO }),
      asAt: t.arg({ type: "DateTime", description: "As known at this instant. Default: now." }),
    },
    resolve: async (metric, { group, from, to, asAt }, context) => {
      const [start, end] = [from ? readPeriod(from).start : "", to ? readPeriod(to).end : "9999"];
      return (await ask(context, metric, QUESTIONS.benchmarks({ asAt })))
        .filter((benchmark) => !group || benchmark.group === group)
        .map((benchmark) => ({ ...benchmark, of: periodOf(benchmark.period) }))
        .filter(({ of }) => of.start >= start && of.end <= end)
        .sort((left, right) => left.of.end.localeCompare(right.of.end));
    },
  }),
);

/** More lines than this nobody can tell apart. */
const MOST_SIDE_BY_SIDE = 10;

interface FiguresOfOne {
  organisation: OrganisationRow;
  figures: ObservationRow[];
}

const OrganisationFiguresType = builder.objectRef<FiguresOfOne>("OrganisationFigures").implement({
  description: "One of several organisations set side by side.",
  fields: (t) => ({
    organisation: t.field({
      type: OrganisationType,
      description: "Whose figures these are.",
      resolve: ({ organisation }) => organisation,
    }),
    observations: t.field({
      type: [ObservationType],
      description: "Its figures, oldest period first. Empty: it has none.",
      resolve: ({ figures }) => figures,
    }),
  }),
});

builder.objectField(MetricType, "sideBySide", (t) =>
  t.field({
    type: [OrganisationFiguresType],
    description: `Several organisations' figures, in the order asked for: at most ${MOST_SIDE_BY_SIDE}.`,
    args: {
      organisations: t.arg.stringList({ required: true, description: "ONS codes." }),
      from: t.arg.string({ description: FROM }),
      to: t.arg.string({ description: TO }),
      asAt: t.arg({ type: "DateTime", description: "As known at this instant. Default: now." }),
    },
    resolve: async (metric, args, context, info) => {
      const questions = questionsSideBySide(args, (...names) => selects(info, ...names));
      if (questions.length > MOST_SIDE_BY_SIDE)
        throw badInput(`At most ${MOST_SIDE_BY_SIDE} organisations can be set side by side.`);
      return await Promise.all(
        questions.map(async (question) => {
          const rows = await ask(context, metric, question);
          const organisation = organisationAsked(context, question.asks.organisation);
          if (organisation === null) throw new Error("An organisation was asked about and not found");
          return { organisation, figures: observationsShown(context.viewer, question, rows) };
        }),
      );
    },
  }),
);
