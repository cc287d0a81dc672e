import type { ObservationRow } from "@due-regard/database/read-models/figures";
import { metrics } from "@due-regard/database/schema/metrics";
import { organisations } from "@due-regard/database/schema/organisations";
import { groupThousands } from "@due-regard/domain/metrics/decimal";
import { invalid, notFound, ok, type Result } from "@due-regard/domain/result";
import { eq, inArray } from "drizzle-orm";
import { seesBreakdownsAsRecorded } from "../../../access/protect-observations.ts";
import { asFileName, type DownloadContext, type DownloadKind } from "../../../downloads/download-format.ts";
import type { OrganisationRow, SourceRow } from "../../organisations/organisation.graphql.ts";
import { listFigures, listReportingOrganisations } from "./list-figures.ts";
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

export const readMetricContent: DownloadKind<MetricContent>["read"] = async (context, parameters) => {
  const question = readMetricQuestion(parameters);
  if (!question.ok) return question;
  const { code } = question.value;
  const [metric] = await context.db.select().from(metrics).where(eq(metrics.code, code));
  if (metric === undefined) return notFound(`No metric has the code “${code}”.`);
  const asked = await organisationsAsked(context, metric.id, question.value.organisations);
  if (!asked.ok) return asked;
  const figures = await readFigures(context, metric.id, asked.value, question.value);
  if (figures.length > context.mostFigures) return tooMany(context.mostFigures);
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

const tooMany = (most: number): Result<never> => {
  const message = `This would be more than ${groupThousands(`${most}`)} figures, which is the most for a file of this kind. Ask for fewer organisations, for a shorter time with “from” and “to”, or for CSV, which holds most.`;
  return invalid([{ path: "code", message }]);
};

const organisationsAsked = async (
  { db }: DownloadContext,
  metricId: string,
  codes: readonly string[],
): Promise<Result<OrganisationRow[]>> => {
  if (codes.length === 0) return ok(await listReportingOrganisations(db, metricId));
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

/** The totals, and each characteristic's categories as this viewer may see them: one statement each. */
const readFigures = async (
  { db, viewer, mostFigures }: DownloadContext,
  metricId: string,
  asked: readonly OrganisationRow[],
  { from, to, characteristics, asAt }: MetricQuestion,
): Promise<ObservationRow[]> => {
  const common = {
    organisationIds: asked.map(({ id }) => id),
    from: from?.start ?? null,
    to: to?.end ?? null,
    asAt,
    // One more than may be, to see that there are more.
    limit: Number.isFinite(mostFigures) ? mostFigures + 1 : null,
  };
  const figures = await listFigures(db, viewer, metricId, { ...common, breakdown: null });
  for (const characteristic of characteristics) {
    const breakdown = { characteristic, category: null };
    figures.push(...(await listFigures(db, viewer, metricId, { ...common, breakdown })));
  }
  return figures;
};

export const metricFileName = ({ metric, organisations: asked, question }: MetricContent): string => {
  const [only, ...others] = asked;
  const whose = only && others.length === 0 ? only.name : `${asked.length} organisations`;
  const known = question.asAt === null ? "" : ` as at ${question.asAt.slice(0, 10)}`;
  return asFileName(`metric ${metric.code} ${whose}${known}`);
};
