import type { LoadQuery } from "../../../data/load.ts";
import { requireFound, requireViewer } from "../../../data/viewer.ts";
import { chooseEdition } from "./editions.ts";
import { DashboardQuery, EditionsQuery } from "./queries.ts";

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

export type PerformanceData = Awaited<ReturnType<typeof loadPerformance>>;
