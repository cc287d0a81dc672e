import type { MetricRow } from "@due-regard/database/read-models/figures";
import {
  type MetricAnswered,
  type MetricAnswers,
  type MetricQuestion,
  readMetrics,
} from "@due-regard/database/read-models/metric";
import type { MetricPart } from "@due-regard/database/read-models/metric-parts";
import { BUILT_IN_GROUPS } from "@due-regard/database/read-models/ranking";
import DataLoader from "dataloader";
import { GraphQLError, type GraphQLResolveInfo } from "graphql";
import type { ApiContext } from "../../context.ts";
import { selectedFields } from "../../schema/selects.ts";
import {
  type OrganisationRow,
  organisationsAtHand,
  sourcesAtHand,
} from "../organisations/organisation.graphql.ts";
import { UserType } from "../people/user.graphql.ts";
import { StrategyType } from "../strategies/strategy-types.ts";
import { questionsOf } from "./metric-questions.ts";

type Answer = MetricAnswers[MetricPart];

interface Answerer {
  loader: DataLoader<MetricQuestion, Answer, string>;
  /** Those that were asked about or that answers lead to, by ONS code. */
  organisations: Map<string, OrganisationRow>;
}

/** Questions that one statement answers at most: a page of metrics with everything about each comes in several. */
const MOST_AT_ONCE = 200;

const answerers = new WeakMap<ApiContext, Answerer>();

const answererOf = (context: ApiContext): Answerer => {
  const known = answerers.get(context);
  if (known !== undefined) return known;
  const loader = new DataLoader<MetricQuestion, Answer, string>((asked) => answerAll(context, asked), {
    cacheKeyFn: ({ part, metricId, asks }) => JSON.stringify([part, metricId, asks]),
    maxBatchSize: MOST_AT_ONCE,
  });
  const made = { loader, organisations: new Map<string, OrganisationRow>() };
  answerers.set(context, made);
  return made;
};

const answerAll = async (
  context: ApiContext,
  questions: readonly MetricQuestion[],
): Promise<(Answer | GraphQLError)[]> => {
  const answered = await readMetrics(context.db, null, questions);
  rememberNeighbours(context, answered);
  return questions.map((question, index) => problemOf(question, answered) ?? answered.answers[index] ?? []);
};

/** What the answers lead to is loaded already: their loaders need not ask for it. */
const rememberNeighbours = (context: ApiContext, answered: MetricAnswered): void => {
  sourcesAtHand.keep(context, answered.sources);
  organisationsAtHand.keep(context, answered.organisations);
  for (const row of answered.organisations) answererOf(context).organisations.set(row.code, row);
  for (const row of answered.users) UserType.getDataloader(context).prime(row.id, row);
  for (const row of answered.strategies) StrategyType.getDataloader(context).prime(row.id, row);
};

/** An organisation or a group that nobody knows is the client's error, in words. */
const problemOf = ({ asks }: MetricQuestion, answered: MetricAnswered): GraphQLError | null => {
  if ("organisation" in asks && !answered.organisations.some(({ code }) => code === asks.organisation))
    return badInput(
      `No organisation has the code “${asks.organisation}”. Ask \`organisations\` for those that are known.`,
    );
  if (!("group" in asks)) return null;
  const known = [...BUILT_IN_GROUPS, ...answered.loadedGroups];
  return known.some((name) => name === asks.group)
    ? null
    : badInput(
        `No comparator group is called “${asks.group}”. “${BUILT_IN_GROUPS.join("”, “")}” need no list; others are loaded.`,
      );
};

export const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } });

/** The answer to one question about a metric; those of one moment are read together, in one statement. */
export const ask = async <Part extends MetricPart>(
  context: ApiContext,
  { id }: Pick<MetricRow, "id">,
  question: Extract<MetricQuestion, { part: Part }>,
): Promise<MetricAnswers[Part]> =>
  (await answererOf(context).loader.load({ ...question, metricId: id })) as MetricAnswers[Part];

/** An organisation about which something has been asked, by its ONS code. */
export const organisationAsked = (context: ApiContext, code: string): OrganisationRow | null =>
  answererOf(context).organisations.get(code) ?? null;

/**
 * The metric with a code and all that the query selects of it, in one prepared statement: its fields then find their
 * answers given.
 */
export const findMetric = async (
  context: ApiContext,
  code: string,
  info: GraphQLResolveInfo,
): Promise<MetricRow | null> => {
  const questions = selectedFields(info).flatMap(questionsOf);
  const answered = await readMetrics(context.db, code, questions);
  const { metric } = answered;
  if (metric === null) return null;
  rememberNeighbours(context, answered);
  questions.forEach((question, index) => {
    const answer = problemOf(question, answered) ?? answered.answers[index] ?? [];
    answererOf(context).loader.prime({ ...question, metricId: metric.id }, answer);
  });
  return metric;
};
