import type { RouteObject } from "react-router";
import type { LoadQuery } from "../../data/load.ts";
import { requireViewer } from "../../data/viewer.ts";
import { noticeVariables } from "./notice-variables.ts";
import { NoticesPage } from "./notices-page.tsx";
import { PreferencesPage } from "./preferences-page.tsx";
import { NoticesQuery, PreferencesQuery } from "./queries.ts";

export const noticeRoutes = (load: LoadQuery): RouteObject[] => [
  {
    path: "notices",
    loader: async ({ request }) => {
      await requireViewer(load, request);
      return load(NoticesQuery, noticeVariables(new URL(request.url).searchParams));
    },
    Component: NoticesPage,
  },
  {
    path: "notices/preferences",
    loader: async ({ request }) => {
      await requireViewer(load, request);
      return load(PreferencesQuery, {});
    },
    Component: PreferencesPage,
  },
];
