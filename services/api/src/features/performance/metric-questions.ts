import type { MetricQuestion } from "@due-regard/database/read-models/metric";
import type { MetricPart } from "@due-regard/database/read-models/metric-parts";
import { WHOLE_COUNTRY } from "@due-regard/database/read-models/ranking";
import type { Maybe } from "../../schema/maybe.ts";
import type { SelectedField } from "../../schema/selects.ts";
import { readPeriod } from "./period.graphql.ts";

/**
 * What each field of a metric asks of the read model, from its arguments. A resolver asks so for itself; `Query.metric`
 * asks for all the fields that its query selects, at once.
 */

type Wants = SelectedField["wants"];
type Question<Part extends MetricPart> = Extract<MetricQuestion, { part: Part }>;

interface AsAt {
  asAt?: Maybe<string>;
}
interface OfOne extends AsAt {
  organisation: string;
}
interface Between {
  from?: Maybe<string>;
  to?: Maybe<string>;
}

const ofOne = ({ organisation, asAt }: OfOne) => ({ organisation, asAt: asAt ?? null });

const observations = (
  args: OfOne & Between & { breakdown?: Maybe<{ characteristic: string }> },
  wants?: Wants,
): Question<"observations"> => ({
  part: "observations",
  asks: {
    ...ofOne(args),
    from: args.from ? readPeriod(args.from).start : null,
    to: args.to ? readPeriod(args.to).end : null,
    characteristic: args.breakdown?.characteristic ?? null,
    revisions: wants?.("revisions") ?? false,
  },
});

const withoutMember = <Part extends "definitions" | "organisations" | "groups" | "elements">(part: Part) => ({
  part,
  asks: {},
});

export const QUESTIONS = {
  definitions: () => withoutMember("definitions"),
  organisations: () => withoutMember("organisations"),
  rankingGroups: () => withoutMember("groups"),
  strategyElements: () => withoutMember("elements"),
  observations,
  /** One characteristic's groups in one period: they are protected and compared together. */
  disparities: (args: OfOne & { period: string; characteristic: string }) =>
    observations({
      ...ofOne(args),
      from: args.period,
      to: args.period,
      breakdown: { characteristic: args.characteristic },
    }),
  breakdowns: (args: OfOne & { period?: Maybe<string> }): Question<"breakdowns"> => ({
    part: "breakdowns",
    asks: { ...ofOne(args), period: args.period ? readPeriod(args.period).code : null },
  }),
  targets: (args: OfOne): Question<"targets"> => ({ part: "targets", asks: ofOne(args) }),
  benchmarks: ({ asAt }: AsAt): Question<"benchmarks"> => ({
    part: "benchmarks",
    asks: { asAt: asAt ?? null },
  }),
  reportedStandings: (args: OfOne): Question<"standings"> => ({ part: "standings", asks: ofOne(args) }),
  judgements: (args: OfOne): Question<"judgements"> => ({ part: "judgements", asks: ofOne(args) }),
  commentary: (args: OfOne & { period?: Maybe<string> }): Question<"commentary"> => ({
    part: "commentary",
    asks: { ...ofOne(args), period: args.period ? readPeriod(args.period).code : null },
  }),
  results: (args: OfOne, wants: Wants): Question<"results"> => ({
    part: "results",
    asks: { ...ofOne(args), withRanks: wants("ranking", "quartile") },
  }),
  groupRankings: (
    args: AsAt & {
      group?: Maybe<string>;
      periods: readonly string[];
      organisations?: Maybe<readonly string[]>;
    },
  ): Question<"reported"> => ({
    part: "reported",
    asks: {
      group: args.group ?? WHOLE_COUNTRY,
      periods: [...new Set(args.periods.map((period) => readPeriod(period).code))],
      asAt: args.asAt ?? null,
      organisations: args.organisations ?? null,
    },
  }),
} as const;

export const questionsSideBySide = (
  { organisations, ...rest }: Between & AsAt & { organisations: readonly string[] },
  wants: Wants,
) => [...new Set(organisations)].map((organisation) => observations({ ...rest, organisation }, wants));

type RankingArgs = AsAt & { organisation?: Maybe<string>; period: string; group?: Maybe<string> };

/** For a place: everybody's values, and by name only those whose figures are wanted. */
export const rankedAmong = ({ organisation, period, ...rest }: RankingArgs, everybody: boolean) =>
  QUESTIONS.groupRankings({
    ...rest,
    periods: [period],
    organisations: everybody || !organisation ? null : [organisation],
  });

const ranking = (args: RankingArgs, wants: Wants): MetricQuestion[] => [
  rankedAmong(args, wants("standings")),
  ...(args.organisation
    ? [QUESTIONS.reportedStandings({ asAt: args.asAt, organisation: args.organisation })]
    : []),
];

type AskedBy = (args: never, wants: Wants) => MetricQuestion | MetricQuestion[];

/** By field of the type Metric; a field that is not here asks nothing of the read model. */
const BY_FIELD: Readonly<Record<string, AskedBy>> = {
  ...QUESTIONS,
  sideBySide: questionsSideBySide,
  ranking,
};

/** What a selected field will ask. A faulty argument is the field's own error to report: it asks nothing here. */
export const questionsOf = ({ name, args, wants }: SelectedField): MetricQuestion[] => {
  const asked = Object.hasOwn(BY_FIELD, name) ? BY_FIELD[name] : undefined;
  try {
    return [asked?.(args as never, wants) ?? []].flat();
  } catch {
    return [];
  }
};
