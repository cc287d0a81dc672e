import type { RouteObject } from "react-router";
import type { LoadQuery } from "../../data/load.ts";
import { loadPerformance } from "./dashboard/load-dashboard.ts";
import { importRoutes } from "./importing/routes.tsx";
import { loadMetric } from "./metric/load-metric.ts";

export const performanceRoutes = (load: LoadQuery): RouteObject[] => [
  ...importRoutes(load),
  {
    path: "performance",
    loader: ({ request }) => loadPerformance(load, request),
    lazy: { Component: async () => (await import("./dashboard/performance-page.tsx")).PerformancePage },
  },
  {
    path: "performance/metrics/:code",
    loader: ({ params, request }) => loadMetric(load, request, params.code ?? ""),
    lazy: { Component: async () => (await import("./metric/metric-page.tsx")).MetricPage },
  },
];
