import type { RouteObject } from "react-router";

/** Loaded when it is asked for: what checks signatures is for this page alone. */
export const verifyRoutes = (): RouteObject[] => [
  {
    path: "verify",
    lazy: async () => ({ Component: (await import("./verify-page.tsx")).VerifyPage }),
  },
];
