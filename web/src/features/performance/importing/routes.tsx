import { type LoaderFunctionArgs, type RouteObject, redirect } from "react-router";
import type { AnyVariables, TypedDocumentNode } from "urql";
import type { LoadQuery } from "../../../data/load.ts";
import { requireFound, requireViewer } from "../../../data/viewer.ts";
import { columnsVariables, importsVariables, importVariables } from "./addresses.ts";
import { ColumnsQuery, ImportQuery, ImportsQuery, MayImportQuery, UndoQuery } from "./queries.ts";

/** Somebody who may import, or off to the page that says who does. */
const requireImporter = async (load: LoadQuery, request: Request): Promise<void> => {
  await requireViewer(load, request);
  const { viewer } = await load(MayImportQuery, {}, "cache-first");
  if (!viewer?.canWriteMetrics) throw redirect("/performance/import/not-yours");
};

/** Loads one import for a page. Another person's, and one that is none, are no page. */
const loaderOf =
  <Data extends { metricImport: unknown }, Variables extends AnyVariables>(
    load: LoadQuery,
    query: TypedDocumentNode<Data, Variables>,
    variablesOf: (id: string, search: URLSearchParams) => Variables,
  ) =>
  async ({ params, request }: LoaderFunctionArgs) => {
    await requireImporter(load, request);
    const answer = await load(query, variablesOf(params.id ?? "", new URL(request.url).searchParams));
    await requireFound(load, request, answer.metricImport);
    return answer;
  };

export const importRoutes = (load: LoadQuery): RouteObject[] => [
  {
    path: "performance/import",
    loader: async ({ request }) => {
      await requireImporter(load, request);
      return load(ImportsQuery, importsVariables(new URL(request.url).searchParams));
    },
    lazy: { Component: async () => (await import("./imports-page.tsx")).ImportsPage },
  },
  {
    path: "performance/import/not-yours",
    lazy: { Component: async () => (await import("./not-yours-page.tsx")).NotYoursPage },
  },
  {
    path: "performance/import/:id",
    loader: loaderOf(load, ImportQuery, importVariables),
    lazy: { Component: async () => (await import("./import-page.tsx")).ImportPage },
  },
  {
    path: "performance/import/:id/columns",
    loader: loaderOf(load, ColumnsQuery, columnsVariables),
    lazy: { Component: async () => (await import("./columns-page.tsx")).ColumnsPage },
  },
  {
    path: "performance/import/:id/undo",
    loader: loaderOf(load, UndoQuery, (id) => ({ id })),
    lazy: { Component: async () => (await import("./undo-page.tsx")).UndoPage },
  },
];
