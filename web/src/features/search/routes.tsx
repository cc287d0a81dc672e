import type { RouteObject } from "react-router";
import type { LoadQuery } from "../../data/load.ts";
import { requireViewer } from "../../data/viewer.ts";
import { SearchQuery } from "./queries.ts";
import { searchVariables } from "./search-address.ts";

export const searchRoutes = (load: LoadQuery): RouteObject[] => [
  {
    path: "search",
    loader: async ({ request }) => {
      await requireViewer(load, request);
      const variables = searchVariables(new URL(request.url).searchParams);
      return variables === null ? null : load(SearchQuery, variables);
    },
    lazy: { Component: async () => (await import("./search-page.tsx")).SearchPage },
  },
];
