import type { RouteObject } from "react-router";
import type { LoadQuery } from "../../data/load.ts";
import { requireFound, requireViewer } from "../../data/viewer.ts";
import { listVariables } from "./list/list-address.ts";
import { StrategiesQuery } from "./list/queries.ts";
import { readPlanAddress } from "./plan/plan-address.ts";
import { StrategyQuery } from "./plan/queries.ts";

const searchOf = (request: Request): URLSearchParams => new URL(request.url).searchParams;

export const strategyRoutes = (load: LoadQuery): RouteObject[] => [
  {
    path: "strategies",
    loader: async ({ request }) => {
      await requireViewer(load, request);
      return load(StrategiesQuery, listVariables(searchOf(request)));
    },
    lazy: { Component: async () => (await import("./list/strategies-page.tsx")).StrategiesPage },
  },
  {
    path: "strategies/:slug",
    loader: async ({ params, request }) => {
      await requireViewer(load, request);
      const variables = { slug: params.slug ?? "", ...readPlanAddress(searchOf(request)) };
      const answer = await load(StrategyQuery, variables);
      await requireFound(load, request, answer.strategy);
      return answer;
    },
    lazy: { Component: async () => (await import("./plan/strategy-page.tsx")).StrategyPage },
  },
];
