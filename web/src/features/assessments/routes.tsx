import type { LoaderFunctionArgs, RouteObject } from "react-router";
import type { LoadQuery } from "../../data/load.ts";
import { requireFound, requireViewer } from "../../data/viewer.ts";
import { todayInLondon } from "../../ui/format/dates.ts";
import { AgendaPage } from "./agenda/agenda-page.tsx";
import { AgendaQuery, agendaVariables } from "./agenda/queries.ts";
import { withTalks } from "./comments/load-talks.ts";
import { ReasonPage } from "./deciding/reason-page.tsx";
import { ReceiptPage } from "./deciding/receipt-page.tsx";
import { ReceiptQuery } from "./deciding/receipt-query.ts";
import { SignPage } from "./deciding/sign-page.tsx";
import { SupersedePage } from "./deciding/supersede-page.tsx";
import { CharacteristicPage } from "./drafting/characteristic-page.tsx";
import { ActionPage } from "./drafting/plan/action-page.tsx";
import { RightPage } from "./drafting/right-page.tsx";
import { SectionPage } from "./drafting/section-page.tsx";
import { EvidencePage } from "./evidence/evidence-page.tsx";
import { KeptPage } from "./kept/kept-page.tsx";
import { KeptQuery } from "./kept/queries.ts";
import { listVariables } from "./list-filter.ts";
import { ListPage } from "./list-page.tsx";
import { MovePage } from "./moving/move-page.tsx";
import { MoveQuery } from "./moving/queries.ts";
import { OverviewPage } from "./overview-page.tsx";
import { PeopleQuery } from "./people/operations.ts";
import { PeoplePage } from "./people/people-page.tsx";
import { publishingRoutes } from "./publishing/routes.tsx";
import { AssessmentsQuery, DraftQuery, OverviewQuery, SigningQuery } from "./queries.ts";
import { CheckPage } from "./reading/check-page.tsx";
import { reviewRoutes } from "./review/routes.tsx";
import { UNSAVED_ADDRESS } from "./saving/unsaved-address.ts";
import { UnsavedPage } from "./saving/unsaved-page.tsx";
import { StartPage } from "./start-page.tsx";
import { StartQuery } from "./start-query.ts";
import { tryRoutes } from "./trying/routes.tsx";
import { WatchQuery } from "./watching/queries.ts";
import { WatchPage } from "./watching/watch-page.tsx";

type OneAssessment =
  | typeof PeopleQuery
  | typeof WatchQuery
  | typeof MoveQuery
  | typeof KeptQuery
  | typeof OverviewQuery
  | typeof DraftQuery
  | typeof SigningQuery
  | typeof ReceiptQuery;

/** Loads one assessment for a page. Nobody reads one without signing in, and what may not be read isn't there. */
const loaderOf =
  (load: LoadQuery, query: OneAssessment) =>
  async ({ params, request }: LoaderFunctionArgs) => {
    await requireViewer(load, request);
    const answer = await load<{ assessment: unknown }, { reference: string }>(query, {
      reference: params.reference ?? "",
    });
    await requireFound(load, request, answer.assessment);
    return answer;
  };

const draftingRoutes = (load: LoadQuery): RouteObject[] => {
  const loader = withTalks(load, loaderOf(load, DraftQuery));
  return [
    { path: ":section", loader, Component: SectionPage },
    { path: ":section/:topic", loader, Component: SectionPage },
    { path: ":section/characteristics/:characteristic", loader, Component: CharacteristicPage },
    { path: ":section/rights/:right", loader, Component: RightPage },
    { path: ":section/actions/:action", loader, Component: ActionPage },
  ];
};

const decidingRoutes = (load: LoadQuery): RouteObject[] => {
  const signing = loaderOf(load, SigningQuery);
  const overview = loaderOf(load, OverviewQuery);
  return [
    { path: "evidence", loader: loaderOf(load, DraftQuery), Component: EvidencePage },
    { path: "watch", loader: loaderOf(load, WatchQuery), Component: WatchPage },
    { path: "people", loader: loaderOf(load, PeopleQuery), Component: PeoplePage },
    { path: "check", loader: withTalks(load, signing), Component: CheckPage },
    { path: "kept", loader: loaderOf(load, KeptQuery), Component: KeptPage },
    { path: "sign", loader: signing, Component: SignPage },
    { path: "move", loader: loaderOf(load, MoveQuery), Component: MovePage },
    { path: "receipt", loader: loaderOf(load, ReceiptQuery), Component: ReceiptPage },
    { path: "reopen", loader: overview, element: <ReasonPage action="REOPEN" /> },
    { path: "supersede", loader: overview, Component: SupersedePage },
    { path: "withdraw", loader: overview, element: <ReasonPage action="WITHDRAW" /> },
  ];
};

export const assessmentRoutes = (load: LoadQuery): RouteObject[] => [
  {
    path: UNSAVED_ADDRESS,
    loader: async ({ request }) => ({ viewer: await requireViewer(load, request) }),
    Component: UnsavedPage,
  },
  {
    path: "assessments",
    loader: async ({ request }) => {
      await requireViewer(load, request);
      return load(AssessmentsQuery, listVariables(new URL(request.url).searchParams, todayInLondon()));
    },
    Component: ListPage,
  },
  {
    path: "assessments/agenda",
    loader: async ({ request }) => {
      const viewer = await requireViewer(load, request);
      // Who sits on no group has no agenda: to them there is no such page.
      await requireFound(load, request, viewer.canReview || null);
      return load(AgendaQuery, agendaVariables(new URL(request.url).searchParams));
    },
    Component: AgendaPage,
  },
  {
    path: "assessments/new",
    loader: async ({ request }) => {
      await requireViewer(load, request);
      return load(StartQuery, {});
    },
    Component: StartPage,
  },
  {
    path: "assessments/:reference",
    children: [
      { index: true, loader: loaderOf(load, OverviewQuery), Component: OverviewPage },
      ...decidingRoutes(load),
      ...reviewRoutes(load, loaderOf(load, SigningQuery)),
      ...publishingRoutes(load),
      ...draftingRoutes(load),
    ],
  },
  ...tryRoutes(load),
];
