import type { LoaderFunctionArgs, RouteObject } from "react-router";
import type { LoadQuery } from "../../../data/load.ts";
import { requireFound, requireViewer } from "../../../data/viewer.ts";
import { AddPassagePage } from "./add-passage-page.tsx";
import { PublishPage } from "./publish-page.tsx";
import { PublishQuery } from "./queries.ts";

/** The pages of publishing, for those who have a part in it. To others they aren't there. */
export const publishingRoutes = (load: LoadQuery): RouteObject[] => {
  const loader = async ({ params, request }: LoaderFunctionArgs) => {
    await requireViewer(load, request);
    const answer = await load(PublishQuery, { reference: params.reference ?? "" });
    await requireFound(load, request, answer.assessment?.publication ?? null);
    return answer;
  };
  return [
    { path: "publish", loader, Component: PublishPage },
    { path: "publish/add", loader, Component: AddPassagePage },
  ];
};
