import type { RouteObject } from "react-router";
import type { LoadQuery } from "../../data/load.ts";
import { requireViewer } from "../../data/viewer.ts";
import { impactVariables } from "./impact-address.ts";
import { packVariables } from "./pack/pack-address.ts";
import { PackQuery } from "./pack/queries.ts";
import { ImpactQuery } from "./queries.ts";

const asked = ({ searchParams }: URL): string => JSON.stringify(impactVariables(searchParams));

export const impactRoutes = (load: LoadQuery): RouteObject[] => [
  {
    path: "impact",
    loader: async ({ request }) => {
      await requireViewer(load, request);
      return load(ImpactQuery, impactVariables(new URL(request.url).searchParams));
    },
    // Opening a cell changes the address, and nothing of what is counted.
    shouldRevalidate: ({ currentUrl, nextUrl, defaultShouldRevalidate }) =>
      defaultShouldRevalidate &&
      (currentUrl.pathname !== nextUrl.pathname || asked(currentUrl) !== asked(nextUrl)),
    lazy: { Component: async () => (await import("./impact-page.tsx")).ImpactPage },
  },
  {
    path: "pack",
    loader: async ({ request }) => {
      await requireViewer(load, request);
      return load(PackQuery, packVariables(new URL(request.url).searchParams));
    },
    lazy: { Component: async () => (await import("./pack/pack-page.tsx")).PackPage },
  },
];
