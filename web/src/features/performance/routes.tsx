import type { RouteObject, ShouldRevalidateFunctionArgs } from "react-router";
import type { LoadQuery } from "../../data/load.ts";
import { FILTER_PARAMETERS } from "./dashboard/filters.ts";
import { loadPerformance } from "./dashboard/load-dashboard.ts";
import { importRoutes } from "./importing/routes.tsx";
import { loadMetric } from "./metric/load-metric.ts";
import { loadArrange, loadPrepare } from "./preparing/load-preparing.ts";

/** Parts of the dashboard's address that only choose what to show of it. */
const CHOOSE_ONLY = [...FILTER_PARAMETERS, "change", "what"];

const askedFor = ({ pathname, searchParams }: URL): string => {
  const rest = new URLSearchParams(searchParams);
  for (const name of CHOOSE_ONLY) rest.delete(name);
  return `${pathname}?${rest}`;
};

/** A filter or a form that opens needs nothing new from the server. */
const needsOther = (args: ShouldRevalidateFunctionArgs): boolean => {
  const { currentUrl, nextUrl, defaultShouldRevalidate } = args;
  return currentUrl.href === nextUrl.href || askedFor(currentUrl) !== askedFor(nextUrl)
    ? defaultShouldRevalidate
    : false;
};

export const performanceRoutes = (load: LoadQuery): RouteObject[] => [
  ...importRoutes(load),
  {
    path: "performance",
    loader: ({ request }) => loadPerformance(load, request),
    shouldRevalidate: needsOther,
    lazy: { Component: async () => (await import("./dashboard/performance-page.tsx")).PerformancePage },
  },
  {
    path: "performance/prepare",
    loader: ({ request }) => loadPrepare(load, request),
    lazy: { Component: async () => (await import("./preparing/prepare-page.tsx")).PreparePage },
  },
  {
    path: "performance/arrange",
    loader: ({ request }) => loadArrange(load, request),
    lazy: { Component: async () => (await import("./preparing/arrange-page.tsx")).ArrangePage },
  },
  {
    path: "performance/metrics/new",
    loader: ({ request }) => loadPrepare(load, request),
    lazy: { Component: async () => (await import("./preparing/define-metric-page.tsx")).DefineMetricPage },
  },
  {
    path: "performance/metrics/:code",
    loader: ({ params, request }) => loadMetric(load, request, params.code ?? ""),
    lazy: { Component: async () => (await import("./metric/metric-page.tsx")).MetricPage },
  },
];
