import { createBrowserRouter } from "react-router";
import type { LoadQuery } from "../data/load.ts";
import { ViewerQuery } from "../data/viewer.ts";
import { actionRoutes } from "../features/actions/routes.tsx";
import { assessmentRoutes } from "../features/assessments/routes.tsx";
import { formRoutes } from "../features/forms/routes.tsx";
import { homeRoutes } from "../features/home/routes.tsx";
import { impactRoutes } from "../features/impact/routes.tsx";
import { jobRoutes } from "../features/jobs/routes.tsx";
import { noticeRoutes } from "../features/notices/routes.tsx";
import { peopleRoutes } from "../features/people/routes.tsx";
import { performanceRoutes } from "../features/performance/routes.tsx";
import { searchRoutes } from "../features/search/routes.tsx";
import { strategyRoutes } from "../features/strategies/routes.tsx";
import { verifyRoutes } from "../features/verify/routes.tsx";
import { FirstLoad } from "./first-load.tsx";
import { Layout } from "./layout.tsx";
import { MissingPage, PageError, RootError } from "./page-error.tsx";
import { AboutAccessibilityPage } from "./pages/accessibility-page.tsx";
import { CookiesPage } from "./pages/cookies-page.tsx";

/** Every address of the client. A page's data is fetched before it is shown; until then the page before it stays. */
export const createRouter = (load: LoadQuery) =>
  createBrowserRouter([
    {
      id: "root",
      Component: Layout,
      ErrorBoundary: RootError,
      HydrateFallback: FirstLoad,
      loader: () => load(ViewerQuery, {}, "cache-first"),
      children: [
        {
          ErrorBoundary: PageError,
          children: [
            ...homeRoutes(load),
            ...noticeRoutes(load),
            ...jobRoutes(load),
            ...peopleRoutes(load),
            ...performanceRoutes(load),
            ...strategyRoutes(load),
            ...searchRoutes(load),
            ...actionRoutes(load),
            ...assessmentRoutes(load),
            ...impactRoutes(load),
            ...verifyRoutes(),
            ...formRoutes(load),
            { path: "accessibility", Component: AboutAccessibilityPage },
            { path: "cookies", Component: CookiesPage },
            { path: "*", Component: MissingPage },
          ],
        },
      ],
    },
  ]);
