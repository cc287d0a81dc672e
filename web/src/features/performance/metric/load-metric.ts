import type { ResultOf } from "gql.tada";
import { data } from "react-router";
import { LoadFailure, type LoadQuery } from "../../../data/load.ts";
import { requireFound, requireViewer } from "../../../data/viewer.ts";
import { endOfDay } from "../../../ui/format/dates.ts";
import { EditingRightsQuery, MetricOrganisationsQuery, MetricQuery, MetricRanksQuery } from "./queries.ts";
import { type MetricQuestion, readQuestion } from "./question.ts";
import { chooseSeries, newestWithValue, type Series, seriesIn } from "./series.ts";

type Reporting = ResultOf<typeof MetricOrganisationsQuery>;

/**
 * Whose figures to show when the address names nobody: the reader's own council where it has some, else a county, else who
 * comes first. Where nobody has any, the page still has to say so of somebody: of the reader's own, or of one that has
 * dashboards here, the last of which in the list is the earliest.
 */
export const homeOrganisation = (reporting: Reporting): string | null => {
  const { metric, viewer, dashboardEditions, organisations: any } = reporting;
  const organisations = metric?.organisations ?? [];
  const own = viewer?.department?.organisation.code;
  const found =
    organisations.find(({ code }) => code === own) ??
    organisations.find(({ kind }) => kind === "COUNTY") ??
    organisations.find(({ kind }) => kind !== "NATION") ??
    organisations[0];
  return found?.code ?? own ?? dashboardEditions.at(-1)?.organisation.code ?? any.edges[0]?.node.code ?? null;
};

const BAD_INPUT = "BAD_USER_INPUT";

/** An address with a code in it that nobody has leads to no page. */
const orMissing = async <Data>(loading: Promise<Data>): Promise<Data> => {
  try {
    return await loading;
  } catch (error) {
    const errors = error instanceof LoadFailure ? error.combined.graphQLErrors : [];
    if (errors.length > 0 && errors.every(({ extensions }) => extensions.code === BAD_INPUT))
      throw data(null, { status: 404 });
    throw error;
  }
};

interface Whose {
  code: string;
  organisation: string;
  asAt: string | null;
}

const loadRanks = async (
  load: LoadQuery,
  whose: Whose,
  { question, series, period }: { question: MetricQuestion; series: Series | null; period: string | null },
) => {
  const periods = series?.periods.map(({ code }) => code) ?? [];
  if (periods.length === 0) return null;
  const { metric } = await orMissing(
    load(MetricRanksQuery, {
      code: whose.code,
      asAt: whose.asAt,
      group: question.group,
      periods,
      organisations: [whose.organisation, ...question.beside],
      period: period === null ? [] : [period],
    }),
  );
  return metric;
};

const findOrganisation = async (load: LoadQuery, request: Request, code: string): Promise<string> => {
  const reporting = await load(MetricOrganisationsQuery, { code }, "cache-first");
  await requireFound(load, request, reporting.metric);
  return await requireFound(load, request, homeOrganisation(reporting));
};

/** The page's data: its own query, then the ranks; one more before them where the address does not say whose figures. */
export const loadMetric = async (load: LoadQuery, request: Request, code: string) => {
  await requireViewer(load, request);
  const question = readQuestion(new URL(request.url).searchParams);
  const organisation = question.organisation ?? (await findOrganisation(load, request, code));
  const whose = { code, organisation, asAt: question.asAt && endOfDay(question.asAt) };
  const [answer, { viewer }] = await Promise.all([
    orMissing(
      load(MetricQuery, {
        ...whose,
        organisations: [organisation, ...question.beside],
        breakdownPeriod: question.breakdown,
      }),
    ),
    load(EditingRightsQuery, { organisation }, "cache-first"),
  ]);
  const metric = await requireFound(load, request, answer.metric);
  const figures = metric.sideBySide[0]?.observations ?? [];
  const all = seriesIn(figures);
  const series = chooseSeries(all, question.series);
  const period = question.period ?? newestWithValue(series, figures)?.code ?? null;
  const ranks = await loadRanks(load, whose, { question, series, period });
  const mayEdit = viewer !== null && (viewer.canWriteMetrics || viewer.canJudgeRatings);
  return { question: { ...question, organisation }, metric, all, series, period, ranks, mayEdit };
};

export type MetricData = Awaited<ReturnType<typeof loadMetric>>;
