import type { RouteObject } from "react-router";
import type { LoadQuery } from "../../data/load.ts";
import { loadMetric, loadPerformance } from "./load-pages.ts";

export const performanceRoutes = (load: LoadQuery): RouteObject[] => [
  {
    path: "performance",
    loader: ({ request }) => loadPerformance(load, request),
    lazy: { Component: async () => (await import("./performance-page.tsx")).PerformancePage },
  },
  {
    path: "performance/metrics/:code",
    loader: ({ params, request }) => loadMetric(load, request, params.code ?? ""),
    lazy: { Component: async () => (await import("./metric-page.tsx")).MetricPage },
  },
];
