import { type RouteObject, useLoaderData } from "react-router";
import type { LoadQuery } from "../../data/load.ts";
import { ViewerQuery } from "../../data/viewer.ts";
import { todayInLondon } from "../../ui/format/dates.ts";
import { lookAheadFrom } from "./due-tasks.ts";
import { HomePage } from "./home-page.tsx";
import { HomeQuery } from "./queries.ts";
import { WelcomePage } from "./welcome-page.tsx";

const HomeOrWelcome = () => (useLoaderData() === null ? <WelcomePage /> : <HomePage />);

/** Whoever isn't signed in is told what this is; the lists would be empty for them. */
export const homeRoutes = (load: LoadQuery): RouteObject[] => [
  {
    index: true,
    loader: async () => {
      const { viewer } = await load(ViewerQuery, {}, "cache-first");
      return viewer ? load(HomeQuery, { dueBy: lookAheadFrom(todayInLondon()) }) : null;
    },
    Component: HomeOrWelcome,
  },
];
