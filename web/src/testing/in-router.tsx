import type { ReactNode } from "react";
import { createMemoryRouter } from "react-router";
import { RouterProvider } from "react-router/dom";

/** Stands a piece of a page on an address, so that its links work. */
export const InRouter = ({ children, path = "/" }: { children: ReactNode; path?: string }) => (
  <RouterProvider
    router={createMemoryRouter([{ path: "*", element: children }], { initialEntries: [path] })}
  />
);
