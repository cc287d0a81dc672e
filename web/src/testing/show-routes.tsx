import { render, screen } from "@testing-library/react";
import { createMemoryRouter, type RouteObject } from "react-router";
import { RouterProvider } from "react-router/dom";
import { Provider } from "urql";
import { createLoad, type LoadQuery } from "../data/load.ts";
import { type Answer, createServer } from "./fake-server.ts";

const VIEWER = {
  viewer: {
    email: "somebody@example.org",
    canStartAssessment: true,
    canReview: false,
    user: { id: "p1", name: "Somebody (demo)", jobTitle: "Officer" },
    department: { id: "d1", name: "Adults" },
  },
};

/** Stands the routes of a feature at an address, before a server that gives these answers, and waits for the page. */
export const showRoutes = async (
  routes: (load: LoadQuery) => RouteObject[],
  address: string,
  answers: Record<string, Answer>,
) => {
  const server = createServer({ Viewer: () => VIEWER, ...answers });
  const root = { HydrateFallback: () => null, children: routes(createLoad(server.client)) };
  const router = createMemoryRouter([root], { initialEntries: [address] });
  const view = render(
    <Provider value={server.client}>
      <RouterProvider router={router} />
    </Provider>,
  );
  await screen.findByRole("heading", { level: 1 });
  return { ...view, ...server, router };
};
