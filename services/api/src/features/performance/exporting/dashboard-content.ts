import { type DashboardReadModel, readDashboard } from "@due-regard/database/read-models/dashboard";
import { dashboardEditions } from "@due-regard/database/schema/dashboards";
import { notFound, ok, type Result } from "@due-regard/domain/result";
import { desc, eq } from "drizzle-orm";
import { asFileName, type DownloadContext, type DownloadKind } from "../../../downloads/download-format.ts";
import type { OrganisationRow, SourceRow } from "../../organisations/organisation.graphql.ts";
import { loadPlans } from "./appendix/load-plans.ts";
import { findOrganisation, loadSources } from "./look-up.ts";
import { readDashboardQuestion } from "./read-question.ts";

/** Everything that a file about one dashboard may say, whatever its format. */
export interface DashboardContent {
  dashboard: DashboardReadModel;
  organisation: OrganisationRow;
  /** By id: the papers that the dashboard and its figures come from. */
  sources: ReadonlyMap<string, SourceRow>;
  /** By id: the plans whose outcomes stand above the rows. */
  strategies: ReadonlyMap<string, { title: string }>;
  /** The instant that was asked for; null: as its committee saw it. */
  asAtAsked: string | null;
  madeAt: string;
}

export const readDashboardContent: DownloadKind<DashboardContent>["read"] = async (context, parameters) => {
  const question = readDashboardQuestion(parameters);
  if (!question.ok) return question;
  const { period, asAt } = question.value;
  const organisation = await findOrganisation(context.db, question.value.organisation);
  if (!organisation.ok) return organisation;
  const dashboard = await readDashboard(context.db, {
    organisation: organisation.value.code,
    period: period.code,
    asAt,
    withRanks: true,
  });
  if (dashboard === null) return noEdition(context, organisation.value, period.code);
  const sources = await loadSources(context.db, sourceIdsOf(dashboard));
  return ok({
    dashboard,
    organisation: organisation.value,
    sources,
    strategies: await loadPlans(context.db, dashboard),
    asAtAsked: asAt,
    madeAt: context.now,
  });
};

const noEdition = async (
  { db }: DownloadContext,
  { id, name }: OrganisationRow,
  period: string,
): Promise<Result<never>> => {
  const editions = await db
    .select({ period: dashboardEditions.period })
    .from(dashboardEditions)
    .where(eq(dashboardEditions.organisationId, id))
    .orderBy(desc(dashboardEditions.period));
  const known = editions.map((edition) => edition.period).join(", ");
  return notFound(
    `${name} has no dashboard for ${period}. ${known ? `It has: ${known}.` : "It has none at all."}`,
  );
};

const sourceIdsOf = ({ sourceId, rows }: DashboardReadModel): (string | null)[] => [
  sourceId,
  ...rows.flatMap(({ current, previous, target, nextTarget, benchmark }) =>
    [current, previous, target, nextTarget, benchmark].map((each) => each?.sourceId ?? null),
  ),
];

export const dashboardFileName = ({ dashboard, organisation, asAtAsked }: DashboardContent): string => {
  const known = asAtAsked === null ? "as-reported" : `as-at-${asAtAsked.slice(0, 10)}`;
  return asFileName(`performance ${organisation.name} ${dashboard.period} ${known}`);
};
