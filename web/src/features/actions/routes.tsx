import type { RouteObject } from "react-router";
import type { LoadQuery } from "../../data/load.ts";
import { requireFound, requireViewer } from "../../data/viewer.ts";
import { actionVariables } from "./action-filter.ts";
import { ActionPage } from "./action-page.tsx";
import { ListPage } from "./list-page.tsx";
import { ActionQuery, ActionsQuery } from "./queries.ts";

export const actionRoutes = (load: LoadQuery): RouteObject[] => [
  {
    path: "actions",
    loader: async ({ request }) => {
      await requireViewer(load, request);
      return load(ActionsQuery, actionVariables(new URL(request.url).searchParams));
    },
    Component: ListPage,
  },
  {
    path: "actions/:id",
    loader: async ({ params, request }) => {
      await requireViewer(load, request);
      const answer = await load(ActionQuery, { id: params.id ?? "" });
      await requireFound(load, request, answer.equalityAction);
      return answer;
    },
    Component: ActionPage,
  },
];
