import type { LoadQuery } from "../../../data/load.ts";
import { requireFound, requireViewer } from "../../../data/viewer.ts";
import { endOfDay, joinDate, splitDate, todayInLondon } from "../../../ui/format/dates.ts";
import { chooseEdition } from "./editions.ts";
import { DashboardQuery, EditionsQuery } from "./queries.ts";

/** As at which day figures are shown: as the committee saw them, as they are known today, or as on some other day. */
export type KnownOn = "REPORTED" | "LATEST" | { day: string };

export const LATEST = "latest";

/** Reads it from the address. What is no day of the calendar asks for nothing. */
export const readKnownOn = (search: URLSearchParams): KnownOn => {
  const figures = search.get("figures") ?? "";
  if (figures === LATEST) return "LATEST";
  const { date } = joinDate(splitDate(figures));
  return date === null ? "REPORTED" : { day: date };
};

/** The latest are those of the end of today: the same for every load of a day, so that the cache can hold them. */
const asAtOf = (knownOn: KnownOn): string | null => {
  if (knownOn === "REPORTED") return null;
  return endOfDay(knownOn === "LATEST" ? todayInLondon() : knownOn.day);
};

export const loadPerformance = async (load: LoadQuery, request: Request) => {
  await requireViewer(load, request);
  const search = new URL(request.url).searchParams;
  const { dashboardEditions } = await load(EditionsQuery, {});
  if (dashboardEditions.length === 0) return { editions: dashboardEditions, dashboard: null, viewer: null };
  const asked = { organisation: search.get("organisation"), period: search.get("period") };
  const edition = await requireFound(load, request, chooseEdition(dashboardEditions, asked));
  const answer = await load(DashboardQuery, {
    organisation: edition.organisation.code,
    period: edition.period.code,
    asAt: asAtOf(readKnownOn(search)),
  });
  return {
    editions: dashboardEditions,
    viewer: answer.viewer,
    dashboard: await requireFound(load, request, answer.dashboard),
  };
};

export type PerformanceData = Awaited<ReturnType<typeof loadPerformance>>;
