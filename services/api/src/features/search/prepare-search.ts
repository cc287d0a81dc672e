import { departments, organisations } from "@due-regard/database/schema/organisations";
import { findDeliveryActions, findElements } from "@due-regard/database/search/find-elements";
import { type FigureQuestion, metricsWithFigures } from "@due-regard/database/search/find-figures";
import { findStrategies } from "@due-regard/database/search/find-strategies";
import { everyMetric, matchMetrics, matchOrganisations } from "@due-regard/database/search/match-nouns";
import { readWords } from "@due-regard/database/search/read-words";
import { parsePeriod } from "@due-regard/domain/metrics/period";
import { invalid, ok, type Result } from "@due-regard/domain/result";
import { type Match, pairFigures } from "@due-regard/domain/search/pair-figures";
import { readSearch, type SoughtPeriod } from "@due-regard/domain/search/read-search";
import { eq } from "drizzle-orm";
import type { ApiContext } from "../../context.ts";
import { oncePerRequest } from "../../schema/once-per-request.ts";
import type { SearchedFor } from "../../schema/search-sources.ts";

export interface SearchQuestion {
  text: string;
  /** ONS code. Null: any. */
  organisation: string | null;
  /** Period code that can be read. Null: any. */
  period: string | null;
}

/** What the words of a search name, worked out once however many kinds of thing are asked for. */
export interface PreparedSearch extends SearchedFor {
  metrics: Match[];
  figures: FigureQuestion;
}

/** Takes the text apart and finds what its words name. Null where it asks for nothing. */
export const prepareSearch = oncePerRequest(
  async (context: ApiContext, question: SearchQuestion): Promise<Result<PreparedSearch | null>> => {
    const read = readSearch(question.text);
    if (!read.ok) return read;
    const { db } = context;
    const words = await readWords(db, read.value.words);
    const periods = [...read.value.periods, ...periodNamed(question.period)];
    if (words.length === 0 && read.value.periods.length === 0) return ok(null);
    const [organisationId, ownOrganisationId, named] = await Promise.all([
      idOfOrganisation(context, question.organisation),
      ownOrganisationOf(context),
      matchOrganisations(db, words),
    ]);
    if (organisationId === UNKNOWN) return unknownOrganisation(question.organisation);
    const metrics = await metricsNamed(context, { words, code: read.value.code, organisations: named });
    const asked = words.map(({ word }) => word);
    const sought = pairFigures(asked, metrics, named, organisationId === null ? null : [organisationId]);
    const figures = { sought, periods, ownOrganisationId, ofGroups: null };
    const { code } = read.value;
    return ok({ words, code, periods, metrics, organisations: named, organisationId, figures });
  },
);

const periodNamed = (code: string | null): SoughtPeriod[] => {
  const period = code === null ? null : parsePeriod(code);
  return period?.ok ? [{ start: period.value.start, end: period.value.end, match: "WITHIN" }] : [];
};

const UNKNOWN = "unknown";

const unknownOrganisation = (code: string | null): Result<never> =>
  invalid([
    {
      path: "organisation",
      message: `No organisation has the code “${code}”. Ask \`organisations\` for those that are known.`,
    },
  ]);

const idOfOrganisation = async ({ db }: ApiContext, code: string | null): Promise<string | null> => {
  if (code === null) return null;
  const [row] = await db
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.code, code));
  return row?.id ?? UNKNOWN;
};

/** Whose figures an officer means who names nobody. */
const ownOrganisationOf = async ({ db, viewer }: ApiContext): Promise<string | null> => {
  if (viewer?.departmentId == null) return null;
  const [row] = await db
    .select({ id: departments.organisationId })
    .from(departments)
    .where(eq(departments.id, viewer.departmentId));
  return row?.id ?? null;
};

/**
 * Metrics that a word names. “Leicester 2017/18” names organisations alone and asks for all of theirs, though a metric may
 * carry such a name as well.
 */
const metricsNamed = async (
  { db }: ApiContext,
  { words, code, organisations: named }: Pick<SearchedFor, "words" | "code" | "organisations">,
): Promise<Match[]> => {
  const metrics = words.length === 0 ? [] : await matchMetrics(db, { words, code });
  if (!words.every((_word, index) => named.some(({ covers }) => covers[index]))) return metrics;
  const first = new Set(metrics.map(({ id }) => id));
  const every = await everyMetric(db, words);
  return [...every.filter(({ id }) => first.has(id)), ...every.filter(({ id }) => !first.has(id))];
};

/** Ids of the metrics that are named, alone or with an organisation and a period for which they have figures. */
export const findMetricIds = async (context: ApiContext, prepared: PreparedSearch): Promise<string[]> => {
  const { sought, periods } = prepared.figures;
  const whole = sought.filter(({ group }) => group.length === 0);
  const alone = new Set(
    periods.length > 0 ? [] : whole.flatMap((one) => (one.organisationId === null ? [one.metricId] : [])),
  );
  const asked = whole.filter(({ metricId }) => !alone.has(metricId));
  // The metric is what is asked for, not the officer's own figures of it.
  const having = await metricsWithFigures(context.db, {
    sought: asked,
    periods,
    ownOrganisationId: null,
    ofGroups: null,
  });
  return prepared.metrics.map(({ id }) => id).filter((id) => alone.has(id) || having.has(id));
};

export const findDeliveryActionIds = async (
  { db }: ApiContext,
  prepared: PreparedSearch,
): Promise<string[]> => await findDeliveryActions(db, prepared);

export const findElementIds = async ({ db }: ApiContext, prepared: PreparedSearch): Promise<string[]> =>
  await findElements(db, prepared);

export const findStrategyIds = async ({ db }: ApiContext, prepared: PreparedSearch): Promise<string[]> =>
  await findStrategies(db, prepared);
