import { data } from "react-router";
import type { LoadQuery } from "../../data/load.ts";
import { requireFound, requireViewer } from "../../data/viewer.ts";
import { chooseEdition } from "./editions.ts";
import { DashboardQuery, EditionsQuery, MetricOrganisationsQuery, MetricQuery } from "./queries.ts";

/** Figures as known at the end of today: the same for every load of a day, so that the cache can hold them. */
const today = (): string => `${new Date().toISOString().slice(0, 10)}T23:59:59Z`;

export const loadPerformance = async (load: LoadQuery, request: Request) => {
  await requireViewer(load, request);
  const search = new URL(request.url).searchParams;
  const { dashboardEditions } = await load(EditionsQuery, {}, "cache-first");
  if (dashboardEditions.length === 0) return { editions: dashboardEditions, dashboard: null };
  const asked = { organisation: search.get("organisation"), period: search.get("period") };
  const edition = await requireFound(load, request, chooseEdition(dashboardEditions, asked));
  const latest = search.get("figures") === "latest";
  const { dashboard } = await load(DashboardQuery, {
    organisation: edition.organisation.code,
    period: edition.period.code,
    asAt: latest ? today() : null,
  });
  return { editions: dashboardEditions, dashboard: await requireFound(load, request, dashboard) };
};

export const loadMetric = async (load: LoadQuery, request: Request, code: string) => {
  await requireViewer(load, request);
  const { metric } = await load(MetricOrganisationsQuery, { code }, "cache-first");
  const { organisations } = await requireFound(load, request, metric);
  const asked = new URL(request.url).searchParams.get("organisation");
  const organisation = asked ? organisations.find((each) => each.code === asked) : organisations[0];
  if (asked && !organisation) throw data(null, { status: 404 });
  const answer = await load(MetricQuery, { code, organisation: organisation?.code ?? "" });
  return { metric: await requireFound(load, request, answer.metric), organisation: organisation ?? null };
};

export type PerformanceData = Awaited<ReturnType<typeof loadPerformance>>;
export type MetricData = Awaited<ReturnType<typeof loadMetric>>;
