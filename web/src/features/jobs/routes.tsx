import { data, type RouteObject } from "react-router";
import type { LoadQuery } from "../../data/load.ts";
import { requireViewer } from "../../data/viewer.ts";
import { JobsPage } from "./jobs-page.tsx";
import { JobsQuery, RolesQuery } from "./queries.ts";

/** For administrators: to anybody else there is no such page. */
export const jobRoutes = (load: LoadQuery): RouteObject[] => [
  {
    path: "jobs",
    loader: async ({ request }) => {
      await requireViewer(load, request);
      const { viewer } = await load(RolesQuery, {});
      if (!viewer?.roles.some(({ role }) => role === "ADMIN")) throw data(null, { status: 404 });
      return load(JobsQuery, {});
    },
    Component: JobsPage,
  },
];
