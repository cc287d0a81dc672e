import type { ObservationRow } from "@due-regard/database/read-models/figures";
import { type MetricAnswers, readMetrics } from "@due-regard/database/read-models/metric";
import { metrics } from "@due-regard/database/schema/metrics";
import { organisations } from "@due-regard/database/schema/organisations";
import { invalid, notFound, ok, type Result } from "@due-regard/domain/result";
import { eq, inArray } from "drizzle-orm";
import { seesBreakdownsAsRecorded } from "../../../access/protect-observations.ts";
import type { OrganisationRow, SourceRow } from "../../organisations/organisation.graphql.ts";
import { observationsShown } from "../show-figures.ts";
import { asFileName, type DownloadContext, type DownloadKind } from "./download-format.ts";
import { loadSources } from "./look-up.ts";
import { type MetricQuestion, readMetricQuestion } from "./read-question.ts";

/** Everything that a file about one metric's figures may say, whatever its format. */
export interface MetricContent {
  metric: typeof metrics.$inferSelect;
  question: MetricQuestion;
  /** Whose figures were asked for, by name. */
  organisations: readonly OrganisationRow[];
  figures: readonly ObservationRow[];
  sources: ReadonlyMap<string, SourceRow>;
  /** True: small counts of breakdowns are hidden and the rest rounded, for this reader. */
  protectedBreakdowns: boolean;
  madeAt: string;
}

/** Figures in one file. Each is read and written in memory: the limit keeps that memory bounded. */
export const MOST_FIGURES = 50_000;

export const readMetricContent: DownloadKind<MetricContent>["read"] = async (context, parameters) => {
  const question = readMetricQuestion(parameters);
  if (!question.ok) return question;
  const { code } = question.value;
  const [metric] = await context.db.select().from(metrics).where(eq(metrics.code, code));
  if (metric === undefined) return notFound(`No metric has the code “${code}”.`);
  const asked = await organisationsAsked(context, metric.id, question.value.organisations);
  if (!asked.ok) return asked;
  const figures = await readFigures(context, metric.id, asked.value, question.value);
  if (figures.length > MOST_FIGURES) {
    const message = `This would be ${figures.length} figures, and a file holds at most ${MOST_FIGURES}. Ask for fewer organisations, or for a shorter time with “from” and “to”.`;
    return invalid([{ path: "code", message }]);
  }
  return ok({
    metric,
    question: question.value,
    organisations: asked.value,
    figures,
    sources: await loadSources(
      context.db,
      figures.map(({ sourceId }) => sourceId),
    ),
    protectedBreakdowns:
      question.value.characteristics.length > 0 && !seesBreakdownsAsRecorded(context.viewer),
    madeAt: context.now,
  });
};

const organisationsAsked = async (
  { db }: DownloadContext,
  metricId: string,
  codes: readonly string[],
): Promise<Result<OrganisationRow[]>> => {
  if (codes.length === 0) {
    const { answers } = await readMetrics(db, null, [{ part: "organisations", metricId, asks: {} }]);
    return ok((answers[0] ?? []) as MetricAnswers["organisations"]);
  }
  const found = await db
    .select()
    .from(organisations)
    .where(inArray(organisations.code, [...codes]))
    .orderBy(organisations.name);
  const unknown = codes.filter((code) => !found.some((organisation) => organisation.code === code));
  return unknown.length === 0
    ? ok(found)
    : notFound(`No organisation has the ONS code “${unknown.join("”, “")}”.`);
};

/** The totals, then each characteristic's categories as this viewer may see them: one statement. */
const readFigures = async (
  { db, viewer }: DownloadContext,
  metricId: string,
  asked: readonly OrganisationRow[],
  { from, to, characteristics, asAt }: MetricQuestion,
): Promise<ObservationRow[]> => {
  const time = { from: from?.start ?? null, to: to?.end ?? null, asAt };
  const questions = [null, ...characteristics].flatMap((characteristic) =>
    asked.map(({ code }) => ({
      part: "observations" as const,
      metricId,
      asks: { organisation: code, ...time, characteristic, revisions: false },
    })),
  );
  const { answers } = await readMetrics(db, null, questions);
  return questions.flatMap((question, index) =>
    observationsShown(viewer, question, (answers[index] ?? []) as MetricAnswers["observations"]),
  );
};

export const metricFileName = ({ metric, organisations: asked, question }: MetricContent): string => {
  const [only, ...others] = asked;
  const whose = only && others.length === 0 ? only.name : `${asked.length} organisations`;
  const known = question.asAt === null ? "" : ` as at ${question.asAt.slice(0, 10)}`;
  return asFileName(`metric ${metric.code} ${whose}${known}`);
};
