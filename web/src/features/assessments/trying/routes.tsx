import type { LoaderFunctionArgs, RouteObject } from "react-router";
import type { LoadQuery } from "../../../data/load.ts";
import { requireFound, requireViewer } from "../../../data/viewer.ts";
import { CharacteristicPage } from "../drafting/characteristic-page.tsx";
import { ActionPage } from "../drafting/plan/action-page.tsx";
import { RightPage } from "../drafting/right-page.tsx";
import { SectionPage } from "../drafting/section-page.tsx";
import { DraftQuery } from "../queries.ts";
import { readTriedForm, trialOf } from "./tried-form.ts";
import { TryCheckPage } from "./try-check-page.tsx";
import { TryLayout } from "./try-layout.tsx";
import { TryOverviewPage } from "./try-overview-page.tsx";

/** Loads the form with what was made up so far, through the same query that loads a draft. */
const loaderOf =
  (ask: LoadQuery) =>
  async ({ params, request }: LoaderFunctionArgs) => {
    await requireViewer(ask, request);
    const form = await requireFound(ask, request, readTriedForm(params));
    const answer = await trialOf(form, ask).load(DraftQuery, { reference: "" });
    await requireFound(ask, request, answer.assessment);
    return answer;
  };

/** The pages of a draft, below a form's draft or one of its versions. */
export const tryRoutes = (ask: LoadQuery): RouteObject[] => {
  const loader = loaderOf(ask);
  const children = (): RouteObject[] => [
    { index: true, loader, Component: TryOverviewPage },
    { path: "check", loader, Component: TryCheckPage },
    { path: ":section", loader, Component: SectionPage },
    { path: ":section/:topic", loader, Component: SectionPage },
    { path: ":section/characteristics/:characteristic", loader, Component: CharacteristicPage },
    { path: ":section/rights/:right", loader, Component: RightPage },
    { path: ":section/actions/:action", loader, Component: ActionPage },
  ];
  return [
    { path: "forms/:key/draft/try", Component: TryLayout, children: children() },
    { path: "forms/:key/versions/:version/try", Component: TryLayout, children: children() },
  ];
};
