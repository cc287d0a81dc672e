import type { RouteObject } from "react-router";
import type { LoadQuery } from "../../data/load.ts";
import { requireFound, requireViewer } from "../../data/viewer.ts";
import { StrategiesQuery, StrategyQuery } from "./queries.ts";
import { StrategiesPage } from "./strategies-page.tsx";
import { StrategyPage } from "./strategy-page.tsx";

export const strategyRoutes = (load: LoadQuery): RouteObject[] => [
  {
    path: "strategies",
    loader: async ({ request }) => {
      await requireViewer(load, request);
      return load(StrategiesQuery, {});
    },
    Component: StrategiesPage,
  },
  {
    path: "strategies/:slug",
    loader: async ({ params, request }) => {
      await requireViewer(load, request);
      const answer = await load(StrategyQuery, { slug: params.slug ?? "" });
      await requireFound(load, request, answer.strategy);
      return answer;
    },
    Component: StrategyPage,
  },
];
